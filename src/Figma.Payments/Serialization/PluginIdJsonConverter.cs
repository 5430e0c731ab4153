using System.ComponentModel;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="PluginId"/> to and from a JSON string. <c>System.Text.Json</c> uses it without configuration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginIdJsonConverter : IdJsonConverter<PluginId>
{
    private protected override string Kind => nameof(PluginId);

    private protected override PluginId Create(string text) => new(text);

    private protected override string? GetText(PluginId id) => id.ValueOrNull;
}
