using System;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Distinguishes real access tokens from placeholders.</summary>
/// <remarks>
/// A token is <c>figd_</c> or <c>figu_</c> followed by at least 20 random letters, digits, '-' and '_'. Random means two things: between lowercase letters,
/// uppercase letters and digits, there is a change for at least every seventh character, and fewer than half of the characters repeat or follow the previous one.
/// Words ("figd_your-token-goes-here", "figd_MadeUpByTheFake1") and placeholders ("figd_xxxx…", "figd_0123…") aren't random.
/// </remarks>
internal static class AccessTokenText
{
    public const string PersonalPrefix = "figd_";
    public const string OAuthPrefix = "figu_";

    private const int MinLength = 20;
    private const int MaxCharactersPerChange = 7;

    private enum CharacterClass
    {
        Separator,
        Lowercase,
        Uppercase,
        Digit,
    }

    /// <summary>Returns the kind of token that the text contains, for the message, or null if it contains none.</summary>
    public static string? FindKind(string text)
    {
        for (int start = text.IndexOf("fig", StringComparison.Ordinal); start >= 0; start = text.IndexOf("fig", start + 1, StringComparison.Ordinal))
        {
            if (FindPrefix(text, start) is { } prefix && IsRandom(text, start + prefix.Length))
                return prefix == PersonalPrefix ? "A personal access token" : "An OAuth token";
        }

        return null;
    }

    /// <summary>Determines whether the text ends with the beginning of a token.</summary>
    public static bool MayContinue(string text)
    {
        int start = Math.Max(text.LastIndexOf(PersonalPrefix, StringComparison.Ordinal), text.LastIndexOf(OAuthPrefix, StringComparison.Ordinal));
        return start >= 0 && EndOfToken(text, start + PersonalPrefix.Length) == text.Length;
    }

    private static string? FindPrefix(string text, int start)
    {
        // A prefix in the middle of a word isn't a token.
        if (start > 0 && Classify(text[start - 1]) is not (null or CharacterClass.Separator))
            return null;

        return string.CompareOrdinal(text, start, PersonalPrefix, 0, PersonalPrefix.Length) == 0 ? PersonalPrefix
            : string.CompareOrdinal(text, start, OAuthPrefix, 0, OAuthPrefix.Length) == 0 ? OAuthPrefix
            : null;
    }

    private static bool IsRandom(string text, int start)
    {
        int end = EndOfToken(text, start);
        int length = end - start;

        if (length < MinLength)
            return false;

        int changes = 0;
        int steps = 0;

        for (int i = start + 1; i < end; i++)
        {
            if (IsChange(Classify(text[i - 1]), Classify(text[i]), i + 1 < end ? Classify(text[i + 1]) : null))
                changes++;

            if (char.ToLowerInvariant(text[i]) - char.ToLowerInvariant(text[i - 1]) is 0 or 1)
                steps++;
        }

        return changes * MaxCharactersPerChange >= length && steps * 2 < length;
    }

    // An uppercase letter that begins a word, as in "YourToken", and a character next to a separator don't count.
    private static bool IsChange(CharacterClass? before, CharacterClass? here, CharacterClass? after) =>
        before != here
        && before is not CharacterClass.Separator
        && here is not CharacterClass.Separator
        && !(before is CharacterClass.Uppercase && here is CharacterClass.Lowercase)
        && !(before is CharacterClass.Lowercase && here is CharacterClass.Uppercase && after is CharacterClass.Lowercase);

    private static int EndOfToken(string text, int start)
    {
        int end = start;

        while (end < text.Length && Classify(text[end]) is not null)
            end++;

        return end;
    }

    private static CharacterClass? Classify(char c) => c switch
    {
        >= 'a' and <= 'z' => CharacterClass.Lowercase,
        >= 'A' and <= 'Z' => CharacterClass.Uppercase,
        >= '0' and <= '9' => CharacterClass.Digit,
        '-' or '_' => CharacterClass.Separator,
        _ => null,
    };
}
