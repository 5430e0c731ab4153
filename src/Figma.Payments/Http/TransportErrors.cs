using System;
using System.IO;
using System.Net.Http;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>Makes an error of a question that got no answer, or none that could be read.</summary>
/// <remarks>Of an exception it repeats a word of the framework's at most: its text may print addresses, its data headers.</remarks>
internal static class TransportErrors
{
    /// <summary>There was nothing that could be asked.</summary>
    public static PaymentsError InvalidRequest(string fault) =>
        new(PaymentsErrorKind.InvalidRequest, fault + " Nothing was sent.");

    /// <summary>The provider gave no token.</summary>
    public static PaymentsError NoAccessToken() =>
        SharedErrors.Get(
            PaymentsErrorKind.CredentialRejected,
            $"{nameof(PaymentsClientOptions.AccessTokenProvider)} gave default({nameof(PersonalAccessToken)}), which holds no token. Nothing was sent; the user is not at fault.");

    /// <summary>The provider was still busy when the time was over.</summary>
    public static PaymentsError ProviderTimedOut() =>
        SharedErrors.Get(
            PaymentsErrorKind.Unavailable,
            $"{nameof(PaymentsClientOptions.AccessTokenProvider)} gave no token within {nameof(PaymentsClientOptions)}.{nameof(PaymentsClientOptions.Timeout)}. Nothing was sent.");

    /// <summary>What an exception of the HTTP stack's stands for.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="isTimeOver">Whether the options' time-out has passed.</param>
    /// <param name="isReading">Whether the headers had come already.</param>
    public static PaymentsError FromException(Exception exception, bool isTimeOver, bool isReading)
    {
        if (isTimeOver)
        {
            return SharedErrors.Get(
                PaymentsErrorKind.Unavailable,
                $"Figma did not answer completely within {nameof(PaymentsClientOptions)}.{nameof(PaymentsClientOptions.Timeout)}. Ask again later.");
        }

        if (exception is OperationCanceledException)
        {
            return SharedErrors.Get(
                PaymentsErrorKind.Unavailable,
                $"The request was ended before there was an answer, by {nameof(HttpClient)}.{nameof(HttpClient.Timeout)} or by a handler. Ask again later.");
        }

        if (isReading && exception is not (HttpRequestException or IOException))
        {
            return new PaymentsError(
                PaymentsErrorKind.InvalidResponse,
                $"The answer's body could not be decoded ({exception.GetType().Name}). Check any proxy in between.");
        }

        return new PaymentsError(
            PaymentsErrorKind.Unavailable,
            $"{(isReading ? "The connection to Figma broke before the answer was complete" : "Figma could not be reached")} ({Platform.GetErrorCode(exception)}). Ask again later.");
    }
}
