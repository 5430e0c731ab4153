using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Testing.WebApp;

[PaymentsClient(PluginId = "1678669904810665842")]
public partial interface IGlyphPayments
{
    Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);

    Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, UserId expectedUser, CancellationToken cancellationToken = default);
}
