using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.AspNetCore.Tests;

[PaymentsClient(PluginId = Id)]
public partial interface IGlyphPayments
{
    const string Id = "1678669904810665842";

    Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);

    Task<PaymentsResult> TryGetPaymentsAsync(UserId userId, CancellationToken cancellationToken = default);
}
