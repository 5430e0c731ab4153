using System;

namespace Figma.Payments;

/// <summary>
/// Marks a partial interface for which a client of Figma's Payments REST API is generated.
/// </summary>
/// <remarks>
/// <para>
/// Every abstract method of the interface, including inherited ones, is a client method: it sends a request to the endpoint <c>GET /v1/payments</c>.
/// If the interface has no abstract methods, the generator adds all of them.
/// </para>
/// <para>
/// The properties pin the client to one resource; set at most one of them. The methods of a pinned client need no resource ID, and the client
/// rejects a response about any other resource.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public sealed class PaymentsClientAttribute : Attribute
{
    /// <summary>Gets or sets the ID of the plugin that the client is pinned to: the number in its manifest, or after <c>plugin/</c> in its Community address.</summary>
    public string? PluginId { get; set; }

    /// <summary>Gets or sets the ID of the widget that the client is pinned to: the number in its manifest, or after <c>widget/</c> in its Community address.</summary>
    public string? WidgetId { get; set; }

    /// <summary>Gets or sets the ID of the Community file that the client is pinned to: the number after <c>file/</c> in its Community address.</summary>
    public string? CommunityFileId { get; set; }

    /// <summary>
    /// Gets or sets the path of the manifest that contains the ID of the plugin or widget that the client is pinned to, relative to the project file: <c>"manifest.json"</c> or <c>"../plugin/manifest.json"</c>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The manifest must be an additional file of the project. The package adds a <c>manifest.json</c> next to the project file automatically.
    /// Add any other manifest with <c>&lt;AdditionalFiles Include="…" /&gt;</c> in the project file. If no additional file has this path, the manifest is the one
    /// whose path ends with it. Paths are compared folder by folder and without regard to case; <c>/</c> and <c>\</c> are equivalent.
    /// </para>
    /// <para>
    /// The ID is the member <c>id</c>, which is read when the project is compiled; the file is not needed at run time. It is the ID of a widget
    /// if the manifest contains <c>"containsWidget": true</c> (see Figma's documentation of the manifest); otherwise, it is the ID of a plugin.
    /// </para>
    /// </remarks>
    public string? Manifest { get; set; }
}
