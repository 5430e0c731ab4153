using System;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace Figma.Payments.AspNetCore.Hubs;

/// <summary>
/// Requires the decision of the gate for each invocation of a hub method. A connection lives longer than the payment information, so a method is refused
/// after the end of its lifetime; the client reconnects with a new token.
/// </summary>
internal sealed class GateHubFilter(TimeProvider? time = null) : IHubFilter
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ThrowIfRefused(invocationContext.Context);
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
            throw new HubException(RefusalTable.TypePrefix + RefusalTable.Get(FigmaPaymentsRefusal.TokenInvalid).Type);
    }
}
