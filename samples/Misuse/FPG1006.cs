using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg1006;

[PaymentsClient]
public partial interface IRequiresAllResources
{
    Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId communityFileId, PluginId pluginId, WidgetId widgetId);
}
