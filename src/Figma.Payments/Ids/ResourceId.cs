using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>Represents the ID of exactly one resource: a plugin, a widget or a Community file.</summary>
/// <remarks>
/// <para>Use it to store or to pass a resource whose type is only known at run time. The three ID types convert to it implicitly.</para>
/// <para>The <c>default</c> value is not a valid ID: using it throws <see cref="InvalidOperationException"/>.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(ResourceIdJsonConverter))]
[TypeConverter(typeof(ResourceIdTypeConverter))]
public readonly struct ResourceId : IEquatable<ResourceId>
#if NET8_0_OR_GREATER
    , ISpanParsable<ResourceId>
#endif
{
    private readonly ResourceType _type;
    private readonly string? _value;

    private ResourceId(ResourceType type, string value)
    {
        _type = type;
        _value = value;
    }

    /// <summary>Gets the type of the resource.</summary>
    /// <exception cref="InvalidOperationException">The ID is <c>default</c>.</exception>
    public ResourceType Type => _value is null ? throw NotInitialized() : _type;

    /// <summary>Gets the text of the ID.</summary>
    /// <exception cref="InvalidOperationException">The ID is <c>default</c>.</exception>
    public string Value => _value ?? throw NotInitialized();

    internal string? ValueOrNull => _value;

    /// <summary>Creates an ID from text that has already been validated.</summary>
    internal static ResourceId FromValidated(ResourceType type, string value) => new(type, value);

    /// <summary>Converts text to a <see cref="ResourceId"/>.</summary>
    /// <param name="text">The type and the ID, such as <c>plugin 1678669904810665842</c> (see <see cref="ToString"/>), or a Community address.</param>
    /// <returns>The resource ID.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> has another form. The message gives the reason; it doesn't contain the text.</exception>
    public static ResourceId Parse(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));

        return ResourceText.FindParseError(text, out ResourceId id) is { } error
            ? throw new FormatException($"The value isn't a valid {nameof(ResourceId)}: {error}.")
            : id;
    }

    /// <summary>Converts text to a <see cref="ResourceId"/>, without throwing exceptions.</summary>
    /// <param name="text">The type and the ID, such as <c>plugin 1678669904810665842</c> (see <see cref="ToString"/>), or a Community address.</param>
    /// <param name="id">The resource ID, or <c>default</c> if <paramref name="text"/> has another form.</param>
    /// <returns><c>true</c> if <paramref name="text"/> was converted; otherwise, <c>false</c>.</returns>
    public static bool TryParse(string? text, out ResourceId id) => ResourceText.FindParseError(text, out id) is null;

    /// <summary>Deconstructs the ID into the type of the resource and the text.</summary>
    /// <param name="type">The type of the resource.</param>
    /// <param name="value">The text of the ID.</param>
    /// <exception cref="InvalidOperationException">The ID is <c>default</c>.</exception>
    public void Deconstruct(out ResourceType type, out string value)
    {
        type = Type;
        value = Value;
    }

    /// <summary>Calls the function for the type of the resource, and returns its result.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="plugin">The function to call if the resource is a plugin.</param>
    /// <param name="widget">The function to call if the resource is a widget.</param>
    /// <param name="communityFile">The function to call if the resource is a Community file.</param>
    /// <returns>The result of the function that was called.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plugin"/>, <paramref name="widget"/> or <paramref name="communityFile"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The ID is <c>default</c>.</exception>
    public TResult Match<TResult>(Func<PluginId, TResult> plugin, Func<WidgetId, TResult> widget, Func<CommunityFileId, TResult> communityFile)
    {
        if (plugin is null)
            throw new ArgumentNullException(nameof(plugin));

        if (widget is null)
            throw new ArgumentNullException(nameof(widget));

        if (communityFile is null)
            throw new ArgumentNullException(nameof(communityFile));

        return Type switch
        {
            ResourceType.Plugin => plugin(new PluginId(Value)),
            ResourceType.Widget => widget(new WidgetId(Value)),
            _ => communityFile(new CommunityFileId(Value)),
        };
    }

    /// <inheritdoc/>
    public bool Equals(ResourceId other) => _type == other._type && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ResourceId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : unchecked((StringComparer.Ordinal.GetHashCode(_value) * 397) ^ (int)_type);

    /// <summary>Returns the type and the ID, such as <c>plugin 1678669904810665842</c>, or an empty string if the ID is <c>default</c>.</summary>
    /// <returns>The type and the ID.</returns>
    public override string ToString() => _type switch
    {
        ResourceType.Plugin => ResourceText.PluginPrefix + _value,
        ResourceType.Widget => ResourceText.WidgetPrefix + _value,
        ResourceType.CommunityFile => ResourceText.CommunityFilePrefix + _value,
        _ => "",
    };

    /// <summary>Determines whether two IDs have the same type and the same text. The comparison is ordinal.</summary>
    /// <param name="left">The first ID.</param>
    /// <param name="right">The second ID.</param>
    /// <returns><c>true</c> if the IDs are equal; otherwise, <c>false</c>.</returns>
    public static bool operator ==(ResourceId left, ResourceId right) => left.Equals(right);

    /// <summary>Determines whether two IDs differ in type or text. The comparison is ordinal.</summary>
    /// <param name="left">The first ID.</param>
    /// <param name="right">The second ID.</param>
    /// <returns><c>true</c> if the IDs differ; otherwise, <c>false</c>.</returns>
    public static bool operator !=(ResourceId left, ResourceId right) => !left.Equals(right);

    /// <summary>Converts a <see cref="PluginId"/> to a <see cref="ResourceId"/>.</summary>
    /// <param name="id">The ID of a plugin.</param>
    /// <returns>The resource ID.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static implicit operator ResourceId(PluginId id) => FromPluginId(id);

    /// <summary>Converts a <see cref="WidgetId"/> to a <see cref="ResourceId"/>.</summary>
    /// <param name="id">The ID of a widget.</param>
    /// <returns>The resource ID.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static implicit operator ResourceId(WidgetId id) => FromWidgetId(id);

    /// <summary>Converts a <see cref="CommunityFileId"/> to a <see cref="ResourceId"/>.</summary>
    /// <param name="id">The ID of a Community file.</param>
    /// <returns>The resource ID.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static implicit operator ResourceId(CommunityFileId id) => FromCommunityFileId(id);

    /// <summary>Creates a <see cref="ResourceId"/> from a <see cref="PluginId"/>.</summary>
    /// <param name="id">The ID of a plugin.</param>
    /// <returns>The resource ID.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static ResourceId FromPluginId(PluginId id) => new(ResourceType.Plugin, id.Value);

    /// <summary>Creates a <see cref="ResourceId"/> from a <see cref="WidgetId"/>.</summary>
    /// <param name="id">The ID of a widget.</param>
    /// <returns>The resource ID.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static ResourceId FromWidgetId(WidgetId id) => new(ResourceType.Widget, id.Value);

    /// <summary>Creates a <see cref="ResourceId"/> from a <see cref="CommunityFileId"/>.</summary>
    /// <param name="id">The ID of a Community file.</param>
    /// <returns>The resource ID.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static ResourceId FromCommunityFileId(CommunityFileId id) => new(ResourceType.CommunityFile, id.Value);

#if NET8_0_OR_GREATER
    static ResourceId IParsable<ResourceId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ResourceId>.TryParse(string? s, IFormatProvider? provider, out ResourceId result) => TryParse(s, out result);

    static ResourceId ISpanParsable<ResourceId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<ResourceId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ResourceId result) => TryParse(s.ToString(), out result);
#endif

    private static InvalidOperationException NotInitialized() =>
        new("The ResourceId is not initialized. Assign a PluginId, a WidgetId or a CommunityFileId to it.");
}
