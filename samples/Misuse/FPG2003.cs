using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg2003;

public sealed class InvalidPath(IPayments payments)
{
    public Task<PaymentInformation> GetAsync(UserId user, bool isPlugin, PluginId plugin)
    {
        PluginId? pluginId = null;

        if (isPlugin)
            pluginId = plugin;

        return payments.GetPaymentsAsync(user, pluginId: pluginId);
    }
}
