using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>
/// Represents the ID of a Figma widget: the request parameter <c>widget_id</c>.
/// </summary>
/// <remarks>
/// <para>A widget's ID is the member <c>id</c> of its <c>manifest.json</c>, which also contains <c>"containsWidget": true</c>, and the number after <c>widget/</c> in its Community address.</para>
/// <para>
/// Figma's IDs are numbers of 18 or 19 digits, which a <see cref="double"/> or a JavaScript number can't represent exactly.
/// This type keeps the ID's text, sends it unchanged and compares it ordinally.
/// </para>
/// <para>The <c>default</c> value is not a valid ID: using it throws <see cref="InvalidOperationException"/>.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(WidgetIdJsonConverter))]
[TypeConverter(typeof(WidgetIdTypeConverter))]
public readonly struct WidgetId : IEquatable<WidgetId>
#if NET8_0_OR_GREATER
    , ISpanParsable<WidgetId>
#endif
{
    private readonly string? _value;

    /// <summary>Initializes a new instance of the <see cref="WidgetId"/> structure from text.</summary>
    /// <param name="value">The text of the ID: 1 to 64 printable ASCII characters, except the space and <c>/?&amp;=#%</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> isn't a valid ID. The message gives the reason; it doesn't contain the value.</exception>
    public WidgetId(string value) => _value = IdText.Require(value, nameof(WidgetId), nameof(value));

    /// <summary>Initializes a new instance of the <see cref="WidgetId"/> structure from a number.</summary>
    /// <param name="value">The number, which must be positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not positive.</exception>
    public WidgetId(long value) => _value = IdText.Require(value, nameof(WidgetId), nameof(value));

    /// <summary>Gets the text of the ID, exactly as it was passed.</summary>
    /// <exception cref="InvalidOperationException">The ID is <c>default</c>.</exception>
    public string Value => _value ?? throw IdText.NotInitialized(nameof(WidgetId));

    internal string? ValueOrNull => _value;

    /// <summary>Converts an ID or the Community address of a widget to a <see cref="WidgetId"/>.</summary>
    /// <param name="text">An ID, or a Community address such as <c>https://www.figma.com/community/widget/737805260747778092/name</c>.</param>
    /// <returns>The ID.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is neither a valid ID nor the Community address of a widget. The message gives the reason; it doesn't contain the text.</exception>
    public static WidgetId Parse(string text) => new(IdText.Parse(text, nameof(WidgetId), "widget"));

    /// <summary>Converts an ID or the Community address of a widget to a <see cref="WidgetId"/>, without throwing exceptions.</summary>
    /// <param name="text">An ID, or a Community address such as <c>https://www.figma.com/community/widget/737805260747778092/name</c>.</param>
    /// <param name="id">The ID, or <c>default</c> if <paramref name="text"/> is neither a valid ID nor the Community address of a widget.</param>
    /// <returns><c>true</c> if <paramref name="text"/> was converted; otherwise, <c>false</c>.</returns>
    public static bool TryParse(string? text, out WidgetId id)
    {
        bool isId = IdText.FindParseError(text, "widget", out string value) is null;
        id = isId ? new WidgetId(value) : default;
        return isId;
    }

    /// <inheritdoc/>
    public bool Equals(WidgetId other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WidgetId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Returns the text of the ID, or an empty string if the ID is <c>default</c>.</summary>
    /// <returns>The text of the ID.</returns>
    public override string ToString() => _value ?? "";

    /// <summary>Determines whether two IDs are equal. The comparison is ordinal.</summary>
    /// <param name="left">The first ID.</param>
    /// <param name="right">The second ID.</param>
    /// <returns><c>true</c> if the IDs are equal; otherwise, <c>false</c>.</returns>
    public static bool operator ==(WidgetId left, WidgetId right) => left.Equals(right);

    /// <summary>Determines whether two IDs differ. The comparison is ordinal.</summary>
    /// <param name="left">The first ID.</param>
    /// <param name="right">The second ID.</param>
    /// <returns><c>true</c> if the IDs differ; otherwise, <c>false</c>.</returns>
    public static bool operator !=(WidgetId left, WidgetId right) => !left.Equals(right);

#if NET8_0_OR_GREATER
    static WidgetId IParsable<WidgetId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<WidgetId>.TryParse(string? s, IFormatProvider? provider, out WidgetId result) => TryParse(s, out result);

    static WidgetId ISpanParsable<WidgetId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<WidgetId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out WidgetId result) => TryParse(s.ToString(), out result);
#endif
}
