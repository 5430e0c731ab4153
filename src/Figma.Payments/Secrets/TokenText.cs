using System;

namespace Figma.Payments;

/// <summary>Validates the text of tokens. The two token types share it.</summary>
/// <remarks>No message contains any part of the text.</remarks>
internal static class TokenText
{
    public const string AccessTokenPrefix = "figd_";
    public const string OAuthTokenPrefix = "figu_";
    public const int MaxPaymentTokenLength = 8_192;
    public const int MaxAccessTokenLength = 1_024;

    public static string RequireAccessToken(string? value, string paramName) =>
        Require(value, nameof(PersonalAccessToken), FindAccessTokenError(value), paramName);

    public static string RequirePaymentToken(string? value, string paramName) =>
        Require(value, nameof(PluginPaymentToken), FindPaymentTokenError(value), paramName);

    /// <summary>Returns the reason why <paramref name="value"/> isn't a valid payment token, or null if it is valid.</summary>
    public static string? FindPaymentTokenError(string? value)
    {
        if (FindLengthError(value, MaxPaymentTokenLength) is { } error)
            return error;

        if (value!.StartsWith(AccessTokenPrefix, StringComparison.Ordinal) || value.StartsWith(OAuthTokenPrefix, StringComparison.Ordinal))
            return "it is an access token, which belongs in PaymentsClientOptions and must not be sent in a query; get a payment token from figma.payments.getPluginPaymentTokenAsync()";

        return HasOnlyVisibleCharacters(value) ? null : "it contains white space or a character that is not printable ASCII";
    }

    public static string Describe(string kind, string? value) => value is null ? kind + " (none)" : kind + " (hidden)";

    public static string GetMessage(string kind, string error) => $"The value isn't a valid {kind}: {error}.";

    public static string GetWriteError(string kind) => $"A {kind} is a secret and can't be written. Store it in a secret store, and don't include it in responses, caches or logs.";

    public static string? FindAccessTokenError(string? value)
    {
        if (FindLengthError(value, MaxAccessTokenLength) is { } error)
            return error;

        if (value!.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || value.StartsWith(OAuthTokenPrefix, StringComparison.Ordinal))
            return $"it is an OAuth 2 token, but the Payments API accepts only personal access tokens ('{AccessTokenPrefix}…'); create one in Figma's account settings";

        return HasOnlyVisibleCharacters(value) ? null : "it contains a character that is not allowed in a header, such as a line break at its end";
    }

    private static string? FindLengthError(string? value, int maxLength) => value switch
    {
        null => "it is null",
        "" => "it is empty",
        _ when value.Length > maxLength => $"it has more than {maxLength} characters",
        _ => null,
    };

    private static bool HasOnlyVisibleCharacters(string value)
    {
#if NET8_0_OR_GREATER
        return !value.AsSpan().ContainsAnyExceptInRange('!', '~');
#else
        foreach (char c in value)
        {
            if (c is <= ' ' or > '~')
                return false;
        }

        return true;
#endif
    }

    private static string Require(string? value, string kind, string? error, string paramName)
    {
        if (error is null)
            return value!;

        string message = GetMessage(kind, error);

        if (value is null)
            throw new ArgumentNullException(paramName, message);

        throw new ArgumentException(message, paramName);
    }
}
