using Figma.Payments;

namespace Misuse.Fpg3002;

public static class DecidedByNotUnpaid
{
    public static bool HasAccess(PaymentInformation answer) => answer.PaymentStatus != PaymentStatus.Unpaid;
}
