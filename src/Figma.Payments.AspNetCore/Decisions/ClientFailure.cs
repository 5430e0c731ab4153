using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>
/// Determines whether an exception of the client means that Figma can't be reached. All others deny access: a decorator can refuse a user by an exception.
/// The error of a <see cref="FigmaPaymentsException"/> decides by itself.
/// </summary>
internal static class ClientFailure
{
    // The base type of the exceptions of Polly's time-outs, circuit breakers and limiters. The package doesn't depend on Polly.
    private const string PollyException = "Polly.ExecutionRejectedException";

    /// <summary>Determines whether an exception means that Figma can't be reached. A cancellation that isn't the gate's own is a time-out.</summary>
    public static bool IsOutage(Exception exception) => exception switch
    {
        HttpRequestException http => http.StatusCode is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
        HttpIOException or SocketException or OperationCanceledException => true,

        // Types that derive from these belong to files and other services, such as databases.
        IOException => exception.GetType() == typeof(IOException) && exception.InnerException is SocketException,
        TimeoutException => exception.GetType() == typeof(TimeoutException),
        _ => IsPolly(exception),
    };

    private static bool IsPolly(Exception exception)
    {
        for (Type? type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == PollyException)
                return true;
        }

        return false;
    }
}
