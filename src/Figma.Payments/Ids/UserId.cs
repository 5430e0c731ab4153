using System;
using System.Diagnostics;

namespace Figma.Payments;

/// <summary>
/// The id of a Figma user: <c>user_id</c>.
/// </summary>
/// <remarks>
/// <para>It must come from the user's OAuth 2 sign-in on your own server (<c>user_id_string</c>). What a plugin sends as <c>figma.currentUser.id</c> proves nothing: anybody can send it.</para>
/// <para>
/// Figma's ids are numbers of 18 or 19 digits: too large for a <see cref="double"/> or a JavaScript number.
/// The text is kept and sent to the letter, and compared ordinally.
/// </para>
/// <para><c>default</c> is no id: using it throws <see cref="InvalidOperationException"/>.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct UserId : IEquatable<UserId>
#if NET8_0_OR_GREATER
    , IParsable<UserId>
#endif
{
    private readonly string? _value;

    private UserId(string value, bool isValidated)
    {
        _ = isValidated;
        _value = value;
    }

    /// <summary>Makes an id from its text.</summary>
    /// <param name="value">The id's text: at most 64 characters, no white space, no control character, none of <c>/?&amp;=#%</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> cannot be an id; the message says why and does not repeat it.</exception>
    public UserId(string value) => _value = IdText.Require(value, nameof(UserId), nameof(value));

    /// <summary>Makes an id from its number.</summary>
    /// <param name="value">The id's number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not positive.</exception>
    public UserId(long value) => _value = IdText.Require(value, nameof(UserId), nameof(value));

    /// <summary>The id's text, as it was handed in.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public string Value => _value ?? throw IdText.NotInitialized(nameof(UserId));

    internal string? ValueOrNull => _value;

    /// <summary>Makes an id from text that was checked already.</summary>
    internal static UserId FromValidated(string value) => new(value, isValidated: true);

    /// <summary>Reads an id.</summary>
    /// <param name="text">The id.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is none; the message says why and does not repeat it.</exception>
    public static UserId Parse(string text) => new(IdText.Parse(text, nameof(UserId), null));

    /// <summary>Reads an id.</summary>
    /// <param name="text">The id.</param>
    /// <param name="id">The id; <c>default</c> where there is none.</param>
    /// <returns>Whether <paramref name="text"/> is one.</returns>
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

    /// <summary>The id's text; empty for <c>default</c>.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>Whether both are the same id, to the letter.</summary>
    public static bool operator ==(UserId left, UserId right) => left.Equals(right);

    /// <summary>Whether the two are different ids.</summary>
    public static bool operator !=(UserId left, UserId right) => !left.Equals(right);

#if NET8_0_OR_GREATER
    static UserId IParsable<UserId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<UserId>.TryParse(string? s, IFormatProvider? provider, out UserId result) => TryParse(s, out result);
#endif
}
