using System;
using System.Net.Http;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>Creates errors from the status, the headers and the body of a response.</summary>
internal static class ErrorResponseReader
{
    private const int MaxHeaderLength = 64;
    private const int MaxLinkLength = 512;

    private const string NotFoundByAnotherServer =
        "The address was not found, and the response doesn't have the form of Figma's errors. The base address might be wrong, or a proxy between you and Figma might have responded.";

    /// <summary>Creates the error for a response with an error status (400 and above).</summary>
    /// <param name="response">The response.</param>
    /// <param name="body">The body; empty if it could not be read.</param>
    /// <param name="isTokenRequest"><c>true</c> if the request contained a payment token; Figma doesn't specify then which of the two tokens it rejects.</param>
    /// <param name="scanner">The scanner for secrets in the values.</param>
    /// <returns>The error.</returns>
    public static PaymentsError Read(HttpResponseMessage response, ReadOnlySpan<byte> body, bool isTokenRequest, in SecretScanner scanner)
    {
        string? message = FigmaErrorMessage.Read(body, out bool isFromFigma);
        PaymentsErrorKind kind = GetKind((int)response.StatusCode);

        if (kind == PaymentsErrorKind.Unauthorized && !isTokenRequest && FigmaErrorMessage.RejectsCredential(message))
            kind = PaymentsErrorKind.CredentialRejected;

        string description = kind == PaymentsErrorKind.NotFound && !isFromFigma ? NotFoundByAnotherServer : Describe(kind, isTokenRequest);

        return Create(kind, description, response, scanner, message);
    }

    /// <summary>Creates the error for a response that is not a valid response of the Payments API.</summary>
    public static PaymentsError InvalidResponse(string description, HttpResponseMessage response, in SecretScanner scanner) =>
        Create(PaymentsErrorKind.InvalidResponse, description, response, scanner, message: null);

    /// <summary>Creates the error for a response that doesn't match its request.</summary>
    /// <param name="names">Figma's names of the members that differ, followed by the verb.</param>
    /// <param name="response">The response.</param>
    /// <param name="scanner">The scanner for secrets in the values.</param>
    /// <returns>The error.</returns>
    public static PaymentsError ResponseMismatch(string names, HttpResponseMessage response, in SecretScanner scanner) =>
        Create(
            PaymentsErrorKind.ResponseMismatch,
            $"The response doesn't match the request: {names}. The payment status of the requested user and resource is not known. If the request contained a payment token, the token was issued for another user or another resource.",
            response,
            scanner,
            message: null);

    private static PaymentsError Create(PaymentsErrorKind kind, string description, HttpResponseMessage response, in SecretScanner scanner, string? message)
    {
        message = FigmaErrorMessage.Sanitize(message, scanner);
        TimeSpan? retryAfter = ReadRetryAfter(response);
        string? planTier = ReadHeader(response, WireNames.PlanTierHeader, MaxHeaderLength, scanner);
        string? rateLimitType = ReadHeader(response, WireNames.RateLimitTypeHeader, MaxHeaderLength, scanner);
        string? upgradeLink = ReadLink(response, scanner);
        string? requestId = ReadHeader(response, WireNames.RequestIdHeader, MaxHeaderLength, scanner);

        if ((message is null || FigmaErrorMessage.IsKnown(message)) && retryAfter is null && planTier is null && rateLimitType is null && upgradeLink is null && requestId is null)
            return SharedErrors.Get(kind, description, response.StatusCode, message);

        return new PaymentsError(kind, description)
        {
            StatusCode = response.StatusCode,
            FigmaMessage = message,
            RetryAfter = retryAfter,
            PlanTier = planTier,
            RateLimitType = rateLimitType,
            UpgradeLink = upgradeLink,
            RequestId = requestId,
        };
    }

    private static PaymentsErrorKind GetKind(int status) => status switch
    {
        400 or 422 => PaymentsErrorKind.InvalidRequest,
        401 or 403 => PaymentsErrorKind.Unauthorized,
        404 or 410 => PaymentsErrorKind.NotFound,
        429 => PaymentsErrorKind.RateLimited,
        408 or 425 or (>= 500 and <= 599) => PaymentsErrorKind.Unavailable,
        _ => PaymentsErrorKind.InvalidResponse,
    };

    private static string Describe(PaymentsErrorKind kind, bool isTokenRequest) => kind switch
    {
        PaymentsErrorKind.InvalidRequest when isTokenRequest =>
            "Figma rejected the request as malformed. Check that the payment token is sent exactly as the plugin received it.",
        PaymentsErrorKind.InvalidRequest =>
            "Figma rejected the request as malformed. Check that the user ID and the resource ID are correct and sent unchanged.",
        PaymentsErrorKind.Unauthorized when isTokenRequest =>
            "Figma rejected the request and didn't specify the reason. The payment token might be invalid or expired (get a new one from the plugin), the resource might not be yours, or your personal access token might be invalid.",
        PaymentsErrorKind.Unauthorized =>
            "Figma rejected the request. The resource might not be yours, or your personal access token might be invalid, expired or without permission to read payments. The user is not the cause.",
        PaymentsErrorKind.CredentialRejected =>
            "Figma rejected your personal access token: it is invalid, expired or without the scope for payments. Create a new one in Figma's account settings and configure it. The user is not the cause.",
        PaymentsErrorKind.NotFound =>
            "The user or the resource doesn't exist. Check the IDs, and check that the resource is published and yours.",
        PaymentsErrorKind.RateLimited =>
            "Too many requests were sent. Wait for the time that Figma specifies before you send the next request, and cache payment information.",
        PaymentsErrorKind.Unavailable =>
            "Figma can't process the request now. Try again later; until then, the payment status is not known.",
        _ =>
            "The response is not from Figma's Payments API, which never uses this error status. Check the base address and any proxies between you and Figma.",
    };

    private static TimeSpan? ReadRetryAfter(HttpResponseMessage response) =>
        Platform.GetFirstHeader(response.Headers, "Retry-After") is { } value
            ? RetryAfter.Read(value, Platform.GetFirstHeader(response.Headers, "Date"), DateTimeOffset.UtcNow)
            : null;

    private static string? ReadHeader(HttpResponseMessage response, string header, int maxLength, in SecretScanner scanner)
    {
        if (Platform.GetFirstHeader(response.Headers, header) is not { } value)
            return null;

        if (value.Length == 0 || value.Length > maxLength || scanner.FindsSecretIn(value))
            return null;

        foreach (char c in value)
        {
            if (c is < ' ' or > '~')
                return null;
        }

        return value;
    }

    // The link is shown to people, so it must lead to Figma. The parsed address is returned, because browsers parse some texts differently.
    private static string? ReadLink(HttpResponseMessage response, in SecretScanner scanner) =>
        ReadHeader(response, WireNames.UpgradeLinkHeader, MaxLinkLength, scanner) is { } link
        && Uri.TryCreate(link, UriKind.Absolute, out Uri? address)
        && address.Scheme == Uri.UriSchemeHttps
        && address.IsDefaultPort
        && address.UserInfo.Length == 0
        && (address.Host.Equals("figma.com", StringComparison.Ordinal) || address.Host.EndsWith(".figma.com", StringComparison.Ordinal))
            ? address.AbsoluteUri
            : null;
}
