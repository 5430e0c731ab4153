using Figma.Payments;

namespace Misuse.Fpg3002;

public static class DecidedByNotUnpaid
{
    public static bool HasAccess(PaymentInformation information) => information.PaymentStatus != PaymentStatus.Unpaid;
}
