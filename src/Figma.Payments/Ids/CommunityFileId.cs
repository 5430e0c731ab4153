using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>
/// Represents the ID of a Figma Community file: the request parameter <c>community_file_id</c>.
/// </summary>
/// <remarks>
/// <para>A Community file's ID is the number after <c>file/</c> in its Community address. It is not the key of the file that was published.</para>
/// <para>
/// Figma's IDs are numbers of 18 or 19 digits, which a <see cref="double"/> or a JavaScript number can't represent exactly.
/// This type keeps the ID's text, sends it unchanged and compares it ordinally.
/// </para>
/// <para>The <c>default</c> value is not a valid ID: using it throws <see cref="InvalidOperationException"/>.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(CommunityFileIdJsonConverter))]
[TypeConverter(typeof(CommunityFileIdTypeConverter))]
public readonly struct CommunityFileId : IEquatable<CommunityFileId>
#if NET8_0_OR_GREATER
    , ISpanParsable<CommunityFileId>
#endif
{
    private readonly string? _value;

    /// <summary>Initializes a new instance of the <see cref="CommunityFileId"/> structure from text.</summary>
    /// <param name="value">The text of the ID: 1 to 64 printable ASCII characters, except the space and <c>/?&amp;=#%</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> isn't a valid ID. The message gives the reason; it doesn't contain the value.</exception>
    public CommunityFileId(string value) => _value = IdText.Require(value, nameof(CommunityFileId), nameof(value));

    /// <summary>Initializes a new instance of the <see cref="CommunityFileId"/> structure from a number.</summary>
    /// <param name="value">The number, which must be positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not positive.</exception>
    public CommunityFileId(long value) => _value = IdText.Require(value, nameof(CommunityFileId), nameof(value));

    /// <summary>Gets the text of the ID, exactly as it was passed.</summary>
    /// <exception cref="InvalidOperationException">The ID is <c>default</c>.</exception>
    public string Value => _value ?? throw IdText.NotInitialized(nameof(CommunityFileId));

    internal string? ValueOrNull => _value;

    /// <summary>Converts an ID or the Community address of a Community file to a <see cref="CommunityFileId"/>.</summary>
    /// <param name="text">An ID, or a Community address such as <c>https://www.figma.com/community/file/737805260747778092/name</c>.</param>
    /// <returns>The ID.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is neither a valid ID nor the Community address of a Community file. The message gives the reason; it doesn't contain the text.</exception>
    public static CommunityFileId Parse(string text) => new(IdText.Parse(text, nameof(CommunityFileId), "file"));

    /// <summary>Converts an ID or the Community address of a Community file to a <see cref="CommunityFileId"/>, without throwing exceptions.</summary>
    /// <param name="text">An ID, or a Community address such as <c>https://www.figma.com/community/file/737805260747778092/name</c>.</param>
    /// <param name="id">The ID, or <c>default</c> if <paramref name="text"/> is neither a valid ID nor the Community address of a Community file.</param>
    /// <returns><c>true</c> if <paramref name="text"/> was converted; otherwise, <c>false</c>.</returns>
    public static bool TryParse(string? text, out CommunityFileId id)
    {
        bool isId = IdText.FindParseError(text, "file", out string value) is null;
        id = isId ? new CommunityFileId(value) : default;
        return isId;
    }

    /// <inheritdoc/>
    public bool Equals(CommunityFileId other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CommunityFileId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Returns the text of the ID, or an empty string if the ID is <c>default</c>.</summary>
    /// <returns>The text of the ID.</returns>
    public override string ToString() => _value ?? "";

    /// <summary>Determines whether two IDs are equal. The comparison is ordinal.</summary>
    /// <param name="left">The first ID.</param>
    /// <param name="right">The second ID.</param>
    /// <returns><c>true</c> if the IDs are equal; otherwise, <c>false</c>.</returns>
    public static bool operator ==(CommunityFileId left, CommunityFileId right) => left.Equals(right);

    /// <summary>Determines whether two IDs differ. The comparison is ordinal.</summary>
    /// <param name="left">The first ID.</param>
    /// <param name="right">The second ID.</param>
    /// <returns><c>true</c> if the IDs differ; otherwise, <c>false</c>.</returns>
    public static bool operator !=(CommunityFileId left, CommunityFileId right) => !left.Equals(right);

#if NET8_0_OR_GREATER
    static CommunityFileId IParsable<CommunityFileId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<CommunityFileId>.TryParse(string? s, IFormatProvider? provider, out CommunityFileId result) => TryParse(s, out result);

    static CommunityFileId ISpanParsable<CommunityFileId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<CommunityFileId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CommunityFileId result) => TryParse(s.ToString(), out result);
#endif
}
