using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Requests;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>Naive code: the response as text, deserialized with reflection.</summary>
internal sealed class NaiveCode : Peer<JsonEnvelope?>
{
    private readonly HttpClient _client;

    public NaiveCode(HttpMessageHandler handler, Uri address)
        : base("Naive: GetAsync, text, reflection")
    {
        _client = new HttpClient(handler) { BaseAddress = address, Timeout = Samples.Timeout };
        _client.DefaultRequestHeaders.Add("X-Figma-Token", Samples.AccessToken);
    }

    public override void Dispose() => _client.Dispose();

    protected override async Task<JsonEnvelope?> GetAsync()
    {
        HttpResponseMessage response = await _client.GetAsync($"/v1/payments?user_id={Samples.User}&plugin_id={Samples.Plugin}");
        response.EnsureSuccessStatusCode();
        string body = await response.Content.ReadAsStringAsync();

        return JsonSerializer.Deserialize<JsonEnvelope>(body);
    }

    protected override bool IsPaid(JsonEnvelope? response) => response is { IsPaid: true };
}
