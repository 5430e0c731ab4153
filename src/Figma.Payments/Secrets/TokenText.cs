using System;

namespace Figma.Payments;

/// <summary>What the two secrets share: which text can be one, and how they are shown.</summary>
/// <remarks>No message repeats any of the text.</remarks>
internal static class TokenText
{
    public const string AccessTokenPrefix = "figd_";
    public const string OAuthTokenPrefix = "figu_";

    public static string RequireAccessToken(string? value, string paramName) =>
        Require(value, nameof(PersonalAccessToken), FindAccessTokenError(value), paramName);

    public static string RequirePaymentToken(string? value, string paramName) =>
        Require(value, nameof(PluginPaymentToken), FindPaymentTokenError(value), paramName);

    /// <summary>Why <paramref name="value"/> cannot be a payment token, or null where it can.</summary>
    public static string? FindPaymentTokenError(string? value)
    {
        if (FindLengthError(value, 8_192) is { } error)
            return error;

        if (value!.StartsWith(AccessTokenPrefix, StringComparison.Ordinal) || value.StartsWith(OAuthTokenPrefix, StringComparison.Ordinal))
            return "it is an access token of your own, which belongs into PaymentsClientOptions and never into a query; a payment token comes from figma.payments.getPluginPaymentTokenAsync()";

        foreach (char c in value)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))
                return "it has white space, a control character or half of a surrogate pair";
        }

        return null;
    }

    public static string Describe(string kind, string? value) => value is null ? kind + " (none)" : kind + " (hidden)";

    private static string? FindAccessTokenError(string? value)
    {
        if (FindLengthError(value, 1_024) is { } error)
            return error;

        if (value!.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || value.StartsWith(OAuthTokenPrefix, StringComparison.Ordinal))
            return "it is an OAuth 2 token, and the Payments API accepts personal access tokens only ('figd_…'), made in Figma's account settings";

        foreach (char c in value)
        {
            if (c is <= ' ' or > '~')
                return "it has a character that a header cannot carry; was a line break read along with it?";
        }

        return null;
    }

    private static string? FindLengthError(string? value, int maxLength) => value switch
    {
        null => "it is null",
        "" => "it is empty",
        _ when value.Length > maxLength => $"it has more than {maxLength} characters",
        _ => null,
    };

    private static string Require(string? value, string kind, string? error, string paramName)
    {
        if (error is null)
            return value!;

        string message = $"This is no {kind}: {error}.";

        if (value is null)
            throw new ArgumentNullException(paramName, message);

        throw new ArgumentException(message, paramName);
    }
}
