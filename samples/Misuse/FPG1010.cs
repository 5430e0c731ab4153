using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg1010;

[PaymentsClient]
public partial interface IReturnsStatusOnly
{
    Task<PaymentStatus> GetStatusAsync(PluginPaymentToken token);
}
