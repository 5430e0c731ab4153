using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>
/// Requires the decisions of the endpoint's gates after the authorization, whatever the authorization decided: <c>[AllowAnonymous]</c>, another policy provider
/// or a handler that succeeds for every requirement don't open an endpoint. It also makes the decisions for endpoints that only read them.
/// </summary>
internal sealed class FinalCheckMiddleware(RequestDelegate next, GateRegistry gates)
{
    private readonly FinalCheck _check = new(gates);

    public Task InvokeAsync(HttpContext context)
    {
        Endpoint? endpoint = context.GetEndpoint();
        IReadOnlyList<IGateMetadata> metadata = EndpointGates.Of(endpoint);
        context.Features.Set<IEndpointFeature>(new GuardedEndpointFeature(_check, endpoint));
        return metadata.Count == 0 ? next(context) : _check.RunAsync(context, metadata, next);
    }
}
