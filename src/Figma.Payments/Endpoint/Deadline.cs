using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Figma.Payments;

/// <summary>When a question must be over: its time-out, or its caller's cancellation, whichever comes first.</summary>
/// <remarks>
/// Sources are used again where their timer certainly did not and will not fire and nobody can still hold the token:
/// a source and its timer for each call is a seventh of what a lean client costs.
/// </remarks>
internal struct Deadline
{
    private const int MaxSpares = 64;

    private static readonly ConcurrentQueue<CancellationTokenSource> Spares = new();
    private static readonly Action<object?> Cancel = static state => ((CancellationTokenSource)state!).Cancel();
    private static int s_spareCount;

    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;

    private Deadline(CancellationTokenSource source, CancellationToken caller)
    {
        _source = source;
        _caller = caller;
        _registration = caller.CanBeCanceled ? Platform.Register(Cancel, source, caller) : default;
    }

    public readonly CancellationToken Token => _source.Token;

    /// <summary>Whether the token was cancelled, by the caller or by the time.</summary>
    public readonly bool IsOver => _source.IsCancellationRequested;

    public static Deadline Start(TimeSpan timeout, CancellationToken caller)
    {
        if (Spares.TryDequeue(out CancellationTokenSource? source))
            Interlocked.Decrement(ref s_spareCount);
        else
            source = new CancellationTokenSource();

        source.CancelAfter(timeout);
        return new Deadline(source, caller);
    }

    /// <summary>Ends it.</summary>
    /// <param name="isTokenFree">Whether all that was given the token is done with it.</param>
    public readonly void End(bool isTokenFree)
    {
        // Where the caller's callback may be under way, the source is left to it.
        if (!Platform.Unregister(_registration, _caller))
            return;

        if (!isTokenFree || !Platform.TryReset(_source))
        {
            _source.Dispose();
            return;
        }

        if (Interlocked.Increment(ref s_spareCount) <= MaxSpares)
        {
            Spares.Enqueue(_source);
            return;
        }

        Interlocked.Decrement(ref s_spareCount);
        _source.Dispose();
    }
}
