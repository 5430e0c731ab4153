using System.Globalization;
using System.Text;

namespace Figma.Payments.Http;

/// <summary>Prepares text from the server for one line of a log.</summary>
internal static class LogText
{
    /// <summary>Determines whether a text contains only characters that can be shown.</summary>
    public static bool IsPrintable(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsPrintable(text, i))
                return false;
        }

        return true;
    }

    /// <summary>Replaces characters that can't be shown with spaces, and truncates the text.</summary>
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

    // Rejects control characters, line separators, and format characters, which are invisible or change the direction of the text.
    private static bool IsPrintable(string text, int index) =>
        text[index] is >= ' ' and <= '~'
        || GetCategory(text, index) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Both halves of a surrogate pair have the category of the pair: there are format characters beyond U+FFFF too.
    private static UnicodeCategory GetCategory(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index > 0 && char.IsSurrogatePair(text[index - 1], text[index]) ? index - 1 : index);
}
