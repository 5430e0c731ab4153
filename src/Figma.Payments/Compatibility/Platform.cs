using System;
#if NETSTANDARD2_0
using System.Collections.Generic;
using System.Diagnostics;
#endif
using System.IO;
#if NETSTANDARD2_0
using System.Linq;
#endif
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Compatibility;

/// <summary>What the two targets do differently, and nothing else.</summary>
internal static class Platform
{
#if NETSTANDARD2_0
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A clock that never goes back.</summary>
    public static long TickCount => (long)(Stopwatch.GetTimestamp() * (1_000.0 / Stopwatch.Frequency));

    /// <summary>A header's value, as it was sent, with commas between several; null where there is none.</summary>
    public static string? GetHeader(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;

    /// <summary>The first of a header's values, as it was sent; null where there is none.</summary>
    public static string? GetFirstHeader(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    /// <summary>Whether the bytes are sound UTF-8 as a whole.</summary>
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

    /// <summary>Copies the body; ends with the token even where the content does not heed it.</summary>
    public static Task CopyAsync(HttpContent content, Stream body, CancellationToken cancellationToken)
    {
        Task copying = content.CopyToAsync(body);
        return copying.IsCompleted ? copying : WaitAsync(copying, cancellationToken);
    }

    public static CancellationTokenRegistration Register(Action<object?> callback, object state, CancellationToken token) =>
        token.Register(callback, state, useSynchronizationContext: false);

    /// <summary>Ends a registration; whether it can no longer call back.</summary>
    public static bool Unregister(CancellationTokenRegistration registration)
    {
        registration.Dispose();
        return true;
    }

    /// <summary>Makes a source fit for another use, where that can be done.</summary>
    public static bool TryReset(CancellationTokenSource source)
    {
        _ = source;
        return false;
    }

    /// <summary>Waits for the task's end or the token's, also where the task does not heed it.</summary>
    public static async Task WaitAsync(Task task, CancellationToken cancellationToken)
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
    /// <summary>A clock that never goes back.</summary>
    public static long TickCount => Environment.TickCount64;

    /// <summary>A header's value, as it was sent, with commas between several; null where there is none.</summary>
    public static string? GetHeader(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    /// <summary>The first of a header's values, as it was sent; null where there is none.</summary>
    public static string? GetFirstHeader(HttpHeaders headers, string name)
    {
        if (headers.NonValidated.TryGetValues(name, out HeaderStringValues values))
        {
            foreach (string value in values)
                return value;
        }

        return null;
    }

    /// <summary>Whether the bytes are sound UTF-8 as a whole.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    public static string GetAsciiString(ReadOnlySpan<byte> ascii) => Encoding.ASCII.GetString(ascii);

    public static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    // The text is canonical already; what a developer's own handlers do with an address needs the parts all the same.
    public static Uri CreateUri(string text, bool isOwnHandler) =>
        isOwnHandler ? new Uri(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }) : new Uri(text);

    /// <summary>Copies the body.</summary>
    public static Task CopyAsync(HttpContent content, Stream body, CancellationToken cancellationToken) => content.CopyToAsync(body, cancellationToken);

    /// <summary>Waits for the task's end or the token's, also where the task does not heed it.</summary>
    public static Task WaitAsync(Task task, CancellationToken cancellationToken) => task.WaitAsync(cancellationToken);

    public static CancellationTokenRegistration Register(Action<object?> callback, object state, CancellationToken token) =>
        token.UnsafeRegister(callback, state);

    /// <summary>Ends a registration; whether it can no longer call back.</summary>
    public static bool Unregister(CancellationTokenRegistration registration) => registration.Unregister();

    /// <summary>Makes a source fit for another use, where that can be done.</summary>
    public static bool TryReset(CancellationTokenSource source) => source.TryReset();
#endif

    /// <summary>The framework's word for what went wrong, which holds nothing of the request.</summary>
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
