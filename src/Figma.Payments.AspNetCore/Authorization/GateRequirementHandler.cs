using System;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Cors;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Succeeds only if the gate itself has admitted the caller. Claims of the user don't matter.</summary>
internal sealed class GateRequirementHandler(GateRegistry gates, TimeProvider? time = null) : IAuthorizationHandler
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (IAuthorizationRequirement requirement in context.Requirements)
        {
            if (requirement is not GateRequirement { Gate: var name } || !gates.TryGet(name, out Gate? gate) || !IsAdmitted(context.Resource, gate))
                continue;

            if (context.Resource is HttpContext http && !GateCors.IsInvoked(http))
                await GateCors.EnsureAppliedAsync(http).ConfigureAwait(false);

            context.Succeed(requirement);
        }
    }

    private bool IsAdmitted(object? resource, Gate gate) => resource switch
    {
        HttpContext http => IsAdmitted(http, gate),

        // A filter of MVC evaluates the policies of the endpoint too.
        AuthorizationFilterContext filter => IsAdmitted(filter.HttpContext, gate),
        HubInvocationContext { Context: { } caller } when caller.GetHttpContext() is { } http => RequestDecisions.FindForConnection(http)?.Allows(gate, _time.GetUtcNow()) == true,
        _ => false,
    };

    private static bool IsAdmitted(HttpContext context, Gate gate) => RequestDecisions.Find(context)?.FindPayment(gate) is not null;
}
