using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Figma.Payments;

/// <summary>
/// What the four kinds of ids share: which text can be an id, and how one is found in a Community address.
/// </summary>
/// <remarks>
/// No message repeats the text it speaks of: what was handed in by mistake may be a secret.
/// </remarks>
internal static class IdText
{
    public const int MaxLength = 64;

    private const string CommunityPath = "/community/";

    /// <summary>Why <paramref name="text"/> cannot be an id, or null where it can.</summary>
    public static string? FindError(string? text)
    {
        if (text is null)
            return "it is null";

        if (text.Length == 0)
            return "it is empty";

        if (text.Length > MaxLength)
            return string.Format(CultureInfo.InvariantCulture, "it has {0} characters, more than {1}", text.Length, MaxLength);

        for (int i = 0; i < text.Length; i++)
        {
            // What ids are made of, and needs no closer look.
            if (text[i] is >= '0' and <= '9')
                continue;

            if (FindError(text, i) is { } error)
                return string.Format(CultureInfo.InvariantCulture, "it has {0} at position {1}", error, i);
        }

        return null;
    }

    /// <summary>Why a number cannot be an id, or null where it can.</summary>
    public static string? FindError(long number) => number > 0 ? null : "it is not a positive number";

    public static string Require(string? text, string kind, string paramName)
    {
        if (FindError(text) is not { } error)
            return text!;

        if (text is null)
            throw new ArgumentNullException(paramName, Describe(kind, error));

        throw new ArgumentException(Describe(kind, error), paramName);
    }

    public static string Require(long number, string kind, string paramName)
    {
        if (FindError(number) is { } error)
            throw new ArgumentOutOfRangeException(paramName, Describe(kind, error));

        return number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What an id that was never made answers when it is used.</summary>
    public static InvalidOperationException NotInitialized(string kind) =>
        new($"This {kind} is default({kind}), which is no id: make one from text, from a number, or with {kind}.Parse.");

    /// <summary>
    /// Reads an id, or the resource's Community address with the id behind <paramref name="segment"/>.
    /// </summary>
    /// <returns>Why there is no id, or null where there is.</returns>
    public static string? FindParseError(string? text, string? segment, out string id)
    {
        id = "";

        if (text is not null && FindCommunityPath(text) is { } path)
        {
            if (segment is null)
                return "it is an address: a user has none with an id in it";

            string[] parts = path.Split('/');

            if (parts[0] != segment)
                return $"it is the address of another kind of resource ('/{GetKind(parts[0])}/' where '/{segment}/' is expected)";

            if (parts.Length < 2)
                return $"the address has nothing behind '/{segment}/'";

            text = parts[1];
        }

        if (FindError(text) is { } error)
            return error;

        id = text!;
        return null;
    }

    public static string Parse(string text, string kind, string? segment)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text), Describe(kind, "it is null"));

        if (FindParseError(text, segment, out string id) is { } error)
            throw new FormatException(Describe(kind, error));

        return id;
    }

    private static string Describe(string kind, string error) =>
        $"This is no {kind}: {error}. An id is the number that Figma shows, such as 1678669904810665842, handed on to the letter.";

    private static string? FindError(string text, int index)
    {
        char c = text[index];

        if (char.IsWhiteSpace(c))
            return "white space";

        if (char.IsControl(c))
            return "a control character";

        if (c is '/' or '?' or '&' or '=' or '#' or '%')
            return $"a '{c}'";

        // Half of a surrogate pair has no UTF-8: it would reach Figma as another id.
        bool isLoneSurrogate = char.IsHighSurrogate(c)
            ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
            : char.IsLowSurrogate(c) && (index == 0 || !char.IsHighSurrogate(text[index - 1]));

        return isLoneSurrogate ? "half of a surrogate pair" : null;
    }

    private static string? FindCommunityPath(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || !IsFigmaUrl(address))
            return null;

        string path = address.AbsolutePath;

        return path.StartsWith(CommunityPath, StringComparison.Ordinal) ? path.Substring(CommunityPath.Length) : null;
    }

    private static bool IsFigmaUrl(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        && (address.Host.Equals("www.figma.com", StringComparison.OrdinalIgnoreCase)
            || address.Host.Equals("figma.com", StringComparison.OrdinalIgnoreCase));

    [SuppressMessage("Style", "IDE0072", Justification = "Anything else is named by what it is not.")]
    private static string GetKind(string segment) => segment switch
    {
        "plugin" or "widget" or "file" => segment,
        _ => "…",
    };
}
