using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments;

/// <summary>
/// A handler that the token is safe with: it follows no redirect (the framework would send the token along to another
/// host), keeps no cookie, decodes compressed answers, and takes plain http past any proxy.
/// </summary>
/// <remarks>Plain http is for loopback alone: a proxy would carry the token off the machine unencrypted.</remarks>
internal sealed class SafeHandler : HttpMessageHandler
{
    private readonly HttpMessageInvoker _https = new(Make(isProxied: true));
    private readonly HttpMessageInvoker _http = new(Make(isProxied: false));

    /// <summary>The process's own, never disposed, so that making clients often leaks no connection.</summary>
    public static HttpMessageInvoker Shared => SharedHolder.Invoker;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (request.RequestUri?.Scheme == Uri.UriSchemeHttps ? _https : _http).SendAsync(request, cancellationToken);

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
    private static HttpClientHandler Make(bool isProxied)
    {
        HttpClientHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = isProxied,
        };

        if (handler.SupportsAutomaticDecompression)
            handler.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;

        return handler;
    }
#else
    private static SocketsHttpHandler Make(bool isProxied) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = isProxied,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // So that a change of the host's address is seen.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // The handler's own activities and diagnostics hand whoever listens the request, with the token in it; ours replace them.
        ActivityHeadersPropagator = null,
    };
#endif

    private static class SharedHolder
    {
        public static readonly HttpMessageInvoker Invoker = new(new SafeHandler(), disposeHandler: false);
    }
}
