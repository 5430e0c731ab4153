using System.Text.Json.Serialization;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>Specifies the type of a resource that users can buy: <c>resource_type</c> in Figma's documentation.</summary>
[JsonConverter(typeof(ResourceTypeJsonConverter))]
public enum ResourceType
{
    /// <summary>A plugin: <c>PLUGIN</c>, specified by <c>plugin_id</c>.</summary>
    Plugin = 1,

    /// <summary>A widget: <c>WIDGET</c>, specified by <c>widget_id</c>.</summary>
    Widget = 2,

    /// <summary>A Community file: <c>COMMUNITY_FILE</c>, specified by <c>community_file_id</c>.</summary>
    CommunityFile = 3,
}
