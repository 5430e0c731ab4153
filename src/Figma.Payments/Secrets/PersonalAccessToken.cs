using System;
using System.Diagnostics;

namespace Figma.Payments;

/// <summary>
/// Your own credential, sent as the header <c>X-Figma-Token</c>.
/// </summary>
/// <remarks>
/// <para>Made in Figma's account settings; begins with <c>figd_</c>; expires after 90 days at most, so expect to replace it. OAuth 2 tokens are not supported by the Payments API.</para>
/// <para>A secret: <see cref="ToString"/>, the debugger and string interpolation show that there is one, never it; serializers find nothing.</para>
/// <para><c>default</c> holds no token: asking with it is refused before anything is sent.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct PersonalAccessToken : IEquatable<PersonalAccessToken>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    private PersonalAccessToken(string? value, bool isValidated)
    {
        _ = isValidated;
        _value = value;
    }

    /// <summary>Makes a token from its text.</summary>
    /// <param name="value">The token's text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> cannot be such a token; the message says why and repeats none of it.</exception>
    public PersonalAccessToken(string value) => _value = TokenText.RequireAccessToken(value, nameof(value));

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? Secret => _value;

    /// <summary>Makes a token from text that was checked already; <c>default</c> of none.</summary>
    internal static PersonalAccessToken FromValidated(string? value) => new(value, isValidated: true);

    /// <inheritdoc/>
    public bool Equals(PersonalAccessToken other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PersonalAccessToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Says whether there is a token, never which.</summary>
    public override string ToString() => TokenText.Describe(nameof(PersonalAccessToken), _value);

    /// <summary>Whether both are the same token.</summary>
    public static bool operator ==(PersonalAccessToken left, PersonalAccessToken right) => left.Equals(right);

    /// <summary>Whether the two are different tokens.</summary>
    public static bool operator !=(PersonalAccessToken left, PersonalAccessToken right) => !left.Equals(right);
}
