using System.Globalization;
using Figma.Payments;

namespace Quickstart;

/// <summary>Decides who gets access, and describes why.</summary>
internal static class AccessDecision
{
    /// <summary>Determines whether the user gets access. This product includes trials; use <c>IsPaid</c> if yours doesn't.</summary>
    public static bool IsGranted(PaymentsResult result) => result.IsPaidOrTrial;

    public static string DescribeResponse(PaymentsResult result) => result.IsSuccess
        ? result.Information.PaymentStatusText
        : result.Error.Kind.ToString();

    public static string DescribeReason(PaymentsResult result)
    {
        if (!result.IsSuccess)
            return result.Error.Description;

        return result.Information.PaymentStatus switch
        {
            PaymentStatus.Paid => "an active purchase",
            PaymentStatus.Trial => "in the trial period, which this product includes",
            PaymentStatus.Unpaid when result.Information.DateOfPurchase is { } date =>
                string.Create(CultureInfo.InvariantCulture, $"bought on {date:yyyy-MM-dd}, but refunded or ended; the date proves nothing"),
            PaymentStatus.Unpaid => "never bought it",
            _ => "a status that this version doesn't know",
        };
    }
}
