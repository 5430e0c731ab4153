using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>
/// Represents a payment token, which a plugin or widget gets from <c>figma.payments.getPluginPaymentTokenAsync()</c>: the request parameter <c>plugin_payment_token</c>.
/// </summary>
/// <remarks>
/// <para>A payment token is opaque and, according to Figma's documentation, expires after a few minutes. It identifies the current user and the plugin or widget. A request with it needs a personal access token too.</para>
/// <para>A token is a secret. <see cref="ToString"/>, the debugger and string interpolation show only whether there is a token. JSON serializers read a token, but throw <see cref="NotSupportedException"/> instead of writing one.</para>
/// <para>The <c>default</c> value contains no token: a request with it is rejected before anything is sent.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(PluginPaymentTokenJsonConverter))]
[TypeConverter(typeof(PluginPaymentTokenTypeConverter))]
public readonly struct PluginPaymentToken : IEquatable<PluginPaymentToken>
#if NET8_0_OR_GREATER
    , ISpanParsable<PluginPaymentToken>
#endif
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    /// <summary>Initializes a new instance of the <see cref="PluginPaymentToken"/> structure.</summary>
    /// <param name="value">The text of the token, exactly as the plugin or widget sent it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> isn't a valid token. For text from a request, use <see cref="TryParse"/>. The message gives the reason; it doesn't contain the value.</exception>
    public PluginPaymentToken(string value) => _value = TokenText.RequirePaymentToken(value, nameof(value));

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? Secret => _value;

    /// <summary>Converts text to a <see cref="PluginPaymentToken"/>.</summary>
    /// <param name="text">The text of the token, exactly as the plugin or widget sent it.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> isn't a valid token. The message gives the reason; it doesn't contain the text.</exception>
    public static PluginPaymentToken Parse(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));

        return TokenText.FindPaymentTokenError(text) is { } error
            ? throw new FormatException(TokenText.GetMessage(nameof(PluginPaymentToken), error))
            : new PluginPaymentToken(text);
    }

    /// <summary>Converts text to a <see cref="PluginPaymentToken"/>, without throwing exceptions. Use it for text from a request.</summary>
    /// <param name="text">The text of the token, exactly as the plugin or widget sent it.</param>
    /// <param name="token">The token, or <c>default</c> if <paramref name="text"/> isn't a valid token.</param>
    /// <returns><c>true</c> if <paramref name="text"/> was converted; otherwise, <c>false</c>.</returns>
    public static bool TryParse(string? text, out PluginPaymentToken token)
    {
        bool isToken = TokenText.FindPaymentTokenError(text) is null;
        token = isToken ? new PluginPaymentToken(text!) : default;
        return isToken;
    }

    /// <inheritdoc/>
    public bool Equals(PluginPaymentToken other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PluginPaymentToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Returns a text that indicates whether there is a token, but not the token itself.</summary>
    /// <returns>The name of the type, followed by <c>(hidden)</c> or <c>(none)</c>.</returns>
    public override string ToString() => TokenText.Describe(nameof(PluginPaymentToken), _value);

    /// <summary>Determines whether two tokens are equal.</summary>
    /// <param name="left">The first token.</param>
    /// <param name="right">The second token.</param>
    /// <returns><c>true</c> if the tokens are equal; otherwise, <c>false</c>.</returns>
    public static bool operator ==(PluginPaymentToken left, PluginPaymentToken right) => left.Equals(right);

    /// <summary>Determines whether two tokens differ.</summary>
    /// <param name="left">The first token.</param>
    /// <param name="right">The second token.</param>
    /// <returns><c>true</c> if the tokens differ; otherwise, <c>false</c>.</returns>
    public static bool operator !=(PluginPaymentToken left, PluginPaymentToken right) => !left.Equals(right);

#if NET8_0_OR_GREATER
    static PluginPaymentToken IParsable<PluginPaymentToken>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PluginPaymentToken>.TryParse(string? s, IFormatProvider? provider, out PluginPaymentToken result) => TryParse(s, out result);

    static PluginPaymentToken ISpanParsable<PluginPaymentToken>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<PluginPaymentToken>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PluginPaymentToken result) => TryParse(s.ToString(), out result);
#endif
}
