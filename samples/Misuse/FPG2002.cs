using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg2002;

public sealed class SeveralResources(IPayments payments)
{
    public Task<PaymentInformation> GetAsync(UserId user, PluginId plugin, WidgetId widget) =>
        payments.GetPaymentsAsync(user, pluginId: plugin, widgetId: widget);
}
