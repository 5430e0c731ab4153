using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg1004;

[PaymentsClient(PluginId = "1678669904810665842")]
public partial interface IUnknownParameter
{
    Task<PaymentInformation> GetPaymentsAsync(string customer);
}
