using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Figma.Payments;

/// <summary>When a question must be over: its time-out, or its caller's cancellation, whichever comes first.</summary>
/// <remarks>
/// Sources are used again where their timer certainly did not and will not fire and nobody can still hold the token:
/// a source and its timer for each call is a seventh of what a lean client costs.
/// </remarks>
internal sealed class Deadline : CancellationTokenSource
{
    private const int MaxSpares = 64;

    private static readonly ConcurrentQueue<Deadline> Spares = new();
    private static readonly Action<object?> CancelIt = static state => ((CancellationTokenSource)state!).Cancel();
    private static Deadline? s_spare;
    private static int s_spareCount;

    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;

    private Deadline()
    {
    }

    /// <summary>Whether the token was cancelled, by the caller or by the time.</summary>
    public bool IsOver => IsCancellationRequested;

    public static Deadline Start(TimeSpan timeout, CancellationToken caller)
    {
        Deadline deadline = Take();
        deadline.CancelAfter(timeout);

        if (caller.CanBeCanceled)
        {
            deadline._caller = caller;
            deadline._registration = Platform.Register(CancelIt, deadline, caller);
        }

        return deadline;
    }

    /// <summary>Ends it.</summary>
    /// <param name="isTokenFree">Whether all that was given the token is done with it.</param>
    public void End(bool isTokenFree)
    {
        // Where the caller's callback may be under way, the source is left to it.
        if (_caller.CanBeCanceled && !Platform.Unregister(_registration))
            return;

        if (isTokenFree && Platform.TryReset(this))
        {
            _caller = default;
            _registration = default;
            Keep();
        }
        else
            Dispose();
    }

    private static Deadline Take()
    {
        // One is enough for who asks one question after the other, and costs less than a queue.
        if (Interlocked.Exchange(ref s_spare, null) is { } spare)
            return spare;

        if (!Spares.TryDequeue(out Deadline? queued))
            return new Deadline();

        Interlocked.Decrement(ref s_spareCount);
        return queued;
    }

    private void Keep()
    {
        if (Interlocked.CompareExchange(ref s_spare, this, null) is null)
            return;

        if (Interlocked.Increment(ref s_spareCount) <= MaxSpares)
        {
            Spares.Enqueue(this);
            return;
        }

        Interlocked.Decrement(ref s_spareCount);
        Dispose();
    }
}
