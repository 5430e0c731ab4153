using System.Net;
using System.Threading;

namespace Figma.Payments;

/// <summary>Caches errors that contain nothing specific to their request, so that all requests share one instance.</summary>
/// <remarks>
/// This code exists for speed alone: while a service is down or a token is invalid, the same error occurs for every request. It saves the error and
/// its <see cref="PaymentsResult"/>, which are 88 bytes for each failed request. ErrorTests verifies that shared errors equal errors that are not shared.
/// </remarks>
internal static class SharedErrors
{
    // Two errors with the same slot replace each other.
    private static readonly PaymentsError?[] Cache = new PaymentsError?[64];

    /// <summary>Gets the cached error, or creates it.</summary>
    /// <param name="kind">The kind of the error.</param>
    /// <param name="description">The description of the error.</param>
    /// <param name="status">The HTTP status, or null if there was no response.</param>
    /// <param name="message">Figma's message, or null. It must be a known one (<see cref="Http.FigmaErrorMessage.IsKnown"/>).</param>
    /// <returns>The error.</returns>
    public static PaymentsError Get(PaymentsErrorKind kind, string description, HttpStatusCode? status = null, string? message = null)
    {
        int slot = (int)((uint)((((int?)status ?? 0) * 8) + (int)kind + (message?.Length ?? 0)) % Cache.Length);

        if (Volatile.Read(ref Cache[slot]) is { } cached
            && cached.Kind == kind
            && cached.StatusCode == status
            && cached.Description == description
            && ReferenceEquals(cached.FigmaMessage, message))
            return cached;

        PaymentsError error = new(kind, description) { StatusCode = status, FigmaMessage = message };
        Volatile.Write(ref Cache[slot], error);
        return error;
    }
}
