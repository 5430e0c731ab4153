using System;
using System.Buffers;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>The leanest possible code: an invoker, a pooled buffer, a reader and a struct, without time-out and checks. Errors are returned as values.</summary>
internal sealed class LeanestByHand(HttpMessageHandler handler, Uri address) : Peer("A: leanest by hand, an error as a value")
{
    private readonly HttpMessageInvoker _invoker = new(handler);
    private readonly string _prefix = new Uri(address, "v1/payments?user_id=").AbsoluteUri;

    public override async Task<int> SendWhileAsync(Func<int, bool> isOn)
    {
        int count = 0;

        for (; isOn(count); count++)
            Require((await GetAsync(Samples.User, Samples.Plugin, CancellationToken.None).ConfigureAwait(false)).Status == "PAID");

        return count;
    }

    public override void Send() => Require(GetNow().Status == "PAID");

    public override void SendWithError() => Require(GetNow() is { HttpStatus: 403, Status: "Invalid token" });

    public override void Dispose() => _invoker.Dispose();

    private static void Require(bool isRead)
    {
        if (!isRead)
            throw new InvalidOperationException("The response was not read.");
    }

    private LeanResponse GetNow()
    {
        ValueTask<LeanResponse> response = GetAsync(Samples.User, Samples.Plugin, CancellationToken.None);
        return response.IsCompleted ? response.Result : throw new InvalidOperationException("The handler did not respond synchronously.");
    }

    private async ValueTask<LeanResponse> GetAsync(string userId, string pluginId, CancellationToken cancellationToken)
    {
        HttpRequestMessage request = new(HttpMethod.Get, new Uri(string.Concat(_prefix, Uri.EscapeDataString(userId), "&plugin_id=", Uri.EscapeDataString(pluginId))));
        request.Headers.TryAddWithoutValidation("X-Figma-Token", Samples.AccessToken);

        using HttpResponseMessage response = await _invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4_096);

        try
        {
            int length = 0;
            int read;

            while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
                length += read;

            return response.IsSuccessStatusCode ? LeanResponse.Read(buffer.AsSpan(0, length)) : LeanResponse.ReadError((int)response.StatusCode, buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
