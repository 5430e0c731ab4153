using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Prevents the response to one caller from being stored for others.</summary>
internal static class ResponseCaching
{
    /// <summary>Adds <c>Cache-Control: private, no-store</c>, unless the endpoint sets the header.</summary>
    public static void Prevent(HttpContext context) => context.Response.OnStarting(static state =>
    {
        HttpResponse response = (HttpResponse)state;

        if (StringValues.IsNullOrEmpty(response.Headers.CacheControl))
            response.Headers.CacheControl = "private, no-store";

        return Task.CompletedTask;
    }, context.Response);
}
