using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg3003;

public sealed class IgnoredResult(IPayments payments)
{
    public async Task EnsurePaidAsync(UserId user, PluginId plugin)
    {
        await payments.GetPaymentsAsync(user, plugin);
    }
}
