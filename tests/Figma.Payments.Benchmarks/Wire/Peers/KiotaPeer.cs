using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>Kiota's libraries, called like in its generated clients, without the retry and redirect handlers of its factory.</summary>
internal sealed class KiotaPeer : Peer<KiotaEnvelope?>
{
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new() { ["XXX"] = static _ => new KiotaError() };

    private readonly HttpClient _client;
    private readonly HttpClientRequestAdapter _adapter;

    public KiotaPeer(HttpMessageHandler handler, Uri address)
        : base("Kiota")
    {
        _client = new HttpClient(handler) { Timeout = Samples.Timeout };
        _adapter = new HttpClientRequestAdapter(
            new ApiKeyAuthenticationProvider(Samples.AccessToken, "X-Figma-Token", ApiKeyAuthenticationProvider.KeyLocation.Header, address.Host),
            new JsonParseNodeFactory(),
            httpClient: _client)
        {
            BaseUrl = address.GetLeftPart(UriPartial.Authority),
        };
    }

    public override void Dispose()
    {
        _adapter.Dispose();
        _client.Dispose();
    }

    protected override Task<KiotaEnvelope?> GetAsync()
    {
        RequestInformation request = new(
            Method.GET,
            "{+baseurl}/v1/payments{?plugin_id*,user_id*}",
            new Dictionary<string, object> { ["baseurl"] = _adapter.BaseUrl!, ["plugin_id"] = Samples.Plugin, ["user_id"] = Samples.User });
        request.Headers.TryAdd("Accept", "application/json");

        return _adapter.SendAsync(request, static _ => new KiotaEnvelope(), Errors);
    }

    protected override bool IsPaid(KiotaEnvelope? response) => response?.Meta?.PaymentStatus?.Type == "PAID";
}
