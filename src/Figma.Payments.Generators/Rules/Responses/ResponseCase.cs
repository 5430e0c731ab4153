namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>A possible response, for which conditions are evaluated.</summary>
/// <param name="Status">The value of the payment status in the enumeration, or null if there is an error.</param>
/// <param name="Date">What is known about the date of purchase.</param>
internal sealed record ResponseCase(int? Status, PurchaseDate Date)
{
    /// <summary>The value of <c>PaymentStatus.Unknown</c>.</summary>
    public const int Unknown = 0;

    /// <summary>The value of <c>PaymentStatus.Unpaid</c>.</summary>
    public const int Unpaid = 1;

    /// <summary>The value of <c>PaymentStatus.Paid</c>.</summary>
    public const int Paid = 2;

    /// <summary>The value of <c>PaymentStatus.Trial</c>.</summary>
    public const int Trial = 3;

    /// <summary>Gets a value that indicates whether the response contains payment information.</summary>
    public bool IsSuccess => Status is not null;

    /// <summary>Gets the value of <c>IsPaid</c>.</summary>
    public bool IsPaid => Status == Paid;

    /// <summary>Gets the value of <c>IsPaidOrTrial</c>.</summary>
    public bool IsPaidOrTrial => Status is Paid or Trial;
}

/// <summary>The knowledge about the date of purchase in a <see cref="ResponseCase"/>.</summary>
internal enum PurchaseDate
{
    /// <summary>Nothing: no test of the date has a known result.</summary>
    Unknown,

    /// <summary>The date is independent of the payment status: a test of it has the same result in all cases.</summary>
    Independent,

    /// <summary>There is a date.</summary>
    Present,

    /// <summary>There is no date.</summary>
    Absent,
}
