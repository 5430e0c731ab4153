using System;
using System.Diagnostics;

namespace Figma.Payments;

/// <summary>
/// Exactly one of a plugin's, a widget's or a Community file's id: the way to store and to pass the choice.
/// </summary>
/// <remarks><c>default</c> is no id: using it throws <see cref="InvalidOperationException"/>.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct ResourceId : IEquatable<ResourceId>
{
    private readonly ResourceType _type;
    private readonly string? _value;

    private ResourceId(ResourceType type, string value)
    {
        _type = type;
        _value = value;
    }

    /// <summary>Which of the three it is.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public ResourceType Type => _value is null ? throw NotInitialized() : _type;

    /// <summary>The id's text.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public string Value => _value ?? throw NotInitialized();

    internal string? ValueOrNull => _value;

    /// <summary>Makes an id from text that was checked already.</summary>
    internal static ResourceId FromValidated(ResourceType type, string value) => new(type, value);

    /// <summary>Takes the choice apart.</summary>
    /// <typeparam name="TResult">What is made of it.</typeparam>
    /// <param name="plugin">What to make of a plugin's id.</param>
    /// <param name="widget">What to make of a widget's id.</param>
    /// <param name="communityFile">What to make of a Community file's id.</param>
    /// <exception cref="ArgumentNullException">One of the three is null.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
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

    /// <summary>The kind and the id, such as <c>plugin 1678669904810665842</c>; empty for <c>default</c>.</summary>
    public override string ToString() => _type switch
    {
        ResourceType.Plugin => "plugin " + _value,
        ResourceType.Widget => "widget " + _value,
        ResourceType.CommunityFile => "Community file " + _value,
        _ => "",
    };

    /// <summary>Whether both are the same kind and the same id, to the letter.</summary>
    public static bool operator ==(ResourceId left, ResourceId right) => left.Equals(right);

    /// <summary>Whether the two differ in kind or in id.</summary>
    public static bool operator !=(ResourceId left, ResourceId right) => !left.Equals(right);

    /// <summary>A plugin's id is a resource's id.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static implicit operator ResourceId(PluginId id) => FromPluginId(id);

    /// <summary>A widget's id is a resource's id.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static implicit operator ResourceId(WidgetId id) => FromWidgetId(id);

    /// <summary>A Community file's id is a resource's id.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static implicit operator ResourceId(CommunityFileId id) => FromCommunityFileId(id);

    /// <summary>A plugin's id is a resource's id.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static ResourceId FromPluginId(PluginId id) => new(ResourceType.Plugin, id.Value);

    /// <summary>A widget's id is a resource's id.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static ResourceId FromWidgetId(WidgetId id) => new(ResourceType.Widget, id.Value);

    /// <summary>A Community file's id is a resource's id.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public static ResourceId FromCommunityFileId(CommunityFileId id) => new(ResourceType.CommunityFile, id.Value);

    private static InvalidOperationException NotInitialized() =>
        new("This ResourceId is default(ResourceId), which is no id: assign a PluginId, a WidgetId or a CommunityFileId to it.");
}
