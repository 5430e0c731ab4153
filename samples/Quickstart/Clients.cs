using System.Threading;
using System.Threading.Tasks;
using Figma.Payments;

namespace Quickstart;

/// <summary>Declares nothing of its own, so it gets every way to ask.</summary>
[PaymentsClient]
public partial interface IPayments;

/// <summary>Pinned to one plugin: its answers are about that plugin, or they are refused.</summary>
[PaymentsClient(PluginId = GlyphPlugin)]
public partial interface IGlyphPayments
{
    /// <summary>The id in the manifest of the plugin.</summary>
    const string GlyphPlugin = "1678669904810665842";

    /// <summary>Asks with the token that the plugin sent.</summary>
    Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);
}
