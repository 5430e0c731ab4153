using System;
using System.IO;
using System.Net.Http;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>Creates errors for requests without a response, or with a response that could not be read.</summary>
/// <remarks>The errors contain at most an error code of an exception. Its message and data are not used, because they can contain addresses and headers.</remarks>
internal static class TransportErrors
{
    /// <summary>Creates the error for arguments that don't form a valid request.</summary>
    public static PaymentsError InvalidRequest(string description) =>
        new(PaymentsErrorKind.InvalidRequest, description + " Nothing was sent.");

    /// <summary>Creates the error for a provider that returned no token.</summary>
    public static PaymentsError NoAccessToken() =>
        SharedErrors.Get(
            PaymentsErrorKind.CredentialRejected,
            $"{nameof(PaymentsClientOptions.AccessTokenProvider)} returned a {nameof(PersonalAccessToken)} that is not initialized. Nothing was sent. The user is not the cause.");

    /// <summary>Creates the error for a provider that didn't return before the time-out elapsed.</summary>
    public static PaymentsError ProviderTimedOut() =>
        SharedErrors.Get(
            PaymentsErrorKind.Unavailable,
            $"{nameof(PaymentsClientOptions.AccessTokenProvider)} didn't return a token within {nameof(PaymentsClientOptions)}.{nameof(PaymentsClientOptions.Timeout)}. Nothing was sent.");

    /// <summary>Creates the error for an exception of the HTTP stack.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isTimeOver"><c>true</c> if the time-out has elapsed.</param>
    /// <param name="isReading"><c>true</c> if the headers had arrived and the body was being read.</param>
    /// <returns>The error.</returns>
    public static PaymentsError FromException(Exception exception, bool isTimeOver, bool isReading)
    {
        if (isTimeOver)
        {
            return SharedErrors.Get(
                PaymentsErrorKind.Unavailable,
                $"The response was not complete within {nameof(PaymentsClientOptions)}.{nameof(PaymentsClientOptions.Timeout)}. Try again later.");
        }

        if (exception is OperationCanceledException)
        {
            return SharedErrors.Get(
                PaymentsErrorKind.Unavailable,
                exception.InnerException is TimeoutException
                    ? $"The response did not arrive within {nameof(HttpClient)}.{nameof(HttpClient.Timeout)}, or within the time-out of a message handler. Try again later."
                    : "The request was canceled before the response arrived: the HttpClient was disposed, or a message handler canceled the request"
#if NETSTANDARD2_0
                        // .NET Framework doesn't specify the cause.
                        + ", or HttpClient.Timeout elapsed"
#endif
                        + ". Try again later.");
        }

        if (!isReading && exception is ObjectDisposedException)
        {
            return SharedErrors.Get(
                PaymentsErrorKind.Unavailable,
                $"The {nameof(HttpClient)} or its handler is disposed. Nothing was sent. Keep the {nameof(HttpClient)} as long as the client, or register the client with a container.");
        }

        // A later request would fail too, so the error is not transient.
        if (!isReading && Platform.IsCertificateError(exception))
        {
            return SharedErrors.Get(
                PaymentsErrorKind.InvalidResponse,
                "The server could not prove that it is Figma: its certificate is not valid for this host, is expired or is not trusted. Nothing was sent. Check the base address, the clock, the trusted certificates and any proxies between you and Figma.");
        }

        if (isReading && exception is not (HttpRequestException or IOException))
        {
            return new PaymentsError(
                PaymentsErrorKind.InvalidResponse,
                $"The response body could not be decoded ({exception.GetType().Name}). Check any proxies between you and Figma.");
        }

        return new PaymentsError(
            PaymentsErrorKind.Unavailable,
            $"{(isReading ? "The connection to Figma broke before the response was complete" : "Figma could not be reached")} ({Platform.GetErrorCode(exception)}). Try again later.");
    }
}
