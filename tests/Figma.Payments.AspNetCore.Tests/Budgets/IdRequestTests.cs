using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Budgets.BudgetApp;

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>Figma accepts few requests about users.</summary>
public sealed class IdRequestTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task User_who_has_not_paid_and_asks_again_and_again_does_not_lock_out_buyers()
    {
        await using GateApp app = await StartAsync(_clock);
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        app.TokenOf(PaymentStatus.Unpaid, out UserId visitor);

        for (int minute = 0; minute < 10; minute++)
        {
            for (int second = 0; second < 60; second += 5)
            {
                Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await gate.CheckAsync(visitor)).Refusal);
                _clock.Advance(TimeSpan.FromSeconds(5));
            }
        }

        Assert.InRange(app.Figma.Requests.Count, 10, 12);
    }

    [Fact]
    public async Task User_who_does_not_exist_and_asks_again_and_again_does_not_lock_out_buyers()
    {
        await using GateApp app = await StartAsync(_clock);
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        app.Figma.Faults.Enqueue(FakeFault.Status(404), count: 100);

        for (int second = 0; second < 60; second += 5)
        {
            Assert.Equal(FigmaPaymentsRefusal.UserNotFound, (await gate.CheckAsync(new UserId("3333333333333333333"))).Refusal);
            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Single(app.Figma.Requests);
    }

    [Fact]
    public async Task User_who_exists_only_later_can_be_forgotten()
    {
        await using GateApp app = await StartAsync(_clock);
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        app.TokenOf(PaymentStatus.Paid, out UserId user);
        app.Figma.Faults.Enqueue(FakeFault.Status(404));

        Assert.Equal(FigmaPaymentsRefusal.UserNotFound, (await gate.CheckAsync(user)).Refusal);
        await gate.ForgetAsync(user);
        Assert.True((await gate.CheckAsync(user)).IsGranted);
    }

    [Fact]
    public async Task Allowed_users_who_have_not_paid_are_asked_about_once_in_a_minute()
    {
        UserId user = new("1111111111111111111");
        await using GateApp app = await StartAsync(_clock, gate => gate.AllowedUsers.Add(user));
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        app.Figma.AddUser(user);

        for (int i = 0; i < 5; i++)
        {
            Assert.True((await gate.CheckAsync(user)).IsGranted);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Single(app.Figma.Requests);
    }

    [Fact]
    public async Task Trial_that_admits_is_checked_again_after_TrialFor()
    {
        await using GateApp app = await StartAsync(_clock, static gate => (gate.AllowTrial, gate.TrialFor) = (true, TimeSpan.FromSeconds(10)));
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        app.TokenOf(PaymentStatus.Trial, out UserId user);

        for (int i = 1; i <= 3; i++)
        {
            Assert.True((await gate.CheckAsync(user)).IsGranted);
            Assert.Equal(i, app.Figma.Requests.Count);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }
    }

    [Theory]
    [InlineData(PaymentsErrorKind.InvalidRequest)]
    [InlineData(PaymentsErrorKind.Unauthorized)]
    [InlineData(PaymentsErrorKind.InvalidResponse)]
    public async Task Errors_about_one_user_count_toward_the_limit_and_do_not_lock_out_buyers(PaymentsErrorKind error)
    {
        UserId user = new("1111111111111111111");
        int sent = 0;

        await using GateApp app = await StartForUsersAsync(
            _clock,
            count: 1,
            (other, plugin) =>
            {
                if (other != user)
                    return Task.FromResult(new PaymentsResult(new PaymentInformation(other, plugin, PaymentStatus.Paid)));

                sent++;
                return Task.FromResult(new PaymentsResult(new PaymentsError(error, "A test.")));
            },
            static gate => gate.IdRequestsPerMinute = 150);

        for (int i = 0; i < 10; i++)
            Assert.Equal(503, await StatusOfUserAsync(app, user));

        for (int i = 0; i < 190; i++)
            Assert.Equal(429, await StatusOfUserAsync(app, user));

        Assert.Equal(10, sent);
        Assert.Equal(200, await StatusOfUserAsync(app, new UserId("2222222222222222222")));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(503, await StatusOfUserAsync(app, user));
    }

    /// <summary>Figma can be down, so the user doesn't wait for long.</summary>
    [Fact]
    public async Task Failures_about_one_user_are_limited_for_seconds_only()
    {
        UserId user = new("1111111111111111111");
        int sent = 0;
        bool isDown = true;

        await using GateApp app = await StartForUsersAsync(_clock, count: 1, (user, plugin) =>
        {
            sent++;

            return Task.FromResult(isDown
                ? new PaymentsResult(new PaymentsError(PaymentsErrorKind.Unavailable, "Figma is down."))
                : new PaymentsResult(new PaymentInformation(user, plugin, PaymentStatus.Paid)));
        });

        Assert.Equal(503, await StatusOfUserAsync(app, user));
        Assert.Equal(503, await StatusOfUserAsync(app, user));

        for (int i = 0; i < 50; i++)
            Assert.Equal(429, await StatusOfUserAsync(app, user));

        Assert.Equal(2, sent);
        isDown = false;
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, await StatusOfUserAsync(app, user));
    }

    [Fact]
    public async Task Payer_of_several_plugins_is_not_limited_by_failures_in_the_grace_period()
    {
        UserId user = new("1111111111111111111");
        bool isDown = false;

        await using GateApp app = await StartForUsersAsync(
            _clock,
            count: 5,
            (user, plugin) => Task.FromResult(isDown
                ? new PaymentsResult(new PaymentsError(PaymentsErrorKind.Unavailable, "Figma is down."))
                : new PaymentsResult(new PaymentInformation(user, plugin, PaymentStatus.Paid))),
            static gate => (gate.GraceFor, gate.CallerRefusalsPerMinute) = (TimeSpan.FromHours(1), 1));

        for (int i = 0; i < 5; i++)
            Assert.Equal(200, await StatusOfUserAsync(app, user, "/" + i));

        _clock.Advance(TimeSpan.FromMinutes(6));
        isDown = true;

        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(200, await StatusOfUserAsync(app, user, "/" + (i % 5)));
            _clock.Advance(TimeSpan.FromSeconds(5));
        }
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(6, 4)]
    public async Task Signed_in_payer_can_wait_for_four_responses_at_the_same_time(int plugins, int expected)
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int waiting = 0;

        await using GateApp app = await StartForUsersAsync(_clock, plugins, async (user, plugin) =>
        {
            Interlocked.Increment(ref waiting);
            await release.Task;
            return new PaymentsResult(new PaymentInformation(user, plugin, PaymentStatus.Paid));
        });

        UserId user = new("1111111111111111111");
        Task<int>[] requests = [.. Enumerable.Range(0, plugins).Select(i => StatusOfUserAsync(app, user, "/" + i))];

        while (Volatile.Read(ref waiting) + requests.Count(static request => request.IsCompleted) < requests.Length)
            await Task.Delay(1);

        Assert.All(requests.Where(static request => request.IsCompleted), static request => Assert.Equal(429, request.Result));
        release.SetResult();
        Assert.Equal(expected, (await Task.WhenAll(requests)).Count(static status => status == 200));
    }
}
