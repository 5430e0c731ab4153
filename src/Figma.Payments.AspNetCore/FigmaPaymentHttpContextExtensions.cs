using System;
using Figma.Payments.AspNetCore;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Decisions;

namespace Microsoft.AspNetCore.Http;

/// <summary>Provides extension methods that get the decision of a gate about the caller of a request.</summary>
public static class FigmaPaymentHttpContextExtensions
{
    /// <summary>Gets the payment of the caller.</summary>
    /// <param name="context">The HTTP context.</param>
    /// <param name="gate">The name of the gate, or null for the only gate of the endpoint.</param>
    /// <returns>The payment, or null if the gate doesn't admit the caller or the endpoint doesn't use the gate.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="gate"/> is null, and the endpoint has several gates.</exception>
    public static FigmaPayment? GetFigmaPayment(this HttpContext context, string? gate = null) => context.GetFigmaPaymentsDecision(gate)?.Payment;

    /// <summary>Gets the decision of a gate about the caller: the payment, or the reason for the refusal.</summary>
    /// <param name="context">The HTTP context.</param>
    /// <param name="gate">The name of the gate, or null for the only gate of the endpoint.</param>
    /// <returns>The decision, or null if the endpoint doesn't use the gate.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="gate"/> is null, and the endpoint has several gates.</exception>
    public static FigmaPaymentsDecision? GetFigmaPaymentsDecision(this HttpContext context, string? gate = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        gate ??= EndpointGates.Single(context.GetEndpoint());
        return gate is null ? null : RequestDecisions.Find(context)?.Find(gate);
    }
}
