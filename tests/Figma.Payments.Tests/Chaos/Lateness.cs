using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Tests.Chaos;

/// <summary>How late plain timers go off in this process while something else is measured: what is the machine's, and nobody else's.</summary>
internal sealed class Lateness
{
    private const int Timers = 200;

    private readonly TimeSpan _time;
    private readonly Task<TimeSpan>[] _watching;
    private volatile bool _isStopped;

    private Lateness(TimeSpan time)
    {
        _time = time;
        _watching = [.. Enumerable.Range(0, Timers).Select(i => Task.Run(() => WatchAsync(time * i / Timers)))];
    }

    /// <summary>Begins to watch timers of a due time.</summary>
    public static Lateness Watch(TimeSpan time) => new(time);

    /// <summary>Waits for the last ones.</summary>
    /// <returns>The worst of them.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        _isStopped = true;
        return (await Task.WhenAll(_watching)).Max();
    }

    // One after the other, begun apart, so that at each moment some are due.
    private async Task<TimeSpan> WatchAsync(TimeSpan first)
    {
        TimeSpan worst = TimeSpan.Zero;

        for (TimeSpan time = first; !_isStopped; time = _time)
        {
            long start = Stopwatch.GetTimestamp();
            await Task.Delay(time, CancellationToken.None);
            TimeSpan late = Stopwatch.GetElapsedTime(start) - time;
            worst = late > worst ? late : worst;
        }

        return worst;
    }
}
