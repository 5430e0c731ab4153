using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>
/// Requires the decisions of the endpoint's gates after the authorization, whatever the authorization decided: <c>[AllowAnonymous]</c>, another policy provider
/// or a handler that succeeds for every requirement don't open an endpoint. It also makes the decisions for endpoints that only read them.
/// </summary>
internal sealed class FinalCheckMiddleware(RequestDelegate next, FinalCheck check)
{
    public Task InvokeAsync(HttpContext context)
    {
        GuardedEndpointFeature guard = GuardedEndpointFeature.GetOrAdd(context);
        return guard.PendingGates.Count > 0 && guard.Endpoint is { } endpoint ? check.RunAsync(context, endpoint, guard, next) : next(context);
    }
}
