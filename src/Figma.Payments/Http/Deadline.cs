using System;
using System.Threading;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>When a question must be over: its time-out, or its caller's cancellation, whichever comes first.</summary>
/// <remarks>
/// Sources are used again where their timer certainly did not and will not end them and nobody can still hold the token:
/// a source and its timer for each call is a seventh of what a lean client costs. A source's timer runs on from question
/// to question and looks only when it goes off, which is hardly ever: setting it for each would cost two locks a call.
/// </remarks>
internal sealed class Deadline : CancellationTokenSource
{
    // What _due holds beside a time of Environment.TickCount64: no question, or one that the timer is ending.
    private const long None = 0;
    private const long Expired = -1;

    // What _timerDue holds beside one: a timer that is not set, or will never be again.
    private const long NotScheduled = long.MaxValue;
    private const long Stopped = long.MinValue;

    private static readonly Deadline?[] Pool = new Deadline?[64];
    private static readonly Action<object?> CancelCallback = static state => ((CancellationTokenSource)state!).Cancel();
    private static readonly TimerCallback TimerElapsed = static state => ((Deadline)state!).OnTimer();

    private readonly Timer _timer;
    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;
    private long _due;
    private long _timerDue = NotScheduled;

    private Deadline() => _timer = CreateTimer(this);

    /// <summary>Whether the token was cancelled, by the caller or by the time.</summary>
    public bool IsOver => IsCancellationRequested;

    public static Deadline Start(TimeSpan timeout, CancellationToken caller)
    {
        Deadline deadline = Rent();
        deadline.SetTimeout(timeout);

        if (caller.CanBeCanceled)
        {
            deadline._caller = caller;
            deadline._registration = Platform.Register(CancelCallback, deadline, caller);
        }

        return deadline;
    }

    /// <summary>Ends it.</summary>
    /// <param name="isReusable">Whether all that was given the token is done with it.</param>
    public void Release(bool isReusable)
    {
        // Where the time's or the caller's callback may be under way, the source is left to it.
        bool isAbandoned = Interlocked.Exchange(ref _due, None) == Expired;

        if (_caller.CanBeCanceled && !Platform.Unregister(_registration))
            isAbandoned = true;

        if (isAbandoned)
            StopTimer();
        else if (isReusable && Platform.TryReset(this))
        {
            _caller = default;
            _registration = default;
            Return();
        }
        else
            Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            StopTimer();

        base.Dispose(disposing);
    }

    // It serves many questions: what flows with the first must not be kept for all of them.
    private static Timer CreateTimer(Deadline deadline)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return new Timer(TimerElapsed, deadline, Timeout.Infinite, Timeout.Infinite);

        using (ExecutionContext.SuppressFlow())
            return new Timer(TimerElapsed, deadline, Timeout.Infinite, Timeout.Infinite);
    }

    private static Deadline Rent()
    {
        for (int i = 0; i < Pool.Length; i++)
        {
            if (Pool[i] is not null && Interlocked.Exchange(ref Pool[i], null) is { } pooled)
                return pooled;
        }

        return new Deadline();
    }

    private void Return()
    {
        for (int i = 0; i < Pool.Length; i++)
        {
            if (Pool[i] is null && Interlocked.CompareExchange(ref Pool[i], this, null) is null)
                return;
        }

        Dispose();
    }

    private void SetTimeout(TimeSpan timeout)
    {
        // At least one, so that no question is ever due when the one before it was.
        long due = Platform.TickCount + Math.Max(1, (long)timeout.TotalMilliseconds);

        // Written before the timer is looked at, as Look writes the timer before it looks at this: one of the two sees the other.
        Interlocked.Exchange(ref _due, due);

        if (Volatile.Read(ref _timerDue) <= due)
            return;

        lock (_timer)
            Schedule(due);
    }

    // The timer went off: for this question, for an earlier one, or for none.
    private void OnTimer()
    {
        long due;

        lock (_timer)
        {
            if (_timerDue == Stopped)
                return;

            Interlocked.Exchange(ref _timerDue, NotScheduled);
            due = Volatile.Read(ref _due);

            if (due <= None)
                return;

            if (due > Platform.TickCount)
            {
                Schedule(due);
                return;
            }
        }

        if (Interlocked.CompareExchange(ref _due, Expired, due) == due)
            Cancel();
    }

    private void Schedule(long due)
    {
        Volatile.Write(ref _timerDue, due);
        _timer.Change(Math.Max(0, due - Platform.TickCount), Timeout.Infinite);
    }

    private void StopTimer()
    {
        lock (_timer)
        {
            Volatile.Write(ref _timerDue, Stopped);
            _timer.Dispose();
        }
    }
}
