using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Prevents the response to one caller from being stored for others.</summary>
internal static class ResponseCaching
{
    private const string Default = "private, no-store";

    // Headers that shared caches prefer to Cache-Control.
    private static readonly string[] HeadersOfSharedCaches = ["CDN-Cache-Control", "Surrogate-Control", "X-Accel-Expires"];

    /// <summary>Adds <c>Cache-Control: private, no-store</c>. If the endpoint sets the header, <c>private</c> is added unless the header prevents storing already.</summary>
    public static void Prevent(HttpContext context) => context.Response.OnStarting(static state =>
    {
        IHeaderDictionary headers = ((HttpResponse)state).Headers;
        headers.CacheControl = MakePrivate(headers.CacheControl);

        foreach (string header in HeadersOfSharedCaches)
            headers.Remove(header);

        return Task.CompletedTask;
    }, context.Response);

    private static StringValues MakePrivate(StringValues header)
    {
        if (StringValues.IsNullOrEmpty(header) || !CacheControlHeaderValue.TryParse(header.ToString(), out CacheControlHeaderValue? caching))
            return Default;

        // "private" can be limited to some headers.
        bool isPrivate = caching.NoStore || (caching.Private && caching.PrivateHeaders.Count == 0);

        if (isPrivate && !caching.Public && caching.SharedMaxAge is null)
            return header;

        caching.Public = false;
        caching.SharedMaxAge = null;
        caching.Private = true;
        caching.PrivateHeaders.Clear();
        return caching.ToString();
    }
}
