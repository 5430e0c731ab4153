using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Tests.Chaos;

/// <summary>Measures how late plain timers elapse in this process, to separate the delay of the machine from the delay of the client.</summary>
internal sealed class TimerLateness
{
    private const int Timers = 200;

    private readonly TimeSpan _time;
    private readonly Task<TimeSpan>[] _watching;
    private volatile bool _isStopped;

    private TimerLateness(TimeSpan time)
    {
        _time = time;
        _watching = [.. Enumerable.Range(0, Timers).Select(i => Task.Run(() => WatchAsync(time * i / Timers)))];
    }

    /// <summary>Starts to measure timers with a due time.</summary>
    public static TimerLateness Watch(TimeSpan time) => new(time);

    /// <summary>Stops, and waits for the last timers.</summary>
    /// <returns>The maximum delay.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        _isStopped = true;
        return (await Task.WhenAll(_watching)).Max();
    }

    // Runs one timer after another. The first due times differ, so that some timers are due at any time.
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
