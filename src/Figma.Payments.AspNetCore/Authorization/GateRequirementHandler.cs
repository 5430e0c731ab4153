using System;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authentication;
using Figma.Payments.AspNetCore.Cors;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Succeeds only if the gate itself has admitted the caller, and adds the identity of the gate to the user. Claims of the user don't matter.</summary>
internal sealed class GateRequirementHandler(GateRegistry gates, TimeProvider? time = null) : AuthorizationHandler<GateRequirement>
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, GateRequirement requirement)
    {
        if (gates.TryGet(requirement.Gate, out Gate? gate) && FindPayment(context.Resource, gate) is { } payment)
        {
            // Other requirements of the same policy can read the claims.
            if (!context.User.HasClaim(GateClaims.GateType, gate.Name))
                context.User.AddIdentity(GateClaims.CreateIdentity(gate, payment));

            if (context.Resource is HttpContext http)
                await GateCors.EnsureAppliedAsync(http).ConfigureAwait(false);

            context.Succeed(requirement);
        }
    }

    private FigmaPayment? FindPayment(object? resource, Gate gate) => resource switch
    {
        HttpContext http => FindPayment(RequestDecisions.Find(http), gate),
        HubInvocationContext { Context: { } caller } when caller.GetHttpContext() is { } http =>
            RequestDecisions.FindForConnection(http) is { } decisions && decisions.Allows(gate, _time.GetUtcNow()) ? FindPayment(decisions, gate) : null,
        _ => null,
    };

    private static FigmaPayment? FindPayment(RequestDecisions? decisions, Gate gate) =>
        decisions is not null && decisions.TryGet(gate, out FigmaPaymentsDecision? decision) ? decision.Payment : null;
}
