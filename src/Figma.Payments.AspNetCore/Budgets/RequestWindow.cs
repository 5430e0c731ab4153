using System;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>Limits the number of requests in every period of one minute, wherever it begins (a sliding log).</summary>
/// <remarks>The limiters of System.Threading.RateLimiting use the system's clock only, and allow a burst at the boundary of their windows or in addition to their rate.</remarks>
internal sealed class RequestWindow(int limit, TimeProvider time)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();

    // The times of the latest requests, in a ring. The oldest one is at _next.
    private readonly long[] _times = new long[limit];
    private int _next;
    private int _count;

    /// <summary>Gets the number of requests that are possible now.</summary>
    public int Available
    {
        get
        {
            lock (_lock)
            {
                int used = 0;

                for (int i = 0; i < _count; i++)
                {
                    if (time.GetElapsedTime(_times[i]) < Period)
                        used++;
                }

                return limit - used;
            }
        }
    }

    /// <summary>Records a request, or returns <c>false</c> if there were too many.</summary>
    /// <param name="retryAfter">The time until the next request is possible.</param>
    public bool TryAcquire(out TimeSpan retryAfter)
    {
        lock (_lock)
        {
            retryAfter = TimeSpan.Zero;

            if (limit == 0)
            {
                retryAfter = Period;
                return false;
            }

            if (_count == limit)
            {
                TimeSpan elapsed = time.GetElapsedTime(_times[_next]);

                if (elapsed < Period)
                {
                    retryAfter = Period - elapsed;
                    return false;
                }
            }
            else
            {
                _count++;
            }

            _times[_next] = time.GetTimestamp();
            _next = (_next + 1) % limit;
            return true;
        }
    }
}
