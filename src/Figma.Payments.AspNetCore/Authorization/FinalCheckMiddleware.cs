using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

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

/// <summary>Requires the decisions of the gates of an endpoint.</summary>
internal sealed class FinalCheck(GateRegistry gates)
{
    public async Task RunAsync(HttpContext context, IReadOnlyList<IGateMetadata> metadata, RequestDelegate next)
    {
        bool isHub = context.GetEndpoint()!.Metadata.GetMetadata<HubMetadata>() is not null;

        for (int i = 0; i < metadata.Count; i++)
        {
            Gate gate = gates.Get(metadata[i].Gate);
            FigmaPaymentsDecision decision = await RequestDecisions.GetOrDecideAsync(context, gate).ConfigureAwait(false);

            if (metadata[i].IsRequired && !decision.IsGranted)
            {
                await RefusalWriter.WriteAsync(context, gate, decision).ConfigureAwait(false);
                return;
            }

            if (isHub && metadata[i].IsRequired)
                RequestDecisions.Get(context).Require(gate);
        }

        if (isHub)
            RequestDecisions.Get(context).KeepForConnection(context);

        ResponseCaching.Prevent(context);
        await next(context).ConfigureAwait(false);
    }
}
