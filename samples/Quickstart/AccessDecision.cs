using System.Globalization;
using Figma.Payments;

namespace Quickstart;

/// <summary>What a result means for access, in words.</summary>
internal static class AccessDecision
{
    public static string Answer(PaymentsResult result) => result.IsSuccess
        ? result.Information.PaymentStatusText
        : result.Error.Kind.ToString();

    /// <summary>This product counts a trial as access; another may ask for <c>IsPaid</c>.</summary>
    public static bool IsGranted(PaymentsResult result) => result.IsPaidOrTrial;

    public static string Reason(PaymentsResult result)
    {
        if (!result.IsSuccess)
            return result.Error.Description;

        return result.Information.PaymentStatus switch
        {
            PaymentStatus.Paid => "an active purchase",
            PaymentStatus.Trial => "in the trial period, which this product counts as access",
            PaymentStatus.Unpaid when result.Information.DateOfPurchase is { } date =>
                string.Create(CultureInfo.InvariantCulture, $"bought on {date:yyyy-MM-dd}, but refunded or ended: the date proves nothing"),
            PaymentStatus.Unpaid => "never bought it",
            _ => "a status that this version does not know",
        };
    }
}
