using System;
using System.Net.Http;
#if !NETSTANDARD2_0
using System.Runtime.Versioning;
#endif
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Http;

namespace Figma.Payments;

/// <summary>
/// Provides the primary handler for an <see cref="HttpClient"/> that sends access tokens. It doesn't follow redirects, doesn't keep cookies,
/// decompresses responses (and rejects those with other bytes after the compressed body), closes connections with unread bytes of a response, and
/// bypasses the proxy for plain HTTP.
/// </summary>
/// <remarks>
/// <para>.NET's default handler follows redirects to other hosts and sends the <c>X-Figma-Token</c> header to them.</para>
/// <para>Plain HTTP is allowed for loopback addresses only. A proxy would send the token to another machine unencrypted.</para>
/// </remarks>
public sealed class PaymentsHttpHandler : HttpMessageHandler
{
    /// <summary>The reason why browsers aren't supported.</summary>
    internal const string BrowserMessage = "The personal access token would be public in a browser. Send the request from your server.";

    private readonly HttpMessageInvoker _https = new(CreateInnerHandler(isProxied: true));
    private readonly HttpMessageInvoker _http = new(CreateInnerHandler(isProxied: false));

    private PaymentsHttpHandler()
    {
    }

    /// <summary>Gets the handler that all clients of the process share, so that creating many clients doesn't leak connections. It is never disposed.</summary>
    internal static HttpMessageInvoker Shared => SharedHolder.Invoker;

    /// <summary>Creates a handler with its own connection pool. The caller must dispose it, or the <see cref="HttpClient"/> that owns it.</summary>
    /// <returns>The handler.</returns>
    /// <remarks>It isn't supported in browsers, because the personal access token would be public there.</remarks>
    /// <exception cref="PlatformNotSupportedException">The process runs in a browser.</exception>
#if !NETSTANDARD2_0
    [UnsupportedOSPlatform("browser", BrowserMessage)]
#endif
    public static PaymentsHttpHandler Create()
    {
        ThrowIfBrowser();
        return new PaymentsHttpHandler();
    }

    /// <summary>Throws the exception that names the reason. Otherwise, the connection pool would throw one that doesn't.</summary>
    /// <exception cref="PlatformNotSupportedException">The process runs in a browser.</exception>
    internal static void ThrowIfBrowser()
    {
#if !NETSTANDARD2_0
        if (OperatingSystem.IsBrowser())
            throw new PlatformNotSupportedException(BrowserMessage);
#endif
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains("Accept-Encoding"))
            request.Headers.TryAddWithoutValidation("Accept-Encoding", DecompressedContent.AcceptEncoding);

        HttpResponseMessage response = await (request.RequestUri?.Scheme == Uri.UriSchemeHttps ? _https : _http).SendAsync(request, cancellationToken).ConfigureAwait(false);
        DecompressedContent.Decompress(response);
        return response;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _https.Dispose();
            _http.Dispose();
        }

        base.Dispose(disposing);
    }

#if NETSTANDARD2_0
    private static HttpClientHandler CreateInnerHandler(bool isProxied) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = isProxied,
    };
#else
    private static SocketsHttpHandler CreateInnerHandler(bool isProxied) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = isProxied,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // Picks up DNS changes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Closes a connection with an unread rest of a response, which the framework would otherwise read and discard to reuse the connection.
        MaxResponseDrainSize = 0,
        // The handler's own activities and diagnostic events contain the request and its token. PaymentsTelemetry replaces them.
        ActivityHeadersPropagator = null,
    };
#endif

    private static class SharedHolder
    {
        public static readonly HttpMessageInvoker Invoker = new(new PaymentsHttpHandler(), disposeHandler: false);
    }
}
