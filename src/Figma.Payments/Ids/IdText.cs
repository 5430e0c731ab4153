using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Figma.Payments;

/// <summary>Validates the text of IDs, and finds IDs in Community addresses. The four ID types share it.</summary>
/// <remarks>No message contains the text, because a caller might have passed a secret by mistake.</remarks>
internal static class IdText
{
    public const int MaxLength = 64;

    private const string CommunityPath = "/community/";

    /// <summary>Returns the reason why <paramref name="text"/> isn't a valid ID, or null if it is valid.</summary>
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
            // Fast path: IDs consist of digits.
            if (text[i] is >= '0' and <= '9')
                continue;

            if (FindError(text, i) is { } error)
                return string.Format(CultureInfo.InvariantCulture, "it has {0} at position {1}", error, i);
        }

        return null;
    }

    /// <summary>Returns the reason why the text of a valid ID isn't an ID that Figma assigns, or null if it might be one. Figma's IDs are numbers.</summary>
    public static string? FindNumberError(string text)
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

    /// <summary>Returns the reason why <paramref name="number"/> isn't a valid ID, or null if it is valid.</summary>
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

    /// <summary>Creates the exception for an ID that is <c>default</c>.</summary>
    public static InvalidOperationException NotInitialized(string kind) =>
        new($"The {kind} is not initialized. Create it from text, from a number, or with {kind}.Parse.");

    /// <summary>Gets an ID from its text, or from a Community address that contains it after <paramref name="segment"/>.</summary>
    /// <param name="text">The text of an ID, or a Community address.</param>
    /// <param name="segment">The path segment before the ID, or null if addresses don't contain IDs of this kind.</param>
    /// <param name="id">The ID, or an empty string if there is none.</param>
    /// <returns>The reason why there is no ID, or null if there is one.</returns>
    public static string? FindParseError(string? text, string? segment, out string id)
    {
        id = "";

        if (FindError(text) is not { } error)
        {
            id = text!;
            return null;
        }

        if (FindAddress(text) is not { } address)
            return error;

        if (segment is null)
            return "it is an address, and no address contains a user ID";

        if (FindCommunityPath(address) is not { } path)
            return $"it is an address, but not one of a Community page, such as 'https://www.figma.com/community/{segment}/…'";

        string[] parts = path.Split('/');

        if (parts[0] != segment)
            return $"it is the address of another kind of resource ('/{GetKind(parts[0])}/' where '/{segment}/' is expected)";

        if (parts.Length < 2)
            return $"the address has no ID after '/{segment}/'";

        if (FindError(parts[1]) is { } idError)
            return idError;

        id = parts[1];
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

    public static string Describe(string kind, string error) =>
        $"The value isn't a valid {kind}: {error}. Pass the number that Figma shows, such as 1678669904810665842, unchanged.";

    // Other characters are rejected because they can be invisible or change the direction of text. Pasted IDs sometimes contain one.
    private static string? FindError(string text, int index)
    {
        char c = text[index];

        if (char.IsWhiteSpace(c))
            return "white space";

        if (char.IsControl(c))
            return "a control character";

        if (c is '/' or '?' or '&' or '=' or '#' or '%')
            return $"a '{c}'";

        return c <= '~' ? null : string.Format(CultureInfo.InvariantCulture, "a character that is not ASCII and might be invisible (U+{0:X4})", GetCodePoint(text, index));
    }

    private static int GetCodePoint(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];

    private static Uri? FindAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;

    private static string? FindCommunityPath(Uri address) =>
        IsFigmaUrl(address) && address.AbsolutePath.StartsWith(CommunityPath, StringComparison.Ordinal) ? address.AbsolutePath.Substring(CommunityPath.Length) : null;

    private static bool IsFigmaUrl(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        && (address.Host.Equals("www.figma.com", StringComparison.OrdinalIgnoreCase)
            || address.Host.Equals("figma.com", StringComparison.OrdinalIgnoreCase));

    [SuppressMessage("Style", "IDE0072", Justification = "The message shows known segments only.")]
    private static string GetKind(string segment) => segment switch
    {
        "plugin" or "widget" or "file" => segment,
        _ => "…",
    };
}
