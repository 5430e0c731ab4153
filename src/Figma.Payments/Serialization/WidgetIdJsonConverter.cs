using System.ComponentModel;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="WidgetId"/> to and from a JSON string. <c>System.Text.Json</c> uses it without configuration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WidgetIdJsonConverter : IdJsonConverter<WidgetId>
{
    private protected override string Kind => nameof(WidgetId);

    private protected override WidgetId Create(string text) => new(text);

    private protected override string? GetText(WidgetId id) => id.ValueOrNull;
}
