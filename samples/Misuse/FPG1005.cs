using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg1005;

[PaymentsClient(PluginId = "1678669904810665842")]
public partial interface ITwoUsers
{
    Task<PaymentInformation> GetPaymentsAsync(UserId buyer, UserId seller);
}
