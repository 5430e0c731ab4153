using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg2004;

public sealed class UncheckedForwarding(IPayments payments)
{
    public Task<PaymentInformation> GetAsync(UserId user, PluginId? pluginId = null, WidgetId? widgetId = null) =>
        payments.GetPaymentsAsync(user, pluginId: pluginId, widgetId: widgetId);
}
