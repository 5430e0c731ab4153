using System;

namespace Figma.Payments.Testing.Ledger;

/// <summary>
/// Limits the number of requests in a one-minute window, which starts with the first request. Rejected requests don't count.
/// </summary>
internal sealed class RateWindow
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly int? _limit;
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private int _count;

    public RateWindow(int? limit) => _limit = limit;

    /// <summary>Counts a request, or returns the time until the next window starts if the limit is reached.</summary>
    public TimeSpan? CountOrWait(DateTimeOffset now)
    {
        if (_limit is null)
            return null;

        lock (_gate)
        {
            if (now - _start >= Length || now < _start)
                (_start, _count) = (now, 0);

            if (_count == _limit)
                return _start + Length - now;

            _count++;
            return null;
        }
    }
}
