using System;
using System.Text.Json.Serialization;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>The response model for serializers.</summary>
public sealed record JsonEnvelope(
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("error")] bool Error,
    [property: JsonPropertyName("meta")] JsonMeta? Meta)
{
    public bool IsPaid => Meta?.PaymentStatus?.Type == "PAID";
}

public sealed record JsonMeta(
    [property: JsonPropertyName("user_id")] string? UserId,
    [property: JsonPropertyName("resource_id")] string? ResourceId,
    [property: JsonPropertyName("resource_type")] string? ResourceType,
    [property: JsonPropertyName("payment_status")] JsonPaymentStatus? PaymentStatus,
    [property: JsonPropertyName("date_of_purchase")] DateTimeOffset? DateOfPurchase);

public sealed record JsonPaymentStatus([property: JsonPropertyName("type")] string? Type);

[JsonSerializable(typeof(JsonEnvelope))]
internal sealed partial class JsonModel : JsonSerializerContext;
