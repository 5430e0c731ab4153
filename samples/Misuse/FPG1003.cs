using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg1003;

[PaymentsClient(PluginId = "1678669904810665842")]
public partial interface IHidesTrials
{
    Task<bool> HasPaidAsync(UserId userId);
}
