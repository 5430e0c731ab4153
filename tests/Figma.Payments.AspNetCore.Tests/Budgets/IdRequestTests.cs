using System;
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
}
