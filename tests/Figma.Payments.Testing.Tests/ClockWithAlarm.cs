using System;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.Extensions.Time.Testing;

namespace Figma.Payments.Testing.Tests;

/// <summary>A clock that a test advances, with a task that completes when the code under test creates a timer.</summary>
public sealed class ClockWithAlarm : FakeTimeProvider
{
    private readonly TaskCompletionSource _timerCreated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ClockWithAlarm()
        : base(new DateTimeOffset(2024, 3, 1, 12, 34, 56, 789, TimeSpan.Zero))
    {
    }

    public Task TimerCreated => _timerCreated.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _timerCreated.TrySetResult();
        return timer;
    }
}
