using System.Threading;
using System.Threading.Tasks;
using Figma.Payments;

namespace Quickstart;

/// <summary>Sends requests about any resource. The interface declares no methods, so the generator adds all of them.</summary>
[PaymentsClient]
public partial interface IPayments;

/// <summary>Sends requests about the plugin in <c>manifest.json</c>, and rejects responses about any other.</summary>
[PaymentsClient(Manifest = "manifest.json")]
public partial interface IGlyphPayments
{
    /// <summary>Gets the payment information of the user and the plugin that the payment token identifies.</summary>
    Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);
}
