using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>One of the four kinds of ids.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Segment">What stands before the id in a Community address; null for a user, who has none.</param>
internal sealed record IdKind(string Name, string? Segment)
{
    private static readonly IdKind User = new("UserId", null);
    private static readonly IdKind Plugin = new(KnownNames.PluginId, "plugin");
    private static readonly IdKind Widget = new(KnownNames.WidgetId, "widget");
    private static readonly IdKind CommunityFile = new(KnownNames.CommunityFileId, "file");

    /// <summary>The kind that a type stands for, or null.</summary>
    public static IdKind? Of(ITypeSymbol? type) => type is null || !type.IsOfLibrary(type.Name)
        ? null
        : Named(type.Name);

    /// <summary>The kind that a role asks for, or null.</summary>
    public static IdKind? Of(PaymentsRole role) => role switch
    {
        PaymentsRole.UserId => User,
        PaymentsRole.PluginId => Plugin,
        PaymentsRole.WidgetId => Widget,
        PaymentsRole.CommunityFileId => CommunityFile,
        _ => null,
    };

    /// <summary>The kind of that name, or null.</summary>
    public static IdKind? Named(string name) => name switch
    {
        "UserId" => User,
        KnownNames.PluginId => Plugin,
        KnownNames.WidgetId => Widget,
        KnownNames.CommunityFileId => CommunityFile,
        _ => null,
    };
}
