using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Budgets.BudgetApp;

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>Tokens that lead to an error instead of a rejection, for example because the address of the request becomes too long.</summary>
public sealed class CraftedTokenTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(HttpStatusCode.RequestUriTooLong)]
    [InlineData(HttpStatusCode.RequestHeaderFieldsTooLarge)]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    public async Task Errors_are_limited_as_rejections_are(HttpStatusCode status)
    {
        await using GateApp app = await StartAsync(_clock);
        app.Figma.Faults.Enqueue(FakeFault.Status((int)status), count: 300);

        for (int i = 0; i < 10; i++)
            Assert.Equal(503, await StatusAsync(app, "crafted" + i, "10.0.0.1"));

        Assert.Equal(429, await StatusAsync(app, "crafted", "10.0.0.1"));
        Assert.Equal(10, app.Figma.Requests.Count);
    }

    /// <summary>Figma can be down, or a token can cause the failure.</summary>
    [Fact]
    public async Task Failures_are_limited_for_seconds_only()
    {
        await using GateApp app = await StartAsync(_clock);
        app.Figma.Faults.Enqueue(FakeFault.Status(500), count: 2);

        Assert.Equal(503, await StatusAsync(app, "crafted0", "10.0.0.1"));
        Assert.Equal(503, await StatusAsync(app, "crafted1", "10.0.0.1"));
        Assert.Equal(429, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.2"));
        Assert.Equal(3, app.Figma.Requests.Count);

        _clock.Advance(TimeSpan.FromSeconds(5));

        foreach (int _ in Enumerable.Range(0, 20))
            Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
    }

    /// <summary>Some of the requests fail, as they do when Figma is overloaded.</summary>
    [Fact]
    public async Task Failures_between_responses_do_not_limit_a_network()
    {
        await using GateApp app = await StartAsync(_clock);

        for (int i = 0; i < 10; i++)
        {
            app.Figma.Faults.Enqueue(FakeFault.Status(502));
            Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
            Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
        }
    }

    [Fact]
    public async Task Response_that_takes_long_is_as_old_as_its_request()
    {
        await using GateApp app = await StartAsync(_clock, gate =>
        {
            Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;
            gate.PaidFor = TimeSpan.FromSeconds(20);
            gate.CheckByToken = async (services, token, cancellation) =>
            {
                PaymentsResult result = await byToken(services, token, cancellation);
                _clock.Advance(TimeSpan.FromSeconds(8));
                return result;
            };
        });

        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        app.Figma.EndSubscription(user, app.Plugin);
        _clock.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(402, await StatusAsync(app, token, "10.0.0.1"));
    }

    [Fact]
    public async Task Payer_is_not_limited_while_Figma_is_down()
    {
        await using GateApp app = await StartAsync(_clock, static gate => (gate.PaidFor, gate.GraceFor) = (TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(10)));
        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));

        app.Figma.Faults.Enqueue(FakeFault.Status(503), count: 300);

        foreach (TimeSpan time in new[] { TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(7) })
        {
            _clock.Advance(time);

            for (int i = 0; i < 30; i++)
                Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        }
    }

    [Fact]
    public async Task Payers_keep_their_access_during_the_grace_period_although_the_budget_is_small()
    {
        await using GateApp app = await StartAsync(_clock, static gate => (gate.PaidFor, gate.GraceFor, gate.TokenRequestsPerMinute) = (TimeSpan.FromSeconds(20), TimeSpan.FromHours(1), 20));
        string[] tokens = [.. Enumerable.Range(0, 10).Select(_ => app.TokenOf(PaymentStatus.Paid))];

        foreach (string token in tokens)
            Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        app.Figma.Faults.Enqueue(FakeFault.Status(503), count: 10_000);

        for (int second = 0; second < 120; second += 2)
        {
            foreach (string token in tokens)
                Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));

            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.InRange(app.Figma.Requests.Count, 10, 10 + 60);
    }

    [Theory]
    [InlineData("64:ff9b::a00:1", "10.0.0.1", true)]
    [InlineData("64:ff9b::a00:1", "64:ff9b::a00:2", false)]
    [InlineData("64:ff9b:1::a00:1", "64:ff9b:1::a00:2", false)]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1", true)]
    [InlineData("2001:db8::1", "2001:db8::2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    public async Task Addresses_of_one_network_share_a_limit(string address, string other, bool isSame)
    {
        await using GateApp app = await StartAsync(_clock, static gate => gate.CallerRefusalsPerMinute = 1);

        Assert.Equal(401, await StatusAsync(app, "garbage", address));
        Assert.Equal(429, await StatusAsync(app, "garbage2", address));
        Assert.Equal(isSame ? 429 : 401, await StatusAsync(app, "garbage3", other));
    }
}
