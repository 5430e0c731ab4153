using System;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>Contains what a check of a subject led to: verified payment information, or the reason why there is none.</summary>
internal sealed class CheckOutcome
{
    private CheckOutcome(VerifiedPayment? payment, FigmaPaymentsRefusal refusal, TimeSpan? retryAfter, bool isTransient)
    {
        Payment = payment;
        Refusal = refusal;
        RetryAfter = retryAfter;
        IsTransient = isTransient;
    }

    public VerifiedPayment? Payment { get; }

    /// <summary>Gets the reason, if there is no payment information.</summary>
    public FigmaPaymentsRefusal Refusal { get; }

    public TimeSpan? RetryAfter { get; }

    /// <summary>Gets a value that indicates whether Figma limited the request or could not be reached, the gate had no request left, or other requests of the caller are waiting. In the grace period, old payment information is used then.</summary>
    public bool IsTransient { get; }

    /// <summary>Gets a value that indicates whether the budget of the caller was empty.</summary>
    public bool IsBudgetEmpty { get; private init; }

    /// <summary>
    /// Gets a value that indicates whether the outcome counts toward the caller's limit: the request brought nothing about the token or user ID, or it is another
    /// token of a user who wasn't admitted a moment ago.
    /// </summary>
    public bool CountsAsRefusal { get; private init; }

    public static CheckOutcome Verified(VerifiedPayment payment, bool countsAsRefusal = false) => new(payment, FigmaPaymentsRefusal.None, retryAfter: null, isTransient: false) { CountsAsRefusal = countsAsRefusal };

    public static CheckOutcome Refused(FigmaPaymentsRefusal refusal) => new(payment: null, refusal, retryAfter: null, isTransient: false) { CountsAsRefusal = true };

    /// <summary>Creates the outcome of a caller for whom no request is sent now.</summary>
    /// <param name="retryAfter">The time to wait.</param>
    /// <param name="isTransient"><c>true</c> if requests of the caller are waiting for Figma; <c>false</c> if Figma rejected too many.</param>
    public static CheckOutcome TooManyRequests(TimeSpan retryAfter, bool isTransient) => new(payment: null, FigmaPaymentsRefusal.TooManyRequests, retryAfter, isTransient);

    public static CheckOutcome Unavailable(TimeSpan? retryAfter = null, bool isTransient = false) => new(payment: null, FigmaPaymentsRefusal.Unavailable, retryAfter, isTransient);

    public static CheckOutcome BudgetEmpty(TimeSpan retryAfter) => new(payment: null, FigmaPaymentsRefusal.Unavailable, retryAfter, isTransient: true) { IsBudgetEmpty = true };

    /// <summary>Creates the outcome of a token request that Figma rejected, while it isn't known whether the payment token or our access token is the cause.</summary>
    public static CheckOutcome Undecided(TimeSpan? retryAfter) => new(payment: null, FigmaPaymentsRefusal.Unavailable, retryAfter, isTransient: false) { CountsAsRefusal = true };

    /// <summary>Returns the outcome as one that counts toward the caller's limit.</summary>
    public CheckOutcome AsRefusal() => new(Payment, Refusal, RetryAfter, IsTransient) { CountsAsRefusal = true };
}
