using System;

namespace Figma.Payments.Testing.Ledger;

/// <summary>The purchase of one resource by one user.</summary>
internal readonly record struct Purchase(PaymentStatus Status, DateTimeOffset? DateOfPurchase)
{
    public static Purchase Never { get; } = new(PaymentStatus.Unpaid, null);
}
