using System;
using System.Buffers;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>The leanest code over <see cref="HttpClient"/> with its time-out and a record as the response, without validation.</summary>
internal class LeanestOverHttpClient : Peer<LeanRecord>
{
    private readonly HttpClient _client;
    private readonly string _prefix;
    private readonly bool _isThrownHere;

    public LeanestOverHttpClient(HttpMessageHandler handler, Uri address)
        : this("B: leanest over HttpClient, an error thrown through one async frame", handler, address, isThrownHere: true)
    {
    }

    protected LeanestOverHttpClient(string name, HttpMessageHandler handler, Uri address, bool isThrownHere)
        : base(name)
    {
        _client = new HttpClient(handler) { Timeout = Samples.Timeout };
        _prefix = new Uri(address, "v1/payments?user_id=").AbsoluteUri;
        _isThrownHere = isThrownHere;
    }

    public override void Dispose() => _client.Dispose();

    protected sealed override Task<LeanRecord> GetAsync() => GetAsync(Samples.User, Samples.Plugin, CancellationToken.None);

    protected sealed override bool IsPaid(LeanRecord response) => response.Status == "PAID";

    protected override bool IsError(LeanRecord response) => false;

    private async Task<LeanRecord> GetAsync(string userId, string pluginId, CancellationToken cancellationToken)
    {
        HttpRequestMessage request = new(HttpMethod.Get, new Uri(string.Concat(_prefix, Uri.EscapeDataString(userId), "&plugin_id=", Uri.EscapeDataString(pluginId))));
        request.Headers.TryAddWithoutValidation("X-Figma-Token", Samples.AccessToken);

        using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4_096);

        try
        {
            int length = 0;
            int read;

            while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
                length += read;

            if (response.IsSuccessStatusCode)
                return new LeanRecord(LeanResponse.Read(buffer.AsSpan(0, length)));

            LeanError error = new((int)response.StatusCode, LeanResponse.ReadError((int)response.StatusCode, buffer.AsSpan(0, length)).Status);
            return _isThrownHere ? throw error.ToException() : error;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>The same code. The caller throws the error.</summary>
internal sealed class LeanestWithCallersThrow(HttpMessageHandler handler, Uri address)
    : LeanestOverHttpClient("B, an error thrown in the caller's frame", handler, address, isThrownHere: false)
{
    protected override bool IsError(LeanRecord response) => response is LeanError error ? throw error.ToException() : false;
}

internal record LeanRecord(string? UserId, string? ResourceId, string? ResourceType, string? Status, DateTimeOffset? DateOfPurchase)
{
    public LeanRecord(in LeanResponse response)
        : this(response.UserId, response.ResourceId, response.ResourceType, response.Status, response.DateOfPurchase)
    {
    }
}

internal sealed record LeanError(int HttpStatus, string? Message) : LeanRecord(null, null, null, null, null)
{
    public HttpRequestException ToException() => new(Message, inner: null, (HttpStatusCode)HttpStatus);
}
