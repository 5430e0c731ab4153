using System.ComponentModel;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="CommunityFileId"/> to and from a JSON string. <c>System.Text.Json</c> uses it without configuration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CommunityFileIdJsonConverter : IdJsonConverter<CommunityFileId>
{
    private protected override string Kind => nameof(CommunityFileId);

    private protected override CommunityFileId Create(string text) => new(text);

    private protected override string? GetText(CommunityFileId id) => id.ValueOrNull;
}
