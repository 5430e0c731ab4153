using System;
using System.Net.Http;
using System.Threading.Tasks;
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
}
