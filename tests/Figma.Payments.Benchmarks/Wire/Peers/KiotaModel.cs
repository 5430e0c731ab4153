using System;
using System.Collections.Generic;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>The response model that Kiota's parse nodes fill.</summary>
internal sealed class KiotaEnvelope : IParsable
{
    public int? Status { get; set; }

    public bool? Error { get; set; }

    public KiotaMeta? Meta { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["status"] = node => Status = node.GetIntValue(),
        ["error"] = node => Error = node.GetBoolValue(),
        ["meta"] = node => Meta = node.GetObjectValue(static _ => new KiotaMeta()),
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
}

internal sealed class KiotaMeta : IParsable
{
    public string? UserId { get; set; }

    public string? ResourceId { get; set; }

    public string? ResourceType { get; set; }

    public KiotaPaymentStatus? PaymentStatus { get; set; }

    public DateTimeOffset? DateOfPurchase { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["user_id"] = node => UserId = node.GetStringValue(),
        ["resource_id"] = node => ResourceId = node.GetStringValue(),
        ["resource_type"] = node => ResourceType = node.GetStringValue(),
        ["payment_status"] = node => PaymentStatus = node.GetObjectValue(static _ => new KiotaPaymentStatus()),
        ["date_of_purchase"] = node => DateOfPurchase = node.GetDateTimeOffsetValue(),
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
}

internal sealed class KiotaPaymentStatus : IParsable
{
    public string? Type { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["type"] = node => Type = node.GetStringValue(),
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
}

internal sealed class KiotaError : ApiException, IParsable
{
    public string? FigmaMessage { get; set; }

    public override string Message => FigmaMessage ?? base.Message;

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["message"] = node => FigmaMessage = node.GetStringValue(),
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
}
