using System;
using Figma.Payments.AspNetCore;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.SignalR;

/// <summary>Provides an extension method that gets the payment of the caller of a hub.</summary>
public static class FigmaPaymentHubExtensions
{
    /// <summary>Gets the payment of the caller, as it was when the connection was opened.</summary>
    /// <param name="context">The context of the caller.</param>
    /// <param name="gate">The name of the gate, or null for the only gate of the hub.</param>
    /// <returns>The payment, or null if the gate doesn't admit the caller or the hub doesn't use the gate.</returns>
    /// <remarks>It doesn't change while the connection is open. If the hub requires the gate, methods are refused after the lifetime of the payment information.</remarks>
    /// <exception cref="InvalidOperationException"><paramref name="gate"/> is null, and the hub has several gates.</exception>
    public static FigmaPayment? GetFigmaPayment(this HubCallerContext context, string? gate = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetHttpContext() is { } http ? RequestDecisions.FindForConnection(http)?.Find(gate)?.Payment : null;
    }
}
