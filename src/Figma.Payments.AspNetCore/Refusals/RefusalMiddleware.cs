using System;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore.Refusals;

/// <summary>
/// Responds when the authorization has returned. An endpoint can have several authentication schemes, and ASP.NET Core challenges all of them:
/// if the gate began its response at once, the next scheme couldn't set the status.
/// </summary>
internal sealed class RefusalMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => EndpointGates.Of(context.GetEndpoint()).Count > 0 ? AuthorizeAsync(context) : next(context);

    private async Task AuthorizeAsync(HttpContext context)
    {
        RequestDecisions decisions = RequestDecisions.Get(context);

        if (!decisions.Start())
            GuardedEndpointFeature.GetOrAdd(context).Reset();

        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            decisions.End();
        }

        if (decisions.Respond is not { } respond)
            return;

        decisions.Respond = null;
        await respond().ConfigureAwait(false);
    }
}
