using System;
using System.Diagnostics.CodeAnalysis;

namespace Figma.Payments.AspNetCore;

/// <summary>Contains the decision of a gate about one caller: the payment, or the reason for the refusal.</summary>
public sealed class FigmaPaymentsDecision
{
    /// <summary>The request itself, or the state of the gate.</summary>
    internal const string SourceRequest = "request";

    /// <summary>The cache.</summary>
    internal const string SourceCache = "cache";

    /// <summary>A response from Figma.</summary>
    internal const string SourceFigma = "figma";

    private FigmaPaymentsDecision(FigmaPayment? payment, FigmaPaymentsRefusal refusal, PaymentStatus? status, TimeSpan? retryAfter)
    {
        Payment = payment;
        Refusal = refusal;
        Status = status;
        RetryAfter = retryAfter;
    }

    /// <summary>Gets a value that indicates whether the gate admits the caller.</summary>
    [MemberNotNullWhen(true, nameof(Payment))]
    public bool IsGranted => Payment is not null;

    /// <summary>Gets the payment, or null if the gate refuses the caller.</summary>
    public FigmaPayment? Payment { get; }

    /// <summary>Gets the reason for the refusal, or <see cref="FigmaPaymentsRefusal.None"/> if the gate admits the caller.</summary>
    public FigmaPaymentsRefusal Refusal { get; }

    /// <summary>Gets the payment status, or null if it isn't known. Don't use it to decide access; use <see cref="IsGranted"/>.</summary>
    public PaymentStatus? Status { get; }

    /// <summary>Gets the time to wait before the next attempt, or null if waiting doesn't change the decision.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Gets the source of the decision, for telemetry.</summary>
    internal string Source { get; init; } = SourceRequest;

    /// <summary>Creates the decision to admit a caller. Use it in tests of your own code.</summary>
    /// <param name="payment">The payment.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payment"/> is null.</exception>
    public static FigmaPaymentsDecision Grant(FigmaPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return new FigmaPaymentsDecision(payment, FigmaPaymentsRefusal.None, payment.Status, retryAfter: null);
    }

    internal static FigmaPaymentsDecision Grant(FigmaPayment payment, string source) =>
        new(payment, FigmaPaymentsRefusal.None, payment.Status, retryAfter: null) { Source = source };

    internal static FigmaPaymentsDecision Refuse(FigmaPaymentsRefusal refusal, PaymentStatus? status, TimeSpan? retryAfter, string source) =>
        new(payment: null, refusal, status, retryAfter) { Source = source };

    /// <summary>Creates the decision to refuse a caller. Use it in tests of your own code.</summary>
    /// <param name="refusal">The reason.</param>
    /// <param name="status">The payment status, or null if it isn't known.</param>
    /// <param name="retryAfter">The time to wait before the next attempt, or null.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="refusal"/> isn't a reason for a refusal.</exception>
    public static FigmaPaymentsDecision Refuse(FigmaPaymentsRefusal refusal, PaymentStatus? status = null, TimeSpan? retryAfter = null)
    {
        if (refusal is < FigmaPaymentsRefusal.TokenMissing or > FigmaPaymentsRefusal.Unavailable)
            throw new ArgumentOutOfRangeException(nameof(refusal));

        return new FigmaPaymentsDecision(payment: null, refusal, status, retryAfter);
    }

    /// <summary>Returns a one-line description of the decision. It contains no secrets.</summary>
    /// <returns>The description.</returns>
    public override string ToString() => Payment?.ToString() ?? (Status is { } status ? $"{Refusal} ({status})" : Refusal.ToString());
}
