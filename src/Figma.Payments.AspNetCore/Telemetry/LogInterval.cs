using System;
using System.Threading;

namespace Figma.Payments.AspNetCore.Telemetry;

/// <summary>Limits a log message that each request could cause to one in a minute.</summary>
internal sealed class LogInterval(TimeProvider time)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private long _next = long.MinValue;

    /// <summary>Determines whether the message is to be logged now.</summary>
    public bool TryStart()
    {
        long now = time.GetTimestamp();
        long next = Volatile.Read(ref _next);

        return now >= next && Interlocked.CompareExchange(ref _next, now + (long)(Period.TotalSeconds * time.TimestampFrequency), next) == next;
    }
}
