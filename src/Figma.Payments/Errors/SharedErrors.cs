using System.Net;
using System.Threading;

namespace Figma.Payments;

/// <summary>Errors that say nothing of their own question: one of each, for everybody.</summary>
/// <remarks>What goes wrong goes wrong often, while a service is down or a credential is bad, and immutable objects can be shared.</remarks>
internal static class SharedErrors
{
    // As many as there is room for; which of two that meet in one slot is kept does not matter.
    private static readonly PaymentsError?[] Cache = new PaymentsError?[64];

    /// <summary>The error, from before where there is one.</summary>
    /// <param name="kind">What kind of error it is.</param>
    /// <param name="description">What happened and what to do about it.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="message">Figma's message, where it is a known one (<see cref="Http.FigmaErrorMessage.IsKnown"/>).</param>
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
