using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Http;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class DeadlineTests
{
    // More than are ever kept, so that whatever was kept is met.
    private const int Many = 200;

    // That a source which never ends fails its test instead of hanging it.
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_source_whose_time_has_passed_is_never_used_again()
    {
        List<Deadline> over = [];

        for (int i = 0; i < 8; i++)
        {
            Deadline deadline = Deadline.Start(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            TaskCompletionSource passed = new();

            using (deadline.Token.Register(passed.SetResult))
                await passed.Task.WaitAsync(s_bound);

            over.Add(deadline);
        }

        foreach (Deadline deadline in over)
            deadline.Release(isReusable: true);

        AssertThatNewOnes(deadline => !deadline.IsOver);
    }

    [Fact]
    public void A_source_whose_caller_gave_up_is_never_used_again()
    {
        using CancellationTokenSource caller = new();
        Deadline deadline = Deadline.Start(TimeSpan.FromHours(1), caller.Token);
        CancellationToken token = deadline.Token;

        caller.Cancel();

        Assert.True(deadline.IsOver);
        deadline.Release(isReusable: true);
        AssertThatNewOnes(another => !another.IsOver && another.Token != token);
    }

    [Fact]
    public void A_source_that_somebody_may_still_hold_is_never_used_again()
    {
        Deadline deadline = Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None);
        CancellationToken token = deadline.Token;

        deadline.Release(isReusable: false);

        AssertThatNewOnes(another => another.Token != token);
    }

    [Fact]
    public void A_deadline_that_ended_hears_its_caller_no_more()
    {
        using CancellationTokenSource caller = new();
        Deadline deadline = Deadline.Start(TimeSpan.FromHours(1), caller.Token);
        bool isHeard = false;
        deadline.Token.Register(() => isHeard = true);

        deadline.Release(isReusable: true);
        caller.Cancel();

        Assert.False(isHeard);
        AssertThatNewOnes(another => !another.IsOver);
    }

    [Fact]
    public async Task A_source_that_is_used_again_for_a_shorter_time_ends_in_that_time()
    {
        for (int i = 0; i < 8; i++)
        {
            Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None).Release(isReusable: true);
            await PassAsync(TimeSpan.FromMilliseconds(1));
        }
    }

    [Fact]
    public async Task A_timer_that_an_earlier_question_left_behind_ends_no_later_one()
    {
        List<Deadline> early = [];

        for (int i = 0; i < Many; i++)
            early.Add(Deadline.Start(TimeSpan.FromMilliseconds(20), CancellationToken.None));

        foreach (Deadline deadline in early)
            deadline.Release(isReusable: true);

        List<Deadline> later = [];

        for (int i = 0; i < Many; i++)
            later.Add(Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None));

        await PassAsync(TimeSpan.FromMilliseconds(100));

        Assert.All(later, deadline => Assert.False(deadline.IsOver));

        foreach (Deadline deadline in later)
            deadline.Release(isReusable: true);
    }

    [Fact]
    public void A_question_that_ends_just_when_its_time_does_leaves_nothing_to_the_next()
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

    private static async Task PassAsync(TimeSpan time)
    {
        Deadline deadline = Deadline.Start(time, CancellationToken.None);
        TaskCompletionSource passed = new();

        using (deadline.Token.Register(passed.SetResult))
            await passed.Task.WaitAsync(s_bound);

        deadline.Release(isReusable: true);
    }

    private static void AssertThatNewOnes(Predicate<Deadline> holds)
    {
        List<Deadline> deadlines = [];

        for (int i = 0; i < Many; i++)
            deadlines.Add(Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None));

        Assert.All(deadlines, deadline => Assert.True(holds(deadline)));

        foreach (Deadline deadline in deadlines)
            deadline.Release(isReusable: true);
    }
}
