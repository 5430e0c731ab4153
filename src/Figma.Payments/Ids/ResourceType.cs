namespace Figma.Payments;

/// <summary>The kinds of resources that Figma sells: the documentation's <c>resource_type</c>.</summary>
public enum ResourceType
{
    /// <summary>A plugin: <c>PLUGIN</c>, asked for by <c>plugin_id</c>.</summary>
    Plugin = 1,

    /// <summary>A widget: <c>WIDGET</c>, asked for by <c>widget_id</c>.</summary>
    Widget = 2,

    /// <summary>A Community file: <c>COMMUNITY_FILE</c>, asked for by <c>community_file_id</c>.</summary>
    CommunityFile = 3,
}
