using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Figma.Payments.CompilerServices;

/// <summary>
/// One argument of a generated client's method, whatever its type. Not for use in your own code.
/// </summary>
/// <remarks><c>default</c>, null and empty text are an argument that was not supplied.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Usage", "CA2225", Justification = "Generated code converts; nobody calls.")]
[SuppressMessage("Performance", "CA1815", Justification = "It lives for one call.")]
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

    /// <summary>The text to send; null where nothing was supplied, or nothing that can be sent. May be a secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? Text => _text;

    /// <summary>Why the argument cannot be sent, where that is known already.</summary>
    internal string? Error { get; }

    /// <summary>Whether the text was checked for its role when its type was made.</summary>
    internal bool IsValidated { get; }

    internal bool IsSpecified => _text is not null || Error is not null;

    /// <summary>Says whether there is an argument, never which: it may be a secret.</summary>
    public override string ToString() => IsSpecified ? "supplied" : "not supplied";

    /// <summary>A payment token, or none.</summary>
    public static implicit operator PaymentsArgument(PluginPaymentToken? token) => token is { } value ? FromTyped(value.Secret, nameof(PluginPaymentToken)) : default;

    /// <summary>A user's id, or none.</summary>
    public static implicit operator PaymentsArgument(UserId? id) => id is { } value ? FromTyped(value.ValueOrNull, nameof(UserId)) : default;

    /// <summary>A Community file's id, or none.</summary>
    public static implicit operator PaymentsArgument(CommunityFileId? id) => id is { } value ? FromTyped(value.ValueOrNull, nameof(CommunityFileId)) : default;

    /// <summary>A plugin's id, or none.</summary>
    public static implicit operator PaymentsArgument(PluginId? id) => id is { } value ? FromTyped(value.ValueOrNull, nameof(PluginId)) : default;

    /// <summary>A widget's id, or none.</summary>
    public static implicit operator PaymentsArgument(WidgetId? id) => id is { } value ? FromTyped(value.ValueOrNull, nameof(WidgetId)) : default;

    /// <summary>Text, or none.</summary>
    public static implicit operator PaymentsArgument(string? text) => string.IsNullOrEmpty(text) ? default : new(text, error: null, isValidated: false);

    /// <summary>A number, or none.</summary>
    public static implicit operator PaymentsArgument(long? number) => number switch
    {
        null => default,
        > 0 => new(number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture), error: null, isValidated: false),
        _ => new(text: null, IdText.FindError(number.GetValueOrDefault()), isValidated: false),
    };

    /// <summary>A number, or none.</summary>
    [CLSCompliant(false)]
    public static implicit operator PaymentsArgument(ulong? number) => number switch
    {
        null => default,
        > 0 => new(number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture), error: null, isValidated: false),
        _ => new(text: null, IdText.FindError(0), isValidated: false),
    };

    private static PaymentsArgument FromTyped(string? text, string type) =>
        text is null
            ? new(text: null, $"it is default({type}), which is nothing that can be sent", isValidated: true)
            : new(text, error: null, isValidated: true);
}
