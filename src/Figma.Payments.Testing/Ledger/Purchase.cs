using System;

namespace Figma.Payments.Testing.Ledger;

/// <summary>What one user has of one resource. The default is: never bought.</summary>
internal readonly record struct Purchase(PaymentStatus Status, DateTimeOffset? DateOfPurchase)
{
    public static Purchase Never { get; } = new(PaymentStatus.Unpaid, null);
}
