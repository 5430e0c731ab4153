using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Refusals;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Requires the decisions of the gates of an endpoint.</summary>
internal sealed class FinalCheck(GateRegistry gates)
{
    /// <summary>Requires the decisions of the gates of an endpoint, and continues with a delegate if each of them that refuses callers admits the caller.</summary>
    /// <param name="context">The HTTP context.</param>
    /// <param name="endpoint">The endpoint. A middleware can execute it after it cleared or replaced the endpoint of the request.</param>
    /// <param name="guard">The guard that isn't needed anymore if the caller is admitted, or null.</param>
    /// <param name="next">The delegate.</param>
    public async Task RunAsync(HttpContext context, Endpoint endpoint, GuardedEndpointFeature? guard, RequestDelegate next)
    {
        RequestDecisions decisions = RequestDecisions.Get(context);
        decisions.IsAuthorizing = false;
        IReadOnlyList<IGateMetadata> metadata = EndpointGates.Of(endpoint);
        bool isHub = endpoint.Metadata.GetMetadata<HubMetadata>() is not null;

        for (int i = 0; i < metadata.Count; i++)
        {
            Gate gate = gates.Get(metadata[i].Gate);
            FigmaPaymentsDecision decision = await decisions.GetOrDecideAsync(context, gate).ConfigureAwait(false);

            if (metadata[i].IsRequired && !decision.IsGranted)
            {
                await RefusalWriter.WriteAsync(context, gate, decision).ConfigureAwait(false);
                return;
            }

            if (isHub && metadata[i].IsRequired)
                decisions.Require(gate);
        }

        if (isHub)
        {
            decisions.KeepForConnection(context);
            SetExpiration(context, decisions);
        }

        guard?.Pass();
        ResponseCaching.Prevent(context);
        await next(context).ConfigureAwait(false);
    }

    /// <summary>Lets SignalR close the connection when a decision expires, if the application wants that.</summary>
    private static void SetExpiration(HttpContext context, RequestDecisions decisions)
    {
        if (decisions.FindExpiration() is not { } expiration)
            return;

        AuthenticateResult? known = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;

        if (known?.Properties?.ExpiresUtc is { } earlier && earlier < expiration)
            return;

        AuthenticationTicket ticket = new(context.User, new AuthenticationProperties { ExpiresUtc = expiration }, known?.Ticket?.AuthenticationScheme ?? "");
        context.Features.Set<IAuthenticateResultFeature>(new ConnectionAuthentication { AuthenticateResult = AuthenticateResult.Success(ticket) });
    }

    private sealed class ConnectionAuthentication : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; }
    }
}
