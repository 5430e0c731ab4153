using System.Globalization;
using System.Text;

namespace Figma.Payments.Http;

/// <summary>Text of a server's, made fit for one line of a log.</summary>
internal static class LogText
{
    /// <summary>Whether it can be shown as it is.</summary>
    public static bool IsPrintable(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsPrintable(text, i))
                return false;
        }

        return true;
    }

    /// <summary>The text without its control characters, cut to a length.</summary>
    public static string Sanitize(string text, int maxLength)
    {
        if (text.Length <= maxLength && IsPrintable(text))
            return text;

        int length = text.Length <= maxLength ? text.Length : char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        StringBuilder sanitized = new(length);

        for (int i = 0; i < length; i++)
            sanitized.Append(IsPrintable(text, i) ? text[i] : ' ');

        return sanitized.ToString();
    }

    // Beside line breaks and the like: what turns the direction of the line around, or cannot be seen.
    private static bool IsPrintable(string text, int index) =>
        text[index] is >= ' ' and <= '~'
        || GetCategory(text, index) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // A surrogate pair's, for either half: what cannot be seen is beyond U+FFFF too.
    private static UnicodeCategory GetCategory(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index > 0 && char.IsSurrogatePair(text[index - 1], text[index]) ? index - 1 : index);
}
