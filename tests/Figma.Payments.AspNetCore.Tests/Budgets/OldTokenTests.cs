using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Budgets.BudgetApp;

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>One account collects payment tokens that were admitted, and sends them again from one address when they aren't accepted anymore.</summary>
public sealed class OldTokenTests
{
    private const string Attacker = "203.0.113.7";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    // In each of two minutes: 10 of the account, and 40 of its network.
    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    public async Task Expired_tokens_of_one_account_lead_to_a_bounded_number_of_requests(int minutes)
    {
        UserId probe = new("2222222222222222222");
        await using GateApp app = await StartAsync(_clock, gate => gate.ProbeUser = probe, tokenLifetime: TimeSpan.FromMinutes(5));
        app.Figma.AddUser(probe);
        UserId[] buyers = await AdmitBuyersAsync(app);
        app.TokenOf(PaymentStatus.Paid, out UserId user);
        string[] tokens = await CollectAsync(app, user, count: 8);

        // The latest tokens were admitted some minutes before.
        _clock.Advance(TimeSpan.FromMinutes(4 + minutes));
        app.Figma.ClearRequests();

        for (int round = 0; round < 3; round++)
        {
            foreach (string token in tokens)
                Assert.Contains(await StatusAsync(app, token, Attacker), new[] { 401, 429 });

            if (round < 2)
                _clock.Advance(TimeSpan.FromSeconds(30.5));
        }

        Assert.InRange(TokenRequests(app), 1, 100);
        await AssertAdmittedAsync(app, buyers);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(720)]
    public async Task Tokens_of_an_account_whose_trial_has_ended_lead_to_a_bounded_number_of_requests(int minutes)
    {
        await using GateApp app = await StartAsync(_clock, static gate => gate.AllowTrial = true);
        UserId[] buyers = await AdmitBuyersAsync(app);
        app.TokenOf(PaymentStatus.Trial, out UserId user);
        string[] tokens = await CollectAsync(app, user, count: 13);

        app.Figma.EndSubscription(user, app.Plugin);
        _clock.Advance(TimeSpan.FromMinutes(minutes));
        app.Figma.ClearRequests();

        foreach (string token in tokens)
            Assert.Contains(await StatusAsync(app, token, Attacker), new[] { 402, 429 });

        Assert.InRange(TokenRequests(app), 1, 52);
        await AssertAdmittedAsync(app, buyers);
    }

    [Fact]
    public async Task Expired_tokens_count_although_no_ID_request_can_decide()
    {
        await using GateApp app = await StartAsync(_clock, static gate => gate.CheckByUser = null, tokenLifetime: TimeSpan.FromMinutes(5));
        UserId[] buyers = await AdmitBuyersAsync(app);
        app.TokenOf(PaymentStatus.Paid, out UserId user);
        string[] tokens = await CollectAsync(app, user, count: 2);

        _clock.Advance(TimeSpan.FromMinutes(5));
        app.Figma.ClearRequests();

        for (int round = 0; round < 10; round++)
        {
            foreach (string token in tokens)
                Assert.Contains(await StatusAsync(app, token, Attacker), new[] { 401, 429, 503 });
        }

        Assert.InRange(TokenRequests(app), 1, 50);
        await AssertAdmittedAsync(app, buyers);
    }

    [Fact]
    public async Task Users_of_one_network_whose_tokens_expire_at_the_same_time_are_not_locked_out()
    {
        await using GateApp app = await StartAsync(_clock, tokenLifetime: TimeSpan.FromMinutes(5));
        List<(UserId User, string Token)> office = [];

        for (int i = 0; i < 60; i++)
        {
            string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
            office.Add((user, token));
            Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        }

        _clock.Advance(TimeSpan.FromMinutes(5));

        foreach ((UserId user, string token) in office)
            Assert.Equal(401, await StatusAsync(app, token, "10.0.0.1"));

        foreach ((UserId user, string token) in office)
            Assert.Equal(200, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.1"));
    }

    [Fact]
    public async Task Token_is_known_for_five_minutes_after_its_payment_information_and_until_Figma_rejects_it()
    {
        await using GateApp app = await StartAsync(_clock, static gate => gate.PaidFor = TimeSpan.FromMinutes(1));
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);

        // Each token is sent while its network is over the limit.
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        _clock.Advance(TimeSpan.FromMinutes(5.9));
        await SendGarbageAsync();
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));

        _clock.Advance(TimeSpan.FromMinutes(6));
        await SendGarbageAsync();
        Assert.Equal(429, await StatusAsync(app, token, "10.0.0.1"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        app.Figma.Refund(user, app.Plugin);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SendGarbageAsync();
        Assert.Equal(402, await StatusAsync(app, token, "10.0.0.1"));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(429, await StatusAsync(app, token, "10.0.0.1"));

        async Task SendGarbageAsync()
        {
            for (int i = 0; i < 60; i++)
                await StatusAsync(app, Guid.NewGuid().ToString("N"), "10.0.0.1");
        }
    }

    private static async Task<UserId[]> AdmitBuyersAsync(GateApp app)
    {
        UserId[] buyers = [.. Enumerable.Range(0, 20).Select(_ => app.Figma.AddUser())];

        foreach (UserId buyer in buyers)
            app.Figma.Pay(buyer, app.Plugin);

        await AssertAdmittedAsync(app, buyers);
        return buyers;
    }

    private static async Task AssertAdmittedAsync(GateApp app, UserId[] buyers)
    {
        for (int i = 0; i < buyers.Length; i++)
            Assert.Equal(200, await StatusAsync(app, app.Figma.IssuePaymentToken(buyers[i], app.Plugin), $"198.51.100.{i}"));
    }

    /// <summary>Collects 20 admitted tokens in each minute.</summary>
    private async Task<string[]> CollectAsync(GateApp app, UserId user, int count)
    {
        List<string> tokens = [];

        for (int minute = 0; minute < count; minute++)
        {
            _clock.Advance(TimeSpan.FromSeconds(61));

            for (int i = 0; i < 20; i++)
            {
                tokens.Add(app.Figma.IssuePaymentToken(user, app.Plugin));
                Assert.Equal(200, await StatusAsync(app, tokens[^1], Attacker));
            }
        }

        return [.. tokens];
    }
}
