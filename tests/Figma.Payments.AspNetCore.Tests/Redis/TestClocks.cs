using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading;

namespace Figma.Payments.AspNetCore.Tests.Redis;

/// <summary>The clocks of processes that tests start.</summary>
internal static class TestClocks
{
    /// <summary>Creates a clock from its text: <c>patient</c>, <c>stepping</c>, or a factor and the time at which the clock is right, in ticks: <c>12|639000000000000000</c>.</summary>
    public static TimeProvider Create(string text)
    {
        switch (text)
        {
            case "patient":
                return new PatientClock();

            case "stepping":
                return new RestlessClock();

            default:
                string[] parts = text.Split('|');
                return new FastClock(int.Parse(parts[0], CultureInfo.InvariantCulture), new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero));
        }
    }

    /// <summary>Returns the text of a clock that is faster than the system's.</summary>
    public static string Fast(int factor, DateTimeOffset epoch) => string.Create(CultureInfo.InvariantCulture, $"{factor}|{epoch.UtcTicks}");

    /// <summary>A clock whose timers take 20 times as long, so that a busy test machine doesn't let the gate give up Redis.</summary>
    private class PatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime * 20 : dueTime, period);
    }

    /// <summary>A patient clock on which time passes faster, so that a minute of a test takes some seconds. All processes with the same arguments see the same time.</summary>
    private sealed class FastClock(int factor, DateTimeOffset epoch) : PatientClock
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        public override long GetTimestamp() => _start + ((Stopwatch.GetTimestamp() - _start) * factor);

        public override DateTimeOffset GetUtcNow() => epoch + ((DateTimeOffset.UtcNow - epoch) * factor);
    }

    /// <summary>A clock that is right, or a minute early or late, and changes every third of a second.</summary>
    private sealed class RestlessClock : TimeProvider
    {
        private static readonly TimeSpan[] Offsets = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.Zero, TimeSpan.FromMinutes(-1)];

        private readonly long _start = Stopwatch.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offsets[(int)(Stopwatch.GetElapsedTime(_start).TotalSeconds * 3) % Offsets.Length];
    }
}
