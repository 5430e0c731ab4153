using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>
/// Requires the decisions of the endpoint's gates after the authorization, whatever the authorization decided: <c>[AllowAnonymous]</c>, another policy provider
/// or a handler that succeeds for every requirement don't open an endpoint. It also makes the decisions for endpoints that only read them.
/// </summary>
internal sealed class FinalCheckMiddleware(RequestDelegate next, GateRegistry gates)
{
    public Task InvokeAsync(HttpContext context)
    {
        IReadOnlyList<IGateMetadata> metadata = EndpointGates.Of(context.GetEndpoint());
        return metadata.Count == 0 ? next(context) : CheckAsync(context, metadata);
    }

    private async Task CheckAsync(HttpContext context, IReadOnlyList<IGateMetadata> metadata)
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
