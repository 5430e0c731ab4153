using System;
using System.Net.Http;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>Makes an error of a response: its status, its headers, and what its body says.</summary>
internal static class ErrorResponseReader
{
    private const int MaxHeaderLength = 64;
    private const int MaxLinkLength = 512;

    /// <summary>The error of a response whose status is one (400 and above).</summary>
    /// <param name="response">The response.</param>
    /// <param name="body">Its body; empty where it could not be read.</param>
    /// <param name="isTokenRequest">Whether the question held a payment token: then nobody knows which token a refusal means.</param>
    /// <param name="scanner">What may not be repeated.</param>
    public static PaymentsError Read(HttpResponseMessage response, ReadOnlySpan<byte> body, bool isTokenRequest, in SecretScanner scanner)
    {
        string? message = FigmaErrorMessage.Read(body);
        PaymentsErrorKind kind = GetKind((int)response.StatusCode);

        if (kind == PaymentsErrorKind.Unauthorized && !isTokenRequest && FigmaErrorMessage.RejectsCredential(message))
            kind = PaymentsErrorKind.CredentialRejected;

        return Create(kind, Describe(kind, isTokenRequest), response, scanner, message);
    }

    /// <summary>The error of a response that is no answer of this API.</summary>
    public static PaymentsError InvalidResponse(string description, HttpResponseMessage response, in SecretScanner scanner) =>
        Create(PaymentsErrorKind.InvalidResponse, description, response, scanner, message: null);

    /// <summary>The error of an answer to another question.</summary>
    /// <param name="names">What differs, by Figma's names.</param>
    /// <param name="response">The response.</param>
    /// <param name="scanner">What may not be repeated.</param>
    public static PaymentsError ResponseMismatch(string names, HttpResponseMessage response, in SecretScanner scanner) =>
        Create(
            PaymentsErrorKind.ResponseMismatch,
            $"Figma's answer is about something else than the question: {names} differ. It proves nothing; where a payment token was asked about, it was made for another resource.",
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
            "Figma refused the question as malformed. Is the payment token handed on to the letter, as the plugin got it?",
        PaymentsErrorKind.InvalidRequest =>
            "Figma refused the question as malformed. Check the ids: the user's own and the resource's own, to the letter.",
        PaymentsErrorKind.Unauthorized when isTokenRequest =>
            "Figma refused without saying which token it means: the payment token may be wrong or expired (ask the plugin for a fresh one), the resource may not be yours, or your personal access token may be at fault.",
        PaymentsErrorKind.Unauthorized =>
            "Figma refused: the resource may not be yours, or your personal access token may be wrong, expired or without the right to read payments. The user is not at fault.",
        PaymentsErrorKind.CredentialRejected =>
            "Figma refused your personal access token as wrong or expired. Make a new one in Figma's account settings and configure it; the user is not at fault.",
        PaymentsErrorKind.NotFound =>
            "Figma knows no such user or no such resource. Check the ids, and that the resource is published and yours.",
        PaymentsErrorKind.RateLimited =>
            "Figma limits how often you may ask. Wait for as long as it says before you ask again, and cache answers.",
        PaymentsErrorKind.Unavailable =>
            "Figma could not answer now. Ask again later; until then, nothing is known about the payment.",
        _ =>
            "What answered is no answer of Figma's Payments API: its status is none that the API has. Check the base address and any proxy in between.",
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

    private static string? ReadLink(HttpResponseMessage response, in SecretScanner scanner) =>
        ReadHeader(response, WireNames.UpgradeLinkHeader, MaxLinkLength, scanner) is { } link
        && Uri.TryCreate(link, UriKind.Absolute, out Uri? address)
        && address.Scheme == Uri.UriSchemeHttps
            ? link
            : null;
}
