using System;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>
/// Limits the requests of each caller while Figma doesn't respond to them. Figma can be down, so a caller waits for some seconds only; or somebody sends tokens that cause
/// it, which must not use up the budget. It is bounded: callers with the same slot replace each other.
/// </summary>
internal sealed class CallerFailures(TimeProvider time)
{
    private const int Size = 4_096;

    // The time for one failure. A second one follows at once, and several can be under way.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(15);

    private readonly object _lock = new();
    private (UInt128 Caller, long Until)[]? _slots;

    /// <summary>Returns the time to wait before the next request of a caller, or null.</summary>
    public TimeSpan? FindWait(UInt128 caller)
    {
        lock (_lock)
        {
            TimeSpan wait = FindRemaining(caller) - Interval;
            return wait > TimeSpan.Zero ? wait : null;
        }
    }

    public void Count(UInt128 caller)
    {
        lock (_lock)
        {
            TimeSpan remaining = FindRemaining(caller) + Interval;
            remaining = remaining < MaxWait ? remaining : MaxWait;
            (_slots ??= new (UInt128, long)[Size])[GetIndex(caller)] = (caller, time.GetTimestamp() + (long)(remaining.TotalSeconds * time.TimestampFrequency));
        }
    }

    /// <summary>Records that Figma responded to a request of a caller, so it isn't down.</summary>
    public void Reset(UInt128 caller)
    {
        lock (_lock)
        {
            if (_slots is not null && _slots[GetIndex(caller)].Caller == caller)
                _slots[GetIndex(caller)] = default;
        }
    }

    private TimeSpan FindRemaining(UInt128 caller)
    {
        if (_slots is null)
            return TimeSpan.Zero;

        (UInt128 known, long until) = _slots[GetIndex(caller)];

        if (known != caller)
            return TimeSpan.Zero;

        long now = time.GetTimestamp();
        return until > now ? time.GetElapsedTime(now, until) : TimeSpan.Zero;
    }

    private static int GetIndex(UInt128 caller) => (int)((uint)caller % Size);
}
