using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Requires the decisions of the gates of an endpoint.</summary>
internal sealed class FinalCheck(GateRegistry gates)
{
    /// <summary>Requires the decisions of gates, and continues with a delegate if each of them that refuses callers admits the caller.</summary>
    /// <param name="context">The HTTP context.</param>
    /// <param name="metadata">The gates.</param>
    /// <param name="guard">The guard that isn't needed anymore if the caller is admitted, or null.</param>
    /// <param name="next">The delegate.</param>
    public async Task RunAsync(HttpContext context, IReadOnlyList<IGateMetadata> metadata, GuardedEndpointFeature? guard, RequestDelegate next)
    {
        RequestDecisions decisions = RequestDecisions.Get(context);
        decisions.IsAuthorizing = false;
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
                decisions.Require(gate);
        }

        if (isHub)
            decisions.KeepForConnection(context);

        guard?.Pass();
        ResponseCaching.Prevent(context);
        await next(context).ConfigureAwait(false);
    }
}
