using System;

namespace Figma.Payments;

/// <summary>Parses the text of a <see cref="ResourceId"/>: the text that its <see cref="ResourceId.ToString"/> returns, or a Community address.</summary>
internal static class ResourceText
{
    public const string PluginPrefix = "plugin ";
    public const string WidgetPrefix = "widget ";
    public const string CommunityFilePrefix = "Community file ";

    /// <summary>The maximum length without a Community address.</summary>
    public const int MaxLength = IdText.MaxLength + 15;

    /// <summary>Returns the reason why there is no resource ID, or null if there is one.</summary>
    public static string? FindParseError(string? text, out ResourceId id)
    {
        id = default;

        if (text is null)
            return "it is null";

        foreach ((ResourceType type, string prefix, string segment) in Kinds)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                string value = text.Substring(prefix.Length);

                if (IdText.FindError(value) is { } error)
                    return error;

                id = ResourceId.FromValidated(type, value);
                return null;
            }

            // The text without a prefix has no type, so only an address is accepted here.
            if (IdText.FindError(text) is not null && IdText.FindParseError(text, segment, out string found) is null)
            {
                id = ResourceId.FromValidated(type, found);
                return null;
            }
        }

        return "it must have the form 'plugin 1678669904810665842', 'widget 1678669904810665842' or 'Community file 1678669904810665842', or be a Community address";
    }

    private static (ResourceType Type, string Prefix, string Segment)[] Kinds { get; } =
    [
        (ResourceType.Plugin, PluginPrefix, "plugin"),
        (ResourceType.Widget, WidgetPrefix, "widget"),
        (ResourceType.CommunityFile, CommunityFilePrefix, "file"),
    ];
}
