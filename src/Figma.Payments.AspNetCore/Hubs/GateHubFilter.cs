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
        ThrowIfRefused(invocationContext.Context, invocationContext.Hub);
        ThrowIfNotAdmitted(invocationContext.Context, invocationContext.HubMethod);
        return next(invocationContext);
    }

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        ThrowIfRefused(context.Context, context.Hub);
        return next(context);
    }

    private void ThrowIfRefused(HubCallerContext caller, Hub hub)
    {
        // A connection without an endpoint, such as that of UseHub, has no other gates than those of the attributes.
        ThrowIfNotAdmitted(caller, hub.GetType());

        if (caller.GetHttpContext() is not { } context)
            return;

        RequestDecisions? decisions = RequestDecisions.FindForConnection(context);

        if (decisions is null ? EndpointGates.IsRequired(context.GetEndpoint()) : !decisions.AllowsConnection(_time.GetUtcNow()))
            throw Refusal();
    }

    private void ThrowIfNotAdmitted(HubCallerContext caller, MemberInfo member)
    {
        foreach (RequireFigmaPaymentsAttribute attribute in member.GetCustomAttributes<RequireFigmaPaymentsAttribute>(inherit: true))
        {
            if (!IsAdmitted(caller, attribute.Gate))
                throw Refusal();
        }
    }

    /// <summary>Determines whether the gate of a hub or of a method has admitted the caller, whatever the authorization decided.</summary>
    private bool IsAdmitted(HubCallerContext caller, string gate) =>
        caller.GetHttpContext() is { } context && RequestDecisions.FindForConnection(context) is { } decisions && gates.Contains(gate) && decisions.Allows(gates.Get(gate), _time.GetUtcNow());

    private static HubException Refusal() => new(RefusalTable.TypePrefix + RefusalTable.Get(FigmaPaymentsRefusal.TokenInvalid).Type);
}
