using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Requests;
using Refit;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>Refit, with a source-generated context.</summary>
internal sealed class RefitPeer : Peer<JsonEnvelope>
{
    private readonly HttpClient _client;
    private readonly IRefitPayments _payments;

    public RefitPeer(HttpMessageHandler handler, Uri address)
        : base("Refit, source-generated context")
    {
        _client = new HttpClient(handler) { BaseAddress = address, Timeout = Samples.Timeout };
        _client.DefaultRequestHeaders.Add("X-Figma-Token", Samples.AccessToken);
        _payments = RestService.For<IRefitPayments>(_client, new RefitSettings(new SystemTextJsonContentSerializer(new JsonSerializerOptions { TypeInfoResolver = JsonModel.Default })));
    }

    public override void Dispose() => _client.Dispose();

    protected override Task<JsonEnvelope> GetAsync() => _payments.GetAsync(Samples.User, Samples.Plugin);

    protected override bool IsPaid(JsonEnvelope response) => response.IsPaid;
}

internal interface IRefitPayments
{
    [Get("/v1/payments")]
    Task<JsonEnvelope> GetAsync([AliasAs("user_id")] string userId, [AliasAs("plugin_id")] string pluginId);
}
