using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>
/// Represents the ID of a Figma user: the request parameter <c>user_id</c>.
/// </summary>
/// <remarks>
/// <para>Get the ID from the user's OAuth 2 sign-in on your own server (<c>user_id_string</c>). Don't trust an ID that a plugin sends, such as <c>figma.currentUser.id</c>: anyone can send it.</para>
/// <para>
/// Figma's IDs are numbers of 18 or 19 digits, which a <see cref="double"/> or a JavaScript number can't represent exactly.
/// This type keeps the ID's text, sends it unchanged and compares it ordinally.
/// </para>
/// <para>The <c>default</c> value is not a valid ID: using it throws <see cref="InvalidOperationException"/>.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(UserIdJsonConverter))]
[TypeConverter(typeof(UserIdTypeConverter))]
public readonly struct UserId : IEquatable<UserId>
#if NET8_0_OR_GREATER
    , ISpanParsable<UserId>
#endif
{
    private readonly string? _value;

    private UserId(string value, bool isValidated)
    {
        _ = isValidated;
        _value = value;
    }

    /// <summary>Initializes a new instance of the <see cref="UserId"/> structure from text.</summary>
    /// <param name="value">The text of the ID: 1 to 64 printable ASCII characters, except the space and <c>/?&amp;=#%</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> isn't a valid ID. The message gives the reason; it doesn't contain the value.</exception>
    public UserId(string value) => _value = IdText.Require(value, nameof(UserId), nameof(value));

    /// <summary>Initializes a new instance of the <see cref="UserId"/> structure from a number.</summary>
    /// <param name="value">The number, which must be positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not positive.</exception>
    public UserId(long value) => _value = IdText.Require(value, nameof(UserId), nameof(value));

    /// <summary>Gets the text of the ID, exactly as it was passed.</summary>
    /// <exception cref="InvalidOperationException">The ID is <c>default</c>.</exception>
    public string Value => _value ?? throw IdText.NotInitialized(nameof(UserId));

    internal string? ValueOrNull => _value;

    /// <summary>Creates an ID from text that has already been validated.</summary>
    internal static UserId FromValidated(string value) => new(value, isValidated: true);

    /// <summary>Converts the text of an ID to a <see cref="UserId"/>.</summary>
    /// <param name="text">The text of an ID.</param>
    /// <returns>The ID.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> isn't a valid ID. The message gives the reason; it doesn't contain the text.</exception>
    public static UserId Parse(string text) => new(IdText.Parse(text, nameof(UserId), null));

    /// <summary>Converts the text of an ID to a <see cref="UserId"/>, without throwing exceptions.</summary>
    /// <param name="text">The text of an ID.</param>
    /// <param name="id">The ID, or <c>default</c> if <paramref name="text"/> isn't a valid ID.</param>
    /// <returns><c>true</c> if <paramref name="text"/> was converted; otherwise, <c>false</c>.</returns>
    public static bool TryParse(string? text, out UserId id)
    {
        bool isId = IdText.FindParseError(text, null, out string value) is null;
        id = isId ? new UserId(value) : default;
        return isId;
    }

    /// <inheritdoc/>
    public bool Equals(UserId other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UserId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Returns the text of the ID, or an empty string if the ID is <c>default</c>.</summary>
    /// <returns>The text of the ID.</returns>
    public override string ToString() => _value ?? "";

    /// <summary>Determines whether two IDs are equal. The comparison is ordinal.</summary>
    /// <param name="left">The first ID.</param>
    /// <param name="right">The second ID.</param>
    /// <returns><c>true</c> if the IDs are equal; otherwise, <c>false</c>.</returns>
    public static bool operator ==(UserId left, UserId right) => left.Equals(right);

    /// <summary>Determines whether two IDs differ. The comparison is ordinal.</summary>
    /// <param name="left">The first ID.</param>
    /// <param name="right">The second ID.</param>
    /// <returns><c>true</c> if the IDs differ; otherwise, <c>false</c>.</returns>
    public static bool operator !=(UserId left, UserId right) => !left.Equals(right);

#if NET8_0_OR_GREATER
    static UserId IParsable<UserId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<UserId>.TryParse(string? s, IFormatProvider? provider, out UserId result) => TryParse(s, out result);

    static UserId ISpanParsable<UserId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<UserId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out UserId result) => TryParse(s.ToString(), out result);
#endif
}
