using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Http;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class DeadlineTests
{
    // More than the size of the pool, so that all pooled deadlines are used.
    private const int Many = 200;

    // A deadline that never elapses fails the test after this time.
    private static readonly TimeSpan s_testTimeout = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Deadline_that_timed_out_is_not_reused()
    {
        List<Deadline> over = [];

        for (int i = 0; i < 8; i++)
        {
            Deadline deadline = Deadline.Start(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            TaskCompletionSource passed = new();

            using (deadline.Token.Register(passed.SetResult))
                await passed.Task.WaitAsync(s_testTimeout);

            over.Add(deadline);
        }

        foreach (Deadline deadline in over)
            deadline.Release(isReusable: true);

        AssertForNewDeadlines(deadline => !deadline.IsOver);
    }

    [Fact]
    public void Deadline_that_the_caller_canceled_is_not_reused()
    {
        using CancellationTokenSource caller = new();
        Deadline deadline = Deadline.Start(TimeSpan.FromHours(1), caller.Token);
        CancellationToken token = deadline.Token;

        caller.Cancel();

        Assert.True(deadline.IsOver);
        deadline.Release(isReusable: true);
        AssertForNewDeadlines(another => !another.IsOver && another.Token != token);
    }

    [Fact]
    public void Deadline_whose_token_might_still_be_held_is_not_reused()
    {
        Deadline deadline = Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None);
        CancellationToken token = deadline.Token;

        deadline.Release(isReusable: false);

        AssertForNewDeadlines(another => another.Token != token);
    }

    [Fact]
    public void Released_deadline_ignores_its_caller()
    {
        using CancellationTokenSource caller = new();
        Deadline deadline = Deadline.Start(TimeSpan.FromHours(1), caller.Token);
        bool isCanceled = false;
        deadline.Token.Register(() => isCanceled = true);

        deadline.Release(isReusable: true);
        caller.Cancel();

        Assert.False(isCanceled);
        AssertForNewDeadlines(another => !another.IsOver);
    }

    [Fact]
    public async Task Reused_deadline_with_a_shorter_timeout_elapses_in_time()
    {
        for (int i = 0; i < 8; i++)
        {
            Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None).Release(isReusable: true);
            await WaitForTimeoutAsync(TimeSpan.FromMilliseconds(1));
        }
    }

    [Fact]
    public async Task Timer_of_an_earlier_request_does_not_cancel_a_later_one()
    {
        List<Deadline> early = [];

        for (int i = 0; i < Many; i++)
            early.Add(Deadline.Start(TimeSpan.FromMilliseconds(20), CancellationToken.None));

        foreach (Deadline deadline in early)
            deadline.Release(isReusable: true);

        List<Deadline> later = [];

        for (int i = 0; i < Many; i++)
            later.Add(Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None));

        await WaitForTimeoutAsync(TimeSpan.FromMilliseconds(100));

        Assert.All(later, deadline => Assert.False(deadline.IsOver));

        foreach (Deadline deadline in later)
            deadline.Release(isReusable: true);
    }

    [Fact]
    public void Release_during_the_timeout_does_not_cancel_the_next_deadline()
    {
        Random random = new(1);

        for (int i = 0; i < 1_000; i++)
        {
            Deadline deadline = Deadline.Start(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            Thread.SpinWait(random.Next(50_000));
            deadline.Release(isReusable: true);

            Deadline next = Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None);
            Thread.SpinWait(random.Next(5_000));
            Assert.False(next.IsOver);
            next.Release(isReusable: true);
        }
    }

    private static async Task WaitForTimeoutAsync(TimeSpan time)
    {
        Deadline deadline = Deadline.Start(time, CancellationToken.None);
        TaskCompletionSource passed = new();

        using (deadline.Token.Register(passed.SetResult))
            await passed.Task.WaitAsync(s_testTimeout);

        deadline.Release(isReusable: true);
    }

    private static void AssertForNewDeadlines(Predicate<Deadline> condition)
    {
        List<Deadline> deadlines = [];

        for (int i = 0; i < Many; i++)
            deadlines.Add(Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None));

        Assert.All(deadlines, deadline => Assert.True(condition(deadline)));

        foreach (Deadline deadline in deadlines)
            deadline.Release(isReusable: true);
    }
}
