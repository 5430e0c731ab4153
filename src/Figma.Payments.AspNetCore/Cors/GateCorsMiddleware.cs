using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore.Cors;

/// <summary>Responds to preflight requests of endpoints with a gate, and adds the CORS headers to their other responses, refusals and errors included.</summary>
internal sealed class GateCorsMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || EndpointGates.Of(endpoint).Count == 0)
            return next(context);

        GateCors.MarkAsInvoked(context);
        return GateCors.IsCorsRequest(context) ? ApplyAsync(context, endpoint) : next(context);
    }

    private async Task ApplyAsync(HttpContext context, Endpoint endpoint)
    {
        if (await GateCors.EvaluateAsync(context, endpoint).ConfigureAwait(false) is { } result)
        {
            if (result.IsPreflightRequest)
            {
                GateCors.Apply(context, result);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }

            // An exception handler removes headers that have been set before.
            context.Response.OnStarting(static state =>
            {
                (HttpContext request, CorsResult evaluated) = ((HttpContext, CorsResult))state;
                GateCors.Apply(request, evaluated);
                return Task.CompletedTask;
            }, (context, result));
        }

        await next(context).ConfigureAwait(false);
    }
}
