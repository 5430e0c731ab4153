using System.Threading;
using System.Threading.Tasks;
using Figma.Payments;

namespace Quickstart;

/// <summary>Declares nothing of its own, so it gets every way to ask.</summary>
[PaymentsClient]
public partial interface IPayments;

/// <summary>Pinned to the plugin whose manifest is beside the project file: its answers are about that plugin, or they are refused.</summary>
[PaymentsClient(Manifest = "manifest.json")]
public partial interface IGlyphPayments
{
    /// <summary>Asks with the token that the plugin sent.</summary>
    Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);
}
