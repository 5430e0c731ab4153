using System;

namespace Figma.Payments;

/// <summary>What the two secrets share: which text can be one, and how they are shown.</summary>
/// <remarks>No message repeats any of the text.</remarks>
internal static class SecretText
{
    private const string PersonalAccessTokenPrefix = "figd_";
    private const string OAuthTokenPrefix = "figu_";

    public static string RequirePersonalAccessToken(string? value, string paramName) =>
        Require(value, nameof(PersonalAccessToken), FindPersonalAccessTokenFault(value), paramName);

    public static string RequirePluginPaymentToken(string? value, string paramName) =>
        Require(value, nameof(PluginPaymentToken), FindPluginPaymentTokenFault(value), paramName);

    /// <summary>Why <paramref name="value"/> cannot be a payment token, or null where it can.</summary>
    public static string? FindPluginPaymentTokenFault(string? value)
    {
        if (FindLengthFault(value, 8_192) is { } fault)
            return fault;

        if (value!.StartsWith(PersonalAccessTokenPrefix, StringComparison.Ordinal) || value.StartsWith(OAuthTokenPrefix, StringComparison.Ordinal))
            return "it is an access token of your own, which belongs into PaymentsClientOptions and never into a query; a payment token comes from figma.payments.getPluginPaymentTokenAsync()";

        foreach (char c in value)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))
                return "it has white space, a control character or half of a surrogate pair";
        }

        return null;
    }

    public static string Show(string kind, string? value) => value is null ? kind + " (none)" : kind + " (hidden)";

    private static string? FindPersonalAccessTokenFault(string? value)
    {
        if (FindLengthFault(value, 1_024) is { } fault)
            return fault;

        if (value!.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || value.StartsWith(OAuthTokenPrefix, StringComparison.Ordinal))
            return "it is an OAuth 2 token, and the Payments API accepts personal access tokens only ('figd_…'), made in Figma's account settings";

        foreach (char c in value)
        {
            if (c is <= ' ' or > '~')
                return "it has a character that a header cannot carry; was a line break read along with it?";
        }

        return null;
    }

    private static string? FindLengthFault(string? value, int maxLength) => value switch
    {
        null => "it is null",
        "" => "it is empty",
        _ when value.Length > maxLength => $"it has more than {maxLength} characters",
        _ => null,
    };

    private static string Require(string? value, string kind, string? fault, string paramName)
    {
        if (fault is null)
            return value!;

        string message = $"This is no {kind}: {fault}.";

        if (value is null)
            throw new ArgumentNullException(paramName, message);

        throw new ArgumentException(message, paramName);
    }
}
