using System;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Succeeds only if the gate itself has admitted the caller. Claims of the user don't matter.</summary>
internal sealed class GateRequirementHandler(GateRegistry gates, TimeProvider? time = null) : AuthorizationHandler<GateRequirement>
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, GateRequirement requirement)
    {
        if (gates.TryGet(requirement.Gate, out Gate? gate) && IsAdmitted(context.Resource, gate))
            context.Succeed(requirement);

        return Task.CompletedTask;
    }

    private bool IsAdmitted(object? resource, Gate gate) => resource switch
    {
        HttpContext http => RequestDecisions.Find(http) is { } decisions && decisions.TryGet(gate, out FigmaPaymentsDecision? decision) && decision.IsGranted,
        HubInvocationContext { Context: { } caller } when caller.GetHttpContext() is { } http => RequestDecisions.FindForConnection(http)?.Allows(gate, _time.GetUtcNow()) == true,
        _ => false,
    };
}
