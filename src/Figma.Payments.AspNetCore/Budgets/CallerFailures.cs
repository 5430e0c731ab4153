using System;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>
/// Counts the requests of each caller to which Figma didn't respond. Figma can be down, so a caller waits for some seconds only; or somebody sends tokens that cause
/// it, which must not use up the budget.
/// </summary>
internal sealed class CallerFailures(TimeProvider time)
{
    private const int PerPeriod = 2;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly CallerLimits _limits = new(PerPeriod, maxConcurrent: int.MaxValue, Period, time);

    /// <summary>Returns the time to wait before the next request of a caller, or null.</summary>
    public TimeSpan? FindWait(UInt128 caller)
    {
        if (_limits.TryStart(caller, isKnownNetwork: false) is { } wait)
            return wait;

        _limits.End(caller, isRefused: false);
        return null;
    }

    public void Count(UInt128 caller)
    {
        if (_limits.TryStart(caller, isKnownNetwork: false) is null)
            _limits.End(caller, isRefused: true);
    }
}
