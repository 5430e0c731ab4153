using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Distinguishes real access tokens from placeholders.</summary>
/// <remarks>
/// A token is <c>figd_</c>, <c>figp_</c> or <c>figu_</c> followed by at least 20 random letters, digits, '-' and '_'. Random means:
/// <list type="bullet">
/// <item>Between lowercase letters, uppercase letters and digits, there is a change for at least every eighth character.</item>
/// <item>It doesn't consist of words ("figd_Some1Pass2Phrase3"), also if digits stand for letters ("n0t-r34l"), and contains no word of placeholders ("token", "here").</item>
/// <item>It isn't a sequence ("0123", "a1b2c3", "qwerty") and doesn't repeat a group of characters.</item>
/// <item>It contains at least eight different characters, and none of them too often.</item>
/// <item>It doesn't consist of words in Pascal case ("FooBar123BazQux"), and has few separators ("v1_Prod_EU_West").</item>
/// <item>It contains lowercase and uppercase letters, and other characters than hexadecimal digits: it isn't a GUID or a hash.</item>
/// <item>It isn't text in Base64, and isn't followed by a character that only Base64 contains.</item>
/// </list>
/// </remarks>
internal static class AccessTokenText
{
    public const string PersonalPrefix = "figd_";
    public const string OAuthPrefix = "figu_";

    private const string OtherPrefix = "figp_";
    private const string CommonStart = "fig";
    private const int MinLength = 20;
    private const int MaxLength = 128;
    private const int MaxCharactersPerChange = 8;
    private const int MaxCharactersPerLeetChange = 20;
    private const int MinCharactersPerSeparator = 5;
    private const int MinWordLength = 3;
    private const int MinPairs = 12;
    private const int MinDistinct = 8;
    private const double MinEntropy = 2.8;

    // A character is compared with the one before it, and with the ones in a sequence of every second or third character.
    private const int MaxStride = 3;

    // The keys of a keyboard by rows and by columns.
    private static readonly string[] Keyboards = ["1234567890qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"];

    private static readonly string[] Prefixes = [PersonalPrefix, OAuthPrefix, OtherPrefix];

    /// <summary>The words that placeholders consist of. Random text contains one of them very rarely.</summary>
    private static readonly string[] Words =
    [
        "token", "fake", "test", "example", "sample", "dummy", "secret", "placeholder", "your", "here", "access", "personal", "replace", "change", "invalid", "redacted", "figma",
        "madeup", "mock", "demo", "payment", "plugin", "widget", "paste", "insert", "value", "hello", "world", "badf00d", "123e4567", "550e8400", "wrong", "bogus", "stub", "expired", "revoked", "not-real", "notreal",
    ];

    /// <summary>The most frequent pairs of letters in English. They are three quarters of the pairs in words, but only a fifth in random text.</summary>
    private static readonly HashSet<string> EnglishPairs =
    [
        .. ("th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us "
            + "ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ex ke ui my ey")
            .Split(' '),
    ];

    private enum CharacterClass
    {
        Separator,
        Lowercase,
        Uppercase,
        Digit,
    }

    /// <summary>Returns the kind of token that the text contains, for the message, or null if it contains none.</summary>
    public static string? FindKind(string text) => Find(text) is var (start, _) ? GetKind(text, start) : null;

    /// <summary>Returns the kind of token that begins at a position, for the message.</summary>
    public static string GetKind(string text, int start) => FindPrefix(text, start) switch
    {
        PersonalPrefix => "A personal access token",
        OAuthPrefix => "An OAuth token",
        _ => "An access token",
    };

    /// <summary>Returns the position and the length of the first token that the text contains at or after a position, or null if it contains none.</summary>
    public static (int Start, int Length)? Find(string text, int from = 0)
    {
        for (int start = text.IndexOf(CommonStart, from, StringComparison.Ordinal); start >= 0; start = text.IndexOf(CommonStart, start + 1, StringComparison.Ordinal))
        {
            if (FindPrefix(text, start) is { } prefix && EndOfToken(text, start + prefix.Length) is var end && !IsBase64(text, end) && IsRandom(text.Substring(start + prefix.Length, end - start - prefix.Length)))
                return (start, end - start);
        }

        return null;
    }

    /// <summary>Determines whether a text contains the beginning of a token or begins with characters that might continue one.</summary>
    public static bool MayBePart(string text) => text.IndexOf(CommonStart, StringComparison.Ordinal) >= 0 || EndOfToken(text, 0) >= MinLength / 2;

    private static string? FindPrefix(string text, int start)
    {
        // A prefix in the middle of a word isn't a token.
        if (start > 0 && Classify(text[start - 1]) is not (null or CharacterClass.Separator))
            return null;

        foreach (string prefix in Prefixes)
        {
            if (string.CompareOrdinal(text, start, prefix, 0, prefix.Length) == 0)
                return prefix;
        }

        return null;
    }

    private static bool IsRandom(string token) =>
        token.Length is >= MinLength and <= MaxLength
        && token.Any(char.IsLower)
        && token.Any(char.IsUpper)
        && !token.All(static c => Uri.IsHexDigit(c) || Classify(c) is CharacterClass.Separator)
        && !IsPascalCase(token)
        && token.Count(static c => Classify(c) is CharacterClass.Separator) * MinCharactersPerSeparator <= token.Length
        && !IsEncodedText(token)
        && HasEntropy(token)
        && CountChanges(token, isLeet: false) * MaxCharactersPerChange >= token.Length
        && CountChanges(token, isLeet: true) * MaxCharactersPerLeetChange >= token.Length
        && !ContainsWord(token)
        && !IsEnglish(token)
        && WithoutSeparators(token) is var bare
        && !IsSequence(bare)
        && !IsRepeated(bare);

    /// <summary>Determines whether the character at a position shows that the text before it is in Base64.</summary>
    private static bool IsBase64(string text, int end) => end < text.Length && (text[end] is '+' or '=');

    /// <summary>Determines whether a text is readable text in Base64.</summary>
    private static bool IsEncodedText(string token)
    {
        // One character more than groups of four encodes nothing.
        string base64 = token.Substring(0, token.Length % 4 == 1 ? token.Length - 1 : token.Length).Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')).All(static code => code is (>= 0x20 and < 0x7F) or (byte)'\t' or (byte)'\r' or (byte)'\n');
    }

    /// <summary>Determines whether four fifths of the letters are in words that begin with an uppercase letter and have three letters or more. In random text, it's a quarter.</summary>
    private static bool IsPascalCase(string token)
    {
        int inWords = 0;

        for (int start = 0; start < token.Length; start++)
        {
            int end = start + 1;

            while (char.IsUpper(token[start]) && end < token.Length && char.IsLower(token[end]))
                end++;

            if (end - start >= MinWordLength)
                inWords += end - start;
        }

        return inWords * 5 >= token.Count(char.IsLetter) * 4;
    }

    private static bool HasEntropy(string token)
    {
        Dictionary<char, int> counts = [];

        foreach (char c in token)
            counts[char.ToLowerInvariant(c)] = counts.TryGetValue(char.ToLowerInvariant(c), out int count) ? count + 1 : 1;

        return counts.Count >= MinDistinct && counts.Values.Sum(count => -count * Math.Log((double)count / token.Length, 2)) / token.Length >= MinEntropy;
    }

    private static int CountChanges(string token, bool isLeet)
    {
        CharacterClass[] classes = new CharacterClass[token.Length];

        // A digit that stands for a letter belongs to the letters before it.
        for (int i = 0; i < token.Length; i++)
            classes[i] = isLeet && i > 0 && "013457".IndexOf(token[i]) >= 0 ? classes[i - 1] : Classify(token[i])!.Value;

        int changes = 0;

        for (int i = 1; i < classes.Length; i++)
        {
            if (IsChange(classes[i - 1], classes[i], i + 1 < classes.Length ? classes[i + 1] : null))
                changes++;
        }

        return changes;
    }

    // An uppercase letter that begins a word, as in "YourToken", and a character next to a separator don't count.
    private static bool IsChange(CharacterClass before, CharacterClass here, CharacterClass? after) =>
        before != here
        && before is not CharacterClass.Separator
        && here is not CharacterClass.Separator
        && !(before is CharacterClass.Uppercase && here is CharacterClass.Lowercase)
        && !(before is CharacterClass.Lowercase && here is CharacterClass.Uppercase && after is CharacterClass.Lowercase);

    private static bool ContainsWord(string token)
    {
        string plain = WithoutLeet(token);
        return Array.Exists(Words, word => token.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || plain.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static bool IsEnglish(string token)
    {
        int pairs = 0;
        int english = 0;

        for (int i = 1; i < token.Length; i++)
        {
            if (!char.IsLetter(token[i - 1]) || !char.IsLetter(token[i]))
                continue;

            pairs++;
            english += EnglishPairs.Contains(token.Substring(i - 1, 2).ToLowerInvariant()) ? 1 : 0;
        }

        return pairs >= MinPairs && english * 20 >= pairs * 11;
    }

    private static string WithoutLeet(string token) => new([.. token.Select(static c => c switch
    {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        _ => c,
    })]);

    private static string WithoutSeparators(string token)
    {
        StringBuilder bare = new(token.Length);

        foreach (char c in token)
        {
            if (Classify(c) is not CharacterClass.Separator)
                bare.Append(char.ToLowerInvariant(c));
        }

        return bare.ToString();
    }

    /// <summary>Determines whether at least half of the characters repeat, follow or precede the previous one, in the alphabet or on a keyboard.</summary>
    private static bool IsSequence(string bare)
    {
        for (int stride = 1; stride <= MaxStride; stride++)
        {
            int steps = 0;

            for (int i = stride; i < bare.Length; i++)
            {
                if (IsStep(bare[i - stride], bare[i], stride))
                    steps++;
            }

            if (steps * 2 >= bare.Length - stride)
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a character follows or precedes another in the alphabet or on a keyboard. Two sequences that take turns go forward by two.</summary>
    private static bool IsStep(char before, char after, int stride) =>
        after - before is >= -1 and <= 1
        || (stride == MaxStride && after - before is 2)
        || Array.Exists(Keyboards, keys => keys.IndexOf(after) - keys.IndexOf(before) is >= -1 and <= 1);

    /// <summary>Determines whether a group of characters is repeated: at least three quarters of the characters are the same as those at a distance.</summary>
    private static bool IsRepeated(string bare)
    {
        for (int distance = 1; distance <= bare.Length / 2; distance++)
        {
            int same = 0;

            for (int i = distance; i < bare.Length; i++)
            {
                if (bare[i] == bare[i - distance])
                    same++;
            }

            if (same * 4 >= (bare.Length - distance) * 3)
                return true;
        }

        return false;
    }

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
