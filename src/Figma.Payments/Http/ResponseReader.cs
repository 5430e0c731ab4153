using System;
using System.Net;
using System.Net.Http;

namespace Figma.Payments.Http;

/// <summary>Converts a response, or the exception of a request, to a parsed response or an error.</summary>
internal static class ResponseReader
{
    private const string Redirected =
        "A message handler changed the address of the request, as it does when it follows a redirect, and might have sent the access token to another host. Replace the token, and use a handler that doesn't follow redirects, such as " + nameof(PaymentsHttpHandler) + "." + nameof(PaymentsHttpHandler.Create) + "().";

    /// <summary>Returns the error for a response that is not valid regardless of its body, or null if the body must be read.</summary>
    public static PaymentsError? FindHeadError(HttpResponseMessage response, HttpRequestMessage request, Uri requestUri, int maxLength, in SecretScanner scanner)
    {
        string? description = IsRedirected(request, requestUri) || IsRedirected(response.RequestMessage, requestUri)
            ? Redirected
            : (int)response.StatusCode switch
            {
                200 => ContentHeaderValidator.FindError(response.Content, maxLength),
                >= 400 => null,
                >= 300 => "The response is a redirect, which Figma's API never sends. It was not followed, so the access token was not sent elsewhere. Check the base address and any proxies between you and Figma.",
                _ => "The response is not from Figma's Payments API, which never uses this HTTP status. Check the base address and any proxies between you and Figma.",
            };

        return description is null ? null : ErrorResponseReader.InvalidResponse(description, response, scanner);
    }

    /// <summary>Returns the error for an exception of the HTTP stack.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="request">The request. A handler that follows redirects changes its URI.</param>
    /// <param name="response">The response, or null if its headers had not arrived.</param>
    /// <param name="requestUri">The original URI of the request.</param>
    /// <param name="isTimeOver"><c>true</c> if the time-out has elapsed.</param>
    /// <param name="scanner">The scanner for secrets in the values.</param>
    /// <param name="isTokenRequest"><c>true</c> if the request contained a payment token.</param>
    /// <returns>The error.</returns>
    public static PaymentsError FromException(
        Exception exception,
        HttpRequestMessage request,
        HttpResponseMessage? response,
        Uri requestUri,
        bool isTimeOver,
        in SecretScanner scanner,
        bool isTokenRequest)
    {
        if (IsRedirected(request, requestUri))
            return SharedErrors.Get(PaymentsErrorKind.InvalidResponse, Redirected);

        // An error status remains the error if reading the body fails. Only Figma's message is missing.
        if (response is not null && (int)response.StatusCode >= 400)
            return ErrorResponseReader.Read(response, body: default, isTokenRequest, scanner);

        return TransportErrors.FromException(exception, isTimeOver, isReading: response is not null);
    }

    /// <summary>Determines whether a handler replaced the address of the request.</summary>
    /// <remarks>
    /// The instances are compared, not the addresses: a redirect to another host and back ends at the original address, but always with another instance.
    /// A handler that only sends the request again, or a copy of it, keeps the instance.
    /// </remarks>
    private static bool IsRedirected(HttpRequestMessage? request, Uri requestUri) =>
        request is not null && !ReferenceEquals(request.RequestUri, requestUri);

    /// <summary>Reads the body of a response and verifies that it matches the request.</summary>
    /// <returns>The error, or null if the response is valid and matches the request.</returns>
    public static PaymentsError? ReadBody(HttpResponseMessage response, ResponseBodyBuffer? body, int maxLength, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed)
    {
        parsed = default;

        if (response.StatusCode != HttpStatusCode.OK)
            return ErrorResponseReader.Read(response, body is null ? default : body.Written, request.Token is not null, scanner);

        if (body!.IsTooLarge)
            return ErrorResponseReader.InvalidResponse(ContentHeaderValidator.DescribeTooLarge(maxLength), response, scanner);

        if (ResponseBodyReader.Read(body.Written, request, scanner, out parsed) is { } error)
            return ErrorResponseReader.InvalidResponse($"The response is not a valid response of Figma's Payments API: {error}.", response, scanner);

        return ResponseVerifier.FindMismatch(request, parsed) is { } names ? ErrorResponseReader.ResponseMismatch(names, response, scanner) : null;
    }
}
