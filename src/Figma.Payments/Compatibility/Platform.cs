using System;
#if NETSTANDARD2_0
using System.Collections.Generic;
using System.Diagnostics;
#endif
using System.IO;
#if NETSTANDARD2_0
using System.Linq;
#endif
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Compatibility;

/// <summary>Contains what differs between the target frameworks.</summary>
internal static class Platform
{
#if NETSTANDARD2_0
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Gets a monotonic time in milliseconds.</summary>
    public static long TickCount => (long)(Stopwatch.GetTimestamp() * (1_000.0 / Stopwatch.Frequency));

    /// <summary>Gets the value of a header as it was sent, or null if there is none. Multiple values are separated by commas.</summary>
    public static string? GetHeader(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;

    /// <summary>Gets the first value of a header as it was sent, or null if there is none.</summary>
    public static string? GetFirstHeader(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    /// <summary>Determines whether all bytes are valid UTF-8.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes.ToArray());
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static string GetAsciiString(ReadOnlySpan<byte> ascii) => Encoding.ASCII.GetString(ascii.ToArray());

    public static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    public static Uri CreateUri(string text, bool isOwnHandler)
    {
        _ = isOwnHandler;
        return new Uri(text);
    }

    /// <summary>Copies the body. The task ends when the token is canceled, even if the content ignores it.</summary>
    public static Task CopyAsync(HttpContent content, Stream body, CancellationToken cancellationToken)
    {
        Task copying = content.CopyToAsync(body);
        return copying.IsCompleted ? copying : WaitAsync(copying, cancellationToken);
    }

    public static CancellationTokenRegistration Register(Action<object?> callback, object state, CancellationToken token) =>
        token.Register(callback, state, useSynchronizationContext: false);

    /// <summary>Ends a registration.</summary>
    /// <returns><c>true</c> if its callback can't be called anymore; otherwise, <c>false</c>.</returns>
    public static bool Unregister(CancellationTokenRegistration registration)
    {
        registration.Dispose();
        return true;
    }

    /// <summary>Resets a source for reuse, if the framework supports it.</summary>
    public static bool TryReset(CancellationTokenSource source)
    {
        _ = source;
        return false;
    }

    /// <summary>Reads bytes into the rest of a buffer.</summary>
    public static Task<int> ReadAsync(Stream stream, byte[] buffer, int offset, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, offset, buffer.Length - offset, cancellationToken);

    /// <summary>Writes the first bytes of a buffer.</summary>
    public static Task WriteAsync(Stream stream, byte[] buffer, int length, CancellationToken cancellationToken) =>
        stream.WriteAsync(buffer, 0, length, cancellationToken);

    private static async Task WaitForEitherAsync(Task task, CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        using (cancellationToken.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), ended))
        {
            if (await Task.WhenAny(task, ended.Task).ConfigureAwait(false) != task)
                throw new OperationCanceledException(cancellationToken);
        }

        await task.ConfigureAwait(false);
    }
#else
    /// <summary>Gets a monotonic time in milliseconds.</summary>
    public static long TickCount => Environment.TickCount64;

    /// <summary>Gets the value of a header as it was sent, or null if there is none. Multiple values are separated by commas.</summary>
    public static string? GetHeader(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    /// <summary>Gets the first value of a header as it was sent, or null if there is none.</summary>
    public static string? GetFirstHeader(HttpHeaders headers, string name)
    {
        if (headers.NonValidated.TryGetValues(name, out HeaderStringValues values))
        {
            foreach (string value in values)
                return value;
        }

        return null;
    }

    /// <summary>Determines whether all bytes are valid UTF-8.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    public static string GetAsciiString(ReadOnlySpan<byte> ascii) => Encoding.ASCII.GetString(ascii);

    public static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    // The text is already canonical. Handlers of a developer might use the parts of the URI, so it is parsed normally for them.
    public static Uri CreateUri(string text, bool isOwnHandler) =>
        isOwnHandler ? new Uri(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }) : new Uri(text);

    /// <summary>Copies the body. The task ends when the token is canceled.</summary>
    public static Task CopyAsync(HttpContent content, Stream body, CancellationToken cancellationToken) => content.CopyToAsync(body, cancellationToken);

    /// <summary>Reads bytes into the rest of a buffer.</summary>
    public static ValueTask<int> ReadAsync(Stream stream, byte[] buffer, int offset, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer.AsMemory(offset), cancellationToken);

    /// <summary>Writes the first bytes of a buffer.</summary>
    public static ValueTask WriteAsync(Stream stream, byte[] buffer, int length, CancellationToken cancellationToken) =>
        stream.WriteAsync(buffer.AsMemory(0, length), cancellationToken);

    private static Task WaitForEitherAsync(Task task, CancellationToken cancellationToken) => task.WaitAsync(cancellationToken);

    public static CancellationTokenRegistration Register(Action<object?> callback, object state, CancellationToken token) =>
        token.UnsafeRegister(callback, state);

    /// <summary>Ends a registration.</summary>
    /// <returns><c>true</c> if its callback can't be called anymore; otherwise, <c>false</c>.</returns>
    public static bool Unregister(CancellationTokenRegistration registration) => registration.Unregister();

    /// <summary>Resets a source for reuse, if the framework supports it.</summary>
    public static bool TryReset(CancellationTokenSource source) => source.TryReset();
#endif

    /// <summary>Waits for the task or the cancellation, even if the task ignores the token.</summary>
    /// <remarks>A later exception of an abandoned task is observed. Otherwise <see cref="TaskScheduler.UnobservedTaskException"/> would show its message, which can contain a secret.</remarks>
    public static Task WaitAsync(Task task, CancellationToken cancellationToken)
    {
        _ = task.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

        return WaitForEitherAsync(task, cancellationToken);
    }

    /// <summary>Determines whether an exception means that the certificate of the server was rejected.</summary>
    public static bool IsCertificateError(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            // The connection can also break during the handshake. The cause is an IOException then.
            if (cause is AuthenticationException or WebException { Status: WebExceptionStatus.TrustFailure })
                return true;
        }

        return false;
    }

    /// <summary>Gets the framework's error code for an exception, or the name of its type. It contains nothing of the request.</summary>
    public static string GetErrorCode(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
                return socket.SocketErrorCode.ToString();
        }

#if !NETSTANDARD2_0
        if (exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request)
            return request.HttpRequestError.ToString();

        if (exception is HttpIOException { HttpRequestError: not HttpRequestError.Unknown } io)
            return io.HttpRequestError.ToString();
#endif

        return exception.GetType().Name;
    }
}
