using System;
using System.ComponentModel;
using System.Diagnostics;
#if !NETSTANDARD2_0
using System.Runtime.Versioning;
#endif
using System.Text.Json.Serialization;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>
/// Represents your personal access token, which authenticates requests to Figma. It is sent in the header <c>X-Figma-Token</c>.
/// </summary>
/// <remarks>
/// <para>Create the token in Figma's account settings. It begins with <c>figd_</c> and expires after 90 days at most, so plan to replace it. The Payments API doesn't support OAuth 2 tokens.</para>
/// <para>A token is a secret. <see cref="ToString"/>, the debugger and string interpolation show only whether there is a token. JSON serializers read a token, but throw <see cref="NotSupportedException"/> instead of writing one.</para>
/// <para>The <c>default</c> value contains no token: a request with it is rejected before anything is sent.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(PersonalAccessTokenJsonConverter))]
[TypeConverter(typeof(PersonalAccessTokenTypeConverter))]
public readonly struct PersonalAccessToken : IEquatable<PersonalAccessToken>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    private PersonalAccessToken(string? value, bool isValidated)
    {
        _ = isValidated;
        _value = value;
    }

    /// <summary>Initializes a new instance of the <see cref="PersonalAccessToken"/> structure.</summary>
    /// <param name="value">The text of the token. If it is null or empty, as a missing setting or environment variable is, the result is the <c>default</c> value, and the options report which client has no token.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> isn't a valid token. The message gives the reason; it doesn't contain the value.</exception>
    /// <remarks>It isn't supported in browsers, because the token would be public there.</remarks>
#if !NETSTANDARD2_0
    [UnsupportedOSPlatform("browser", PaymentsHttpHandler.BrowserMessage)]
#endif
    public PersonalAccessToken(string? value) => _value = string.IsNullOrEmpty(value) ? null : TokenText.RequireAccessToken(value, nameof(value));

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? Secret => _value;

    /// <summary>Converts text to a <see cref="PersonalAccessToken"/>.</summary>
    /// <param name="text">The text of the token.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> isn't a valid token. The message gives the reason; it doesn't contain the text.</exception>
    public static PersonalAccessToken Parse(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));

        return TokenText.FindAccessTokenError(text) is { } error
            ? throw new FormatException(TokenText.GetMessage(nameof(PersonalAccessToken), error))
            : new PersonalAccessToken(text);
    }

    /// <summary>Converts text to a <see cref="PersonalAccessToken"/>, without throwing exceptions.</summary>
    /// <param name="text">The text of the token.</param>
    /// <param name="token">The token, or <c>default</c> if <paramref name="text"/> isn't a valid token.</param>
    /// <returns><c>true</c> if <paramref name="text"/> was converted; otherwise, <c>false</c>.</returns>
    public static bool TryParse(string? text, out PersonalAccessToken token)
    {
        bool isToken = TokenText.FindAccessTokenError(text) is null;
        token = isToken ? FromValidated(text) : default;
        return isToken;
    }

    /// <summary>Creates a token from text that has already been validated, or <c>default</c> from null.</summary>
    internal static PersonalAccessToken FromValidated(string? value) => new(value, isValidated: true);

    /// <inheritdoc/>
    public bool Equals(PersonalAccessToken other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PersonalAccessToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Returns a text that indicates whether there is a token, but not the token itself.</summary>
    /// <returns>The name of the type, followed by <c>(hidden)</c> or <c>(none)</c>.</returns>
    public override string ToString() => TokenText.Describe(nameof(PersonalAccessToken), _value);

    /// <summary>Determines whether two tokens are equal.</summary>
    /// <param name="left">The first token.</param>
    /// <param name="right">The second token.</param>
    /// <returns><c>true</c> if the tokens are equal; otherwise, <c>false</c>.</returns>
    public static bool operator ==(PersonalAccessToken left, PersonalAccessToken right) => left.Equals(right);

    /// <summary>Determines whether two tokens differ.</summary>
    /// <param name="left">The first token.</param>
    /// <param name="right">The second token.</param>
    /// <returns><c>true</c> if the tokens differ; otherwise, <c>false</c>.</returns>
    public static bool operator !=(PersonalAccessToken left, PersonalAccessToken right) => !left.Equals(right);
}
