using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>One of the four types of IDs.</summary>
/// <param name="Name">The name of the type.</param>
/// <param name="Segment">The path segment before the ID in a Community address, or null for users.</param>
internal sealed record IdKind(string Name, string? Segment)
{
    private static readonly IdKind User = new("UserId", null);
    private static readonly IdKind Plugin = new(KnownNames.PluginId, "plugin");
    private static readonly IdKind Widget = new(KnownNames.WidgetId, "widget");
    private static readonly IdKind CommunityFile = new(KnownNames.CommunityFileId, "file");

    /// <summary>Returns the kind of an ID type, or null if the type isn't one.</summary>
    public static IdKind? Of(ITypeSymbol? type) => type is null || !type.IsOfLibrary(type.Name)
        ? null
        : Named(type.Name);

    /// <summary>Returns the kind of ID for a role, or null if the role has none.</summary>
    public static IdKind? Of(PaymentsRole role) => role switch
    {
        PaymentsRole.UserId => User,
        PaymentsRole.PluginId => Plugin,
        PaymentsRole.WidgetId => Widget,
        PaymentsRole.CommunityFileId => CommunityFile,
        _ => null,
    };

    /// <summary>Returns the kind for the name of an ID type, or null if there is none.</summary>
    public static IdKind? Named(string name) => name switch
    {
        "UserId" => User,
        KnownNames.PluginId => Plugin,
        KnownNames.WidgetId => Widget,
        KnownNames.CommunityFileId => CommunityFile,
        _ => null,
    };
}
