using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Prevents the response to one caller from being stored for others.</summary>
internal static class ResponseCaching
{
    /// <summary>Adds <c>Cache-Control: private, no-store</c>, unless the endpoint sets the header. Then <c>private</c> replaces <c>public</c> and <c>s-maxage</c>.</summary>
    public static void Prevent(HttpContext context) => context.Response.OnStarting(static state =>
    {
        HttpResponse response = (HttpResponse)state;

        if (StringValues.IsNullOrEmpty(response.Headers.CacheControl))
            response.Headers.CacheControl = "private, no-store";
        else if (CacheControlHeaderValue.TryParse(response.Headers.CacheControl.ToString(), out CacheControlHeaderValue? caching) && (caching.Public || caching.SharedMaxAge is not null))
            MakePrivate(response, caching);

        return Task.CompletedTask;
    }, context.Response);

    private static void MakePrivate(HttpResponse response, CacheControlHeaderValue caching)
    {
        caching.Public = false;
        caching.SharedMaxAge = null;
        caching.Private = true;
        response.Headers.CacheControl = caching.ToString();
    }
}
