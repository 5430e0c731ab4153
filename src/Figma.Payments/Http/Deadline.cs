using System;
using System.Threading;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>Cancels a request when its time-out has elapsed or its caller cancels it, whichever comes first.</summary>
/// <remarks>
/// The pooling exists for speed alone: a new source and a timer for each request take 107 ns and 144 bytes, a pooled deadline takes 18 ns and no allocation
/// (see the benchmarks' README). A source is reused only if it is not canceled and can't become canceled, and if no one else can hold its token.
/// Its timer is not rescheduled for each request, which would cost two locks: it runs on across requests, and checks the current due time when it elapses.
/// DeadlineTests verifies that a reused deadline behaves like a new one.
/// </remarks>
internal sealed class Deadline : CancellationTokenSource
{
    // Special values of _due, which otherwise contains a time of Platform.TickCount: no request, or a request that the timer is canceling.
    private const long None = 0;
    private const long Expired = -1;

    // Special values of _timerDue: a timer that is not scheduled, or one that is disposed.
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

    /// <summary>Gets a value that indicates whether the token was canceled, by the caller or by the time-out.</summary>
    public bool IsOver => IsCancellationRequested;

    /// <summary>Gets a deadline from the pool, or creates one, and starts it.</summary>
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

    /// <summary>Releases the deadline when the request has ended.</summary>
    /// <param name="isReusable"><c>true</c> if no one can still hold the token.</param>
    public void Release(bool isReusable)
    {
        // If the callback of the timer or of the caller might be running, the source is not disposed or reused.
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

    // The timer serves many requests, so it must not capture the execution context of the first.
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
        // At least 1 ms, so that two consecutive requests never have the same due time.
        long due = Platform.TickCount + Math.Max(1, (long)timeout.TotalMilliseconds);

        // This method writes _due before it reads _timerDue, and OnTimer writes _timerDue before it reads _due, so one of the two sees the change of the other.
        Interlocked.Exchange(ref _due, due);

        if (Volatile.Read(ref _timerDue) <= due)
            return;

        lock (_timer)
            Schedule(due);
    }

    // The timer elapsed. It was scheduled for the current request or an earlier one, and there might be no current request.
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
