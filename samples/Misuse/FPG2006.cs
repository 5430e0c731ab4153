using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments;

namespace Misuse.Fpg2006;

public sealed class RawRequest(HttpClient http)
{
    public Task<string> GetAsync(UserId user, PluginId plugin, WidgetId widget) =>
        http.GetStringAsync($"https://api.figma.com/v1/payments?user_id={user}&plugin_id={plugin}&widget_id={widget}");
}
