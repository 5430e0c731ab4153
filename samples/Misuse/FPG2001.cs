using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg2001;

public sealed class NoResource(IPayments payments)
{
    public Task<PaymentInformation> GetAsync(UserId user) => payments.GetPaymentsAsync(user);
}
