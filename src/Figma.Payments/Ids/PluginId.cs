using System;
using System.Diagnostics;

namespace Figma.Payments;

/// <summary>
/// The id of a Figma plugin: <c>plugin_id</c>.
/// </summary>
/// <remarks>
/// <para>It is in the plugin's <c>manifest.json</c> (member <c>id</c>), and in its Community address behind <c>plugin/</c>.</para>
/// <para>
/// Figma's ids are numbers of 18 or 19 digits: too large for a <see cref="double"/> or a JavaScript number.
/// The text is kept and sent to the letter, and compared ordinally.
/// </para>
/// <para><c>default</c> is no id: using it throws <see cref="InvalidOperationException"/>.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct PluginId : IEquatable<PluginId>
#if NET8_0_OR_GREATER
    , IParsable<PluginId>
#endif
{
    private readonly string? _value;

    /// <summary>Makes an id from its text.</summary>
    /// <param name="value">The id's text: at most 64 characters, no white space, no control character, none of <c>/?&amp;=#%</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> cannot be an id; the message says why and does not repeat it.</exception>
    public PluginId(string value) => _value = IdText.Require(value, nameof(PluginId), nameof(value));

    /// <summary>Makes an id from its number.</summary>
    /// <param name="value">The id's number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not positive.</exception>
    public PluginId(long value) => _value = IdText.Require(value, nameof(PluginId), nameof(value));

    /// <summary>The id's text, as it was handed in.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public string Value => _value ?? throw IdText.NotInitialized(nameof(PluginId));

    internal string? ValueOrNull => _value;

    /// <summary>Reads an id, or the plugin's Community address (<c>https://www.figma.com/community/plugin/737805260747778092/its-name</c>).</summary>
    /// <param name="text">The id, or the plugin's Community address (<c>https://www.figma.com/community/plugin/737805260747778092/its-name</c>).</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is neither; the message says why and does not repeat it.</exception>
    public static PluginId Parse(string text) => new(IdText.Parse(text, nameof(PluginId), "plugin"));

    /// <summary>Reads an id, or the plugin's Community address (<c>https://www.figma.com/community/plugin/737805260747778092/its-name</c>).</summary>
    /// <param name="text">The id, or the plugin's Community address (<c>https://www.figma.com/community/plugin/737805260747778092/its-name</c>).</param>
    /// <param name="id">The id; <c>default</c> where there is none.</param>
    /// <returns>Whether <paramref name="text"/> is one.</returns>
    public static bool TryParse(string? text, out PluginId id)
    {
        bool isId = IdText.FindParseError(text, "plugin", out string value) is null;
        id = isId ? new PluginId(value) : default;
        return isId;
    }

    /// <inheritdoc/>
    public bool Equals(PluginId other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PluginId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The id's text; empty for <c>default</c>.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>Whether both are the same id, to the letter.</summary>
    public static bool operator ==(PluginId left, PluginId right) => left.Equals(right);

    /// <summary>Whether the two are different ids.</summary>
    public static bool operator !=(PluginId left, PluginId right) => !left.Equals(right);

#if NET8_0_OR_GREATER
    static PluginId IParsable<PluginId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PluginId>.TryParse(string? s, IFormatProvider? provider, out PluginId result) => TryParse(s, out result);
#endif
}
