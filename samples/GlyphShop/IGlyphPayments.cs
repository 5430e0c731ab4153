using System.Threading;
using System.Threading.Tasks;
using Figma.Payments;

namespace GlyphShop;

/// <summary>Sends requests about the plugin in <c>Plugin/manifest.json</c>, and rejects responses about any other.</summary>
[PaymentsClient(Manifest = "Plugin/manifest.json")]
public partial interface IGlyphPayments
{
    /// <summary>Gets the payment information of the user and the plugin that the payment token identifies.</summary>
    Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);

    /// <summary>Gets the payment information of a user. With it, the gate checks the access token: see <c>Gate:ProbeUser</c> in the README.</summary>
    Task<PaymentsResult> TryGetPaymentsAsync(UserId userId, CancellationToken cancellationToken = default);
}
