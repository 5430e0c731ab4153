using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Prevents the response to one caller from being stored for others.</summary>
internal static class ResponseCaching
{
    private const string Default = "private, no-store";

    /// <summary>Adds <c>Cache-Control: private, no-store</c>. If the endpoint sets the header, <c>private</c> is added.</summary>
    public static void Prevent(HttpContext context)
    {
        if (context.Response.HasStarted)
            return;

        context.Response.OnStarting(static state =>
        {
            IHeaderDictionary headers = ((HttpResponse)state).Headers;
            headers.CacheControl = MakePrivate(headers.CacheControl);

            // Kestrel's headers create a list of their names for Keys.
            List<string>? removed = null;

            foreach ((string header, _) in headers)
            {
                if (IsForSharedCaches(header))
                    (removed ??= []).Add(header);
            }

            foreach (string header in removed ?? [])
                headers.Remove(header);

            return Task.CompletedTask;
        }, context.Response);
    }

    private static StringValues MakePrivate(StringValues header)
    {
        if (StringValues.IsNullOrEmpty(header) || !CacheControlHeaderValue.TryParse(header.ToString(), out CacheControlHeaderValue? caching))
            return Default;

        caching.Public = false;
        caching.SharedMaxAge = null;
        caching.Private = true;

        // They limit "private" to some headers.
        caching.PrivateHeaders.Clear();
        return caching.ToString();
    }

    // Shared caches prefer these headers to Cache-Control, for example CDN-Cache-Control (RFC 9213).
    private static bool IsForSharedCaches(string header) =>
        header.EndsWith("-Cache-Control", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Surrogate-Control", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Edge-Control", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Accel-Expires", StringComparison.OrdinalIgnoreCase);
}
