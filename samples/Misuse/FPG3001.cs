using Figma.Payments;

namespace Misuse.Fpg3001;

public static class DecidedByDate
{
    public static bool HasAccess(PaymentInformation information) => information.DateOfPurchase is not null;
}
