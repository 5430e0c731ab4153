using Figma.Payments;

namespace Misuse.Fpg1007;

[PaymentsClient(PluginId = "1678669904810665842", WidgetId = "737805260747778092")]
public partial interface ITwoResources;
