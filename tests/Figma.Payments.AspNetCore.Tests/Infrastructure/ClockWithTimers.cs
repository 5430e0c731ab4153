using System;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace Figma.Payments.AspNetCore.Tests;

/// <summary>A clock that a test advances, and that says when the code under test has begun to wait.</summary>
internal sealed class ClockWithTimers() : FakeTimeProvider(DateTimeOffset.UtcNow)
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until the code under test has created a timer for a time.</summary>
    public async Task WaitForTimerAsync(TimeSpan dueTime)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));

        while (await _timers.Reader.ReadAsync(limit.Token) != dueTime)
        {
        }
    }
}
