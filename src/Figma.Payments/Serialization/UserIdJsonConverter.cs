using System.ComponentModel;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="UserId"/> to and from a JSON string. <c>System.Text.Json</c> uses it without configuration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UserIdJsonConverter : IdJsonConverter<UserId>
{
    private protected override string Kind => nameof(UserId);

    private protected override UserId Create(string text) => new(text);

    private protected override string? GetText(UserId id) => id.ValueOrNull;
}
