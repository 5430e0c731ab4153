using Figma.Payments;

namespace Misuse.Fpg3004;

public static class DecidedBySuccess
{
    public static bool HasAccess(PaymentsResult result) => result.IsSuccess;
}
