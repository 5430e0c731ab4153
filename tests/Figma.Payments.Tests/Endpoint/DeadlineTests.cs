using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Tests;

public sealed class DeadlineTests
{
    // More than are ever kept, so that whatever was kept is met.
    private const int Many = 200;

    [Fact]
    public async Task A_source_whose_time_has_passed_is_never_used_again()
    {
        List<Deadline> over = [];

        for (int i = 0; i < 8; i++)
        {
            Deadline deadline = Deadline.Start(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            TaskCompletionSource passed = new();

            using (deadline.Token.Register(passed.SetResult))
                await passed.Task;

            over.Add(deadline);
        }

        foreach (Deadline deadline in over)
            deadline.End(isTokenFree: true);

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
        deadline.End(isTokenFree: true);
        AssertThatNewOnes(another => !another.IsOver && another.Token != token);
    }

    [Fact]
    public void A_source_that_somebody_may_still_hold_is_never_used_again()
    {
        Deadline deadline = Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None);
        CancellationToken token = deadline.Token;

        deadline.End(isTokenFree: false);

        AssertThatNewOnes(another => another.Token != token);
    }

    [Fact]
    public void A_deadline_that_ended_hears_its_caller_no_more()
    {
        using CancellationTokenSource caller = new();
        Deadline deadline = Deadline.Start(TimeSpan.FromHours(1), caller.Token);
        bool isHeard = false;
        deadline.Token.Register(() => isHeard = true);

        deadline.End(isTokenFree: true);
        caller.Cancel();

        Assert.False(isHeard);
        AssertThatNewOnes(another => !another.IsOver);
    }

    private static void AssertThatNewOnes(Predicate<Deadline> holds)
    {
        List<Deadline> deadlines = [];

        for (int i = 0; i < Many; i++)
            deadlines.Add(Deadline.Start(TimeSpan.FromHours(1), CancellationToken.None));

        Assert.All(deadlines, deadline => Assert.True(holds(deadline)));

        foreach (Deadline deadline in deadlines)
            deadline.End(isTokenFree: true);
    }
}
