using System;
using System.Globalization;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Whether a constant is an id of its kind. Nothing of it is repeated: what was written by mistake may be a secret.</summary>
internal static class IdConstant
{
    /// <summary>Why text is no id where an id is taken to the letter, or null where it is one.</summary>
    public static string? FindFault(string? text, IdKind kind, out string? idInAddress)
    {
        idInAddress = null;

        if (IdText.FindError(text) is null)
            return FindNumberFault(text!);

        if (FindParsedFault(text, kind, out string id) is { } fault)
            return fault;

        idInAddress = id;
        return $"it is an address; use '{kind.Name}.Parse' or the number after '/{kind.Segment}/'";
    }

    /// <summary>Why text is neither an id nor the address of one, or null where it is.</summary>
    public static string? FindParsedFault(string? text, IdKind kind, out string id) =>
        IdText.FindParseError(text, kind.Segment, out id) ?? FindNumberFault(id);

    /// <summary>The id in text of which nothing but the white space around it is wrong; null in any other.</summary>
    public static string? FindTrimmed(string? text) =>
        text?.Trim() is { } trimmed && trimmed.Length < text.Length && IdText.FindError(trimmed) is null && FindNumberFault(trimmed) is null ? trimmed : null;

    /// <summary>Why a number is no id, or null where it may be one.</summary>
    public static string? FindFault(object number) => number switch
    {
        ulong unsigned => unsigned == 0 ? IdText.FindError(0) : null,
        long or int or uint or short or ushort or byte or sbyte or char => IdText.FindError(Convert.ToInt64(number, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static string? FindNumberFault(string text)
    {
        bool isZero = true;

        foreach (char c in text)
        {
            if (c is < '0' or > '9')
                return "it isn't a number; use the number that Figma shows";

            isZero &= c == '0';
        }

        return isZero ? "it is not a positive number" : null;
    }
}
