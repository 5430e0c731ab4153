namespace Figma.Payments;

/// <summary>The documentation's <c>payment_status</c>.</summary>
/// <remarks>Compare with what grants, never with what denies: a value that Figma adds later reads as <see cref="Unknown"/>.</remarks>
public enum PaymentStatus
{
    /// <summary>A value that this version does not know. It grants nothing.</summary>
    Unknown = 0,

    /// <summary><c>UNPAID</c>: the user has not paid, or no longer has access (refunded, subscription ended).</summary>
    Unpaid = 1,

    /// <summary><c>PAID</c>: the user has an active purchase.</summary>
    Paid = 2,

    /// <summary><c>TRIAL</c>: the user is in the trial period of a subscription.</summary>
    Trial = 3,
}
