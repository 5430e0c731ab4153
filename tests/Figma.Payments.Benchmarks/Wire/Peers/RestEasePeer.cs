using System;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Requests;
using Newtonsoft.Json;
using RestEase;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>RestEase with its default settings.</summary>
internal sealed class RestEasePeer : Peer<NewtonsoftEnvelope>
{
    private readonly HttpClient _client;
    private readonly IRestEasePayments _payments;

    public RestEasePeer(HttpMessageHandler handler, Uri address)
        : base("RestEase")
    {
        _client = new HttpClient(handler) { BaseAddress = address, Timeout = Samples.Timeout };
        _client.DefaultRequestHeaders.Add("X-Figma-Token", Samples.AccessToken);
        _payments = RestClient.For<IRestEasePayments>(_client);
    }

    public override void Dispose() => _client.Dispose();

    protected override Task<NewtonsoftEnvelope> GetAsync() => _payments.GetAsync(Samples.User, Samples.Plugin);

    protected override bool IsPaid(NewtonsoftEnvelope response) => response.Meta?.PaymentStatus?.Type == "PAID";
}

public interface IRestEasePayments
{
    [Get("v1/payments")]
    Task<NewtonsoftEnvelope> GetAsync([Query("user_id")] string userId, [Query("plugin_id")] string pluginId);
}

public sealed class NewtonsoftEnvelope
{
    [JsonProperty("status")]
    public int Status { get; set; }

    [JsonProperty("error")]
    public bool Error { get; set; }

    [JsonProperty("meta")]
    public NewtonsoftMeta? Meta { get; set; }
}

public sealed class NewtonsoftMeta
{
    [JsonProperty("user_id")]
    public string? UserId { get; set; }

    [JsonProperty("resource_id")]
    public string? ResourceId { get; set; }

    [JsonProperty("resource_type")]
    public string? ResourceType { get; set; }

    [JsonProperty("payment_status")]
    public NewtonsoftPaymentStatus? PaymentStatus { get; set; }

    [JsonProperty("date_of_purchase")]
    public DateTimeOffset? DateOfPurchase { get; set; }
}

public sealed class NewtonsoftPaymentStatus
{
    [JsonProperty("type")]
    public string? Type { get; set; }
}
