using System;
using System.Net;
using System.Net.Http;

namespace Figma.Payments;

/// <summary>
/// Makes handlers that the token is safe with: they follow no redirect (the framework would send the token along to
/// another host), keep no cookie, and decode compressed answers.
/// </summary>
internal static class SafeHandler
{
    /// <summary>A new handler; it belongs to who asks for it.</summary>
    public static HttpMessageHandler Create() => Make(isProxied: true);

    /// <summary>The process's own, never disposed, so that making clients often leaks no connection.</summary>
    public static HttpMessageInvoker SharedFor(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps ? Remote.Invoker : Loopback.Invoker;

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

    private static class Remote
    {
        public static readonly HttpMessageInvoker Invoker = new(Make(isProxied: true), disposeHandler: false);
    }

    // Plain http is for loopback alone: a proxy would carry the token off the machine unencrypted.
    private static class Loopback
    {
        public static readonly HttpMessageInvoker Invoker = new(Make(isProxied: false), disposeHandler: false);
    }
}
