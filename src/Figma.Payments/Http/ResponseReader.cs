using System;
using System.Net;
using System.Net.Http;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Http;

/// <summary>Decides what a response is: an answer to the question, or which error.</summary>
internal static class ResponseReader
{
    private const string Redirected =
        "The handler of the HttpClient followed a redirect, and the token may have travelled to another host with it. Replace the token, and use a handler that does not follow redirects: " + nameof(PaymentsHttpHandler) + "." + nameof(PaymentsHttpHandler.Create) + " makes one.";

    /// <summary>The error of a response that is none of Figma's whatever its body says; null where the body decides.</summary>
    public static PaymentsError? FindHeadError(HttpResponseMessage response, Uri requestUri, int maxLength, in SecretScanner scanner)
    {
        string? description = IsRedirected(response.RequestMessage, requestUri)
            ? Redirected
            : (int)response.StatusCode switch
            {
                200 => ContentHeaderValidator.FindError(response.Content, maxLength),
                >= 400 => null,
                >= 300 => "Figma's API does not redirect, and what answered does: it was not followed, so that the token stays here. Check the base address and any proxy in between.",
                _ => "What answered is not Figma's Payments API: the status is none that an answer of it has. Check the base address and any proxy in between.",
            };

        return description is null ? null : ErrorResponseReader.InvalidResponse(description, response, scanner);
    }

    /// <summary>The error that an exception of the HTTP stack's stands for.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="request">The request, which a handler that follows redirects changes.</param>
    /// <param name="response">The response, where its headers had come.</param>
    /// <param name="requestUri">The address that was asked.</param>
    /// <param name="isTimeOver">Whether the options' time-out has passed.</param>
    /// <param name="scanner">What may not be repeated.</param>
    /// <param name="isTokenRequest">Whether the question held a payment token.</param>
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

        // An error stays the error that it is where its body breaks off: it only loses its message.
        if (response is not null && (int)response.StatusCode >= 400)
            return ErrorResponseReader.Read(response, body: default, isTokenRequest, scanner);

        return TransportErrors.FromException(exception, isTimeOver, isReading: response is not null);
    }

    /// <summary>Whether a handler sent the request on to another address.</summary>
    private static bool IsRedirected(HttpRequestMessage? request, Uri requestUri) =>
        request?.RequestUri is { } address && !ReferenceEquals(address, requestUri) && address != requestUri;

    /// <summary>Reads what came.</summary>
    /// <returns>The error; null where there is an answer, and it is the question's.</returns>
    public static PaymentsError? ReadBody(HttpResponseMessage response, ResponseBodyBuffer? body, int maxLength, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed)
    {
        parsed = default;

        if (response.StatusCode != HttpStatusCode.OK)
            return ErrorResponseReader.Read(response, body is null ? default : body.Written, request.Token is not null, scanner);

        if (body!.IsTooLarge)
            return ErrorResponseReader.InvalidResponse(ContentHeaderValidator.DescribeTooLarge(maxLength), response, scanner);

        if (ResponseBodyReader.Read(body.Written, request, scanner, out parsed) is { } error)
            return ErrorResponseReader.InvalidResponse($"Figma's answer is not one: {error}.", response, scanner);

        return ResponseVerifier.FindMismatch(request, parsed) is { } names ? ErrorResponseReader.ResponseMismatch(names, response, scanner) : null;
    }
}
