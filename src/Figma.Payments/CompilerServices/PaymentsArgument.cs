using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Figma.Payments.CompilerServices;

/// <summary>
/// This API supports generated code and is not intended to be used directly from your code.
/// </summary>
/// <remarks>
/// <para>Represents an argument of a client method, independent of its type.</para>
/// <para>The <c>default</c> value, null and empty text represent an argument that is not specified.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Usage", "CA2225", Justification = "Only generated code uses the conversions.")]
[SuppressMessage("Performance", "CA1815", Justification = "Instances are never compared.")]
public readonly struct PaymentsArgument
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _text;

    private PaymentsArgument(string? text, string? error, bool isValidated)
    {
        _text = text;
        Error = error;
        IsValidated = isValidated;
    }

    /// <summary>Gets the text to send, or null if the argument is not specified or not valid. It can be a secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? Text => _text;

    /// <summary>Gets the reason why the argument is not valid, or null if none is known yet.</summary>
    internal string? Error { get; }

    /// <summary>Gets a value that indicates whether the type of the argument has already validated the text.</summary>
    internal bool IsValidated { get; }

    /// <summary>Gets a value that indicates whether the argument is specified, even if it is not valid.</summary>
    internal bool IsSpecified => _text is not null || Error is not null;

    /// <summary>Returns a text that indicates whether the argument is specified, but not its value, which can be a secret.</summary>
    /// <returns>The text <c>specified</c> or <c>not specified</c>.</returns>
    public override string ToString() => IsSpecified ? "specified" : "not specified";

    /// <summary>Converts a payment token to an argument.</summary>
    /// <param name="token">The payment token, or null if it is not specified.</param>
    public static implicit operator PaymentsArgument(PluginPaymentToken? token) => token is { } value ? FromTyped(value.Secret, nameof(PluginPaymentToken)) : default;

    /// <summary>Converts a user ID to an argument.</summary>
    /// <param name="id">The user ID, or null if it is not specified.</param>
    public static implicit operator PaymentsArgument(UserId? id) => id is { } value ? FromTyped(value.ValueOrNull, nameof(UserId)) : default;

    /// <summary>Converts the ID of a Community file to an argument.</summary>
    /// <param name="id">The ID, or null if it is not specified.</param>
    public static implicit operator PaymentsArgument(CommunityFileId? id) => id is { } value ? FromTyped(value.ValueOrNull, nameof(CommunityFileId)) : default;

    /// <summary>Converts the ID of a plugin to an argument.</summary>
    /// <param name="id">The ID, or null if it is not specified.</param>
    public static implicit operator PaymentsArgument(PluginId? id) => id is { } value ? FromTyped(value.ValueOrNull, nameof(PluginId)) : default;

    /// <summary>Converts the ID of a widget to an argument.</summary>
    /// <param name="id">The ID, or null if it is not specified.</param>
    public static implicit operator PaymentsArgument(WidgetId? id) => id is { } value ? FromTyped(value.ValueOrNull, nameof(WidgetId)) : default;

    /// <summary>Converts text to an argument.</summary>
    /// <param name="text">The text of an ID or a payment token; null or an empty string if it is not specified.</param>
    public static implicit operator PaymentsArgument(string? text) => string.IsNullOrEmpty(text) ? default : new(text, error: null, isValidated: false);

    /// <summary>Converts a number to an argument.</summary>
    /// <param name="number">The number of an ID, or null if it is not specified.</param>
    public static implicit operator PaymentsArgument(long? number) => number switch
    {
        null => default,
        > 0 => new(number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture), error: null, isValidated: false),
        _ => new(text: null, IdText.FindError(number.GetValueOrDefault()), isValidated: false),
    };

    /// <summary>Converts a number to an argument.</summary>
    /// <param name="number">The number of an ID, or null if it is not specified.</param>
    [CLSCompliant(false)]
    public static implicit operator PaymentsArgument(ulong? number) => number switch
    {
        null => default,
        > 0 => new(number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture), error: null, isValidated: false),
        _ => new(text: null, IdText.FindError(0), isValidated: false),
    };

    private static PaymentsArgument FromTyped(string? text, string type) =>
        text is null
            ? new(text: null, $"the {type} is not initialized", isValidated: true)
            : new(text, error: null, isValidated: true);
}
