using System;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Requests;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>The usual good code: one <see cref="HttpClient"/>, <c>GetFromJsonAsync</c> and a source-generated context.</summary>
internal sealed class UsualCode : Peer<JsonEnvelope?>
{
    private readonly HttpClient _client;

    public UsualCode(HttpMessageHandler handler, Uri address)
        : base("Usual: GetFromJsonAsync, source-generated context")
    {
        _client = new HttpClient(handler) { BaseAddress = address, Timeout = Samples.Timeout };
        _client.DefaultRequestHeaders.Add("X-Figma-Token", Samples.AccessToken);
    }

    public override void Dispose() => _client.Dispose();

    protected override Task<JsonEnvelope?> GetAsync() =>
        _client.GetFromJsonAsync(
            $"v1/payments?user_id={Uri.EscapeDataString(Samples.User)}&plugin_id={Uri.EscapeDataString(Samples.Plugin)}",
            JsonModel.Default.JsonEnvelope);

    protected override bool IsPaid(JsonEnvelope? response) => response is { IsPaid: true };
}
