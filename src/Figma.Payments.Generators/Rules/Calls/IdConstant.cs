using System;
using System.Globalization;
using Figma.Payments.Generators.Roslyn;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Validates constant IDs. No error repeats the constant, because it might be a secret.</summary>
internal static class IdConstant
{
    /// <summary>Returns why text isn't a valid ID, or null if it is. An address isn't accepted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">The kind of ID.</param>
    /// <param name="mayBeParsed">A value that indicates whether the text is passed as an ID, and not as text.</param>
    /// <param name="idInAddress">The ID in an address, or null.</param>
    public static string? FindError(string? text, IdKind kind, bool mayBeParsed, out string? idInAddress)
    {
        idInAddress = null;

        if (IdText.FindError(text) is null)
            return IdText.FindNumberError(text!);

        if (FindParseError(text, kind, out string id) is { } error)
            return error;

        idInAddress = id;
        return $"it is an address; use {(mayBeParsed ? $"'{kind.Name}.Parse' or " : "")}the number after '/{kind.Segment}/'";
    }

    /// <summary>Returns why text is neither a valid ID nor the address of a resource, or null if it is.</summary>
    public static string? FindParseError(string? text, IdKind kind, out string id) =>
        IdText.FindParseError(text, kind.Segment, out id) ?? IdText.FindNumberError(id);

    /// <summary>Returns the ID without the white space around it, or null if the text has another error.</summary>
    public static string? FindTrimmed(string? text) =>
        text?.Trim() is { } trimmed && trimmed.Length < text.Length && IdText.FindError(trimmed) is null && IdText.FindNumberError(trimmed) is null ? trimmed : null;

    /// <summary>Returns why a number isn't a valid ID, or null if it might be one.</summary>
    public static string? FindError(object number) => number switch
    {
        ulong unsigned => unsigned == 0 ? IdText.FindError(0) : null,
        long or int or uint or short or ushort or byte or sbyte or char => IdText.FindError(Convert.ToInt64(number, CultureInfo.InvariantCulture)),
        _ => null,
    };
}
