using System;
using System.Diagnostics;

namespace Figma.Payments;

/// <summary>
/// The token that a plugin or widget gets from <c>figma.payments.getPluginPaymentTokenAsync()</c>: <c>plugin_payment_token</c>.
/// </summary>
/// <remarks>
/// <para>Opaque and short-lived (minutes, says Figma's documentation). It names the current user and the plugin or widget; it does not replace the personal access token.</para>
/// <para>A secret: <see cref="ToString"/>, the debugger and string interpolation show that there is one, never it; serializers find nothing.</para>
/// <para><c>default</c> holds no token: asking with it is refused before anything is sent.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct PluginPaymentToken : IEquatable<PluginPaymentToken>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    /// <summary>Makes a token from its text.</summary>
    /// <param name="value">The token's text, as the plugin sent it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> cannot be such a token; the message says why and repeats none of it.</exception>
    public PluginPaymentToken(string value) => _value = TokenText.RequirePaymentToken(value, nameof(value));

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? Secret => _value;

    /// <inheritdoc/>
    public bool Equals(PluginPaymentToken other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PluginPaymentToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Says whether there is a token, never which.</summary>
    public override string ToString() => TokenText.Describe(nameof(PluginPaymentToken), _value);

    /// <summary>Whether both are the same token.</summary>
    public static bool operator ==(PluginPaymentToken left, PluginPaymentToken right) => left.Equals(right);

    /// <summary>Whether the two are different tokens.</summary>
    public static bool operator !=(PluginPaymentToken left, PluginPaymentToken right) => !left.Equals(right);
}
