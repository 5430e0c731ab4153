using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg2003;

public sealed class SomePathWrong(IPayments payments)
{
    public Task<PaymentInformation> AskAsync(UserId user, bool isPlugin, PluginId plugin)
    {
        PluginId? pluginId = null;

        if (isPlugin)
            pluginId = plugin;

        return payments.GetPaymentsAsync(user, pluginId: pluginId);
    }
}
