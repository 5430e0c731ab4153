using System;

namespace Figma.Payments;

/// <summary>
/// Marks a partial interface whose methods are questions to Figma's Payments REST API; a client for it is generated.
/// </summary>
/// <remarks>
/// <para>
/// Every abstract method of the interface, inherited ones included, asks the one endpoint, <c>GET /v1/payments</c>.
/// An interface without abstract methods gets the whole surface.
/// </para>
/// <para>At most one of the resources may be pinned. A pinned client also refuses an answer about any other resource.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public sealed class PaymentsClientAttribute : Attribute
{
    /// <summary>The plugin that every question is about: the number in its manifest, or behind <c>plugin/</c> in its Community address.</summary>
    public string? PluginId { get; set; }

    /// <summary>The widget that every question is about: the number in its manifest, or behind <c>widget/</c> in its Community address.</summary>
    public string? WidgetId { get; set; }

    /// <summary>The Community file that every question is about: the number behind <c>file/</c> in its Community address.</summary>
    public string? CommunityFileId { get; set; }

    /// <summary>
    /// The manifest of the plugin or widget that every question is about, in place of its id: <c>"manifest.json"</c>, or the end of a longer path.
    /// </summary>
    /// <remarks>
    /// <para>
    /// It is one of the project's additional files, the one whose path ends with this, folder by folder; either slash separates, and case does not count.
    /// A <c>manifest.json</c> beside the project file is one by itself, where the package is referenced; any other is made one by
    /// <c>&lt;AdditionalFiles Include="…" /&gt;</c> in the project file.
    /// </para>
    /// <para>
    /// Its member <c>id</c>, the number that Figma assigned, is read when the project is compiled: a plugin's id, or a widget's where the manifest
    /// says <c>"containsWidget": true</c> (so says Figma's documentation of the manifest). The file itself is not needed at run time.
    /// </para>
    /// </remarks>
    public string? Manifest { get; set; }
}
