using System;
using System.Reflection;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace Figma.Payments.AspNetCore.Hubs;

/// <summary>
/// Requires the decisions of the gates of a hub and of its method for each invocation. A connection lives longer than the payment information, so a method is refused
/// after the end of its lifetime; the client reconnects with a new token.
/// </summary>
internal sealed class GateHubFilter(GateRegistry gates, TimeProvider? time = null) : IHubFilter
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ThrowIfRefused(invocationContext.Context);

        foreach (RequireFigmaPaymentsAttribute attribute in invocationContext.HubMethod.GetCustomAttributes<RequireFigmaPaymentsAttribute>(inherit: true))
        {
            if (!IsAdmitted(invocationContext.Context, attribute.Gate))
                throw Refusal();
        }

        return next(invocationContext);
    }

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        ThrowIfRefused(context.Context);
        return next(context);
    }

    private void ThrowIfRefused(HubCallerContext caller)
    {
        if (caller.GetHttpContext() is not { } context)
            return;

        RequestDecisions? decisions = RequestDecisions.FindForConnection(context);

        if (decisions is null ? EndpointGates.IsRequired(context.GetEndpoint()) : !decisions.AllowsConnection(_time.GetUtcNow()))
            throw Refusal();
    }

    /// <summary>Determines whether the gate of a method has admitted the caller, whatever the authorization decided.</summary>
    private bool IsAdmitted(HubCallerContext caller, string gate) =>
        caller.GetHttpContext() is { } context && RequestDecisions.FindForConnection(context) is { } decisions && gates.Contains(gate) && decisions.Allows(gates.Get(gate), _time.GetUtcNow());

    private static HubException Refusal() => new(RefusalTable.TypePrefix + RefusalTable.Get(FigmaPaymentsRefusal.TokenInvalid).Type);
}
