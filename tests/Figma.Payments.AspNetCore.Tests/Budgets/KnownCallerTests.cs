using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Budgets.BudgetApp;

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>Callers who were admitted before are limited less than others, and one account that hasn't paid is limited as garbage is.</summary>
public sealed class KnownCallerTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 16)]
    public async Task More_requests_of_a_known_network_can_wait(bool isKnown, int expected)
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isHeld = false;
        int waiting = 0;

        await using GateApp app = await StartAsync(_clock, gate =>
        {
            Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;
            gate.CheckByToken = async (services, token, cancellation) =>
            {
                if (isHeld)
                {
                    Interlocked.Increment(ref waiting);
                    await release.Task;
                }

                return await byToken(services, token, cancellation);
            };
        });

        if (isKnown)
            Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));

        isHeld = true;
        Task<int>[] requests = [.. Enumerable.Range(0, 20).Select(_ => StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"))];

        while (Volatile.Read(ref waiting) + requests.Count(static request => request.IsCompleted) < requests.Length)
            await Task.Delay(1);

        Assert.All(requests.Where(static request => request.IsCompleted), static request => Assert.Equal(429, request.Result));
        release.SetResult();
        Assert.Equal(expected, (await Task.WhenAll(requests)).Count(static status => status == 200));
    }

    [Fact]
    public async Task Admitted_token_does_not_share_the_refusals_of_its_network()
    {
        await using GateApp app = await StartAsync(_clock, static gate => gate.PaidFor = TimeSpan.FromSeconds(30));
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        _clock.Advance(TimeSpan.FromSeconds(30));

        for (int i = 0; i < 60; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0.1");

        int before = app.Figma.Requests.Count;
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        Assert.Equal(before + 1, app.Figma.Requests.Count);
        Assert.Equal(429, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.1"));
    }

    [Fact]
    public async Task Admitted_token_can_use_the_reserved_half_from_another_network()
    {
        await using GateApp app = await StartAsync(_clock, static gate =>
        {
            gate.PaidFor = TimeSpan.FromSeconds(30);
            gate.TokenRequestsPerMinute = 10;
        });

        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        _clock.Advance(TimeSpan.FromSeconds(30));

        for (int i = 0; i < 4; i++)
            Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.1." + i));

        Assert.Equal(503, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.2"));
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.2"));
    }

    [Fact]
    public async Task Token_that_was_not_admitted_shares_the_refusals_of_its_network()
    {
        await using GateApp app = await StartAsync(_clock);
        string token = app.TokenOf(PaymentStatus.Unpaid);
        Assert.Equal(402, await StatusAsync(app, token, "10.0.0.1"));
        _clock.Advance(TimeSpan.FromSeconds(10));

        for (int i = 0; i < 20; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0.1");

        Assert.Equal(429, await StatusAsync(app, token, "10.0.0.1"));
    }

    [Fact]
    public async Task Garbage_in_a_known_network_locks_out_its_users_later_than_in_another_one()
    {
        await using GateApp app = await StartAsync(_clock, gate => gate.ProbeUser = new UserId("2222222222222222222"));
        app.Figma.AddUser(new UserId("2222222222222222222"));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));

        for (int i = 0; i < 39; i++)
            Assert.Equal(401, await StatusAsync(app, "garbage" + i, "10.0.0.1"));

        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
        Assert.Equal(401, await StatusAsync(app, "garbage39", "10.0.0.1"));
        Assert.Equal(429, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
    }

    [Fact]
    public async Task One_account_makes_one_network_known_in_an_hour()
    {
        await using GateApp app = await StartAsync(_clock, static gate => gate.TokenRequestsPerMinute = 10);
        app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.1"));
        Assert.Equal(200, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.2"));
        _clock.Advance(TimeSpan.FromMinutes(1));

        for (int i = 0; i < 5; i++)
            Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.1." + i));

        Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.1"));
        Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.2"));
    }

    // Of an admitted account, the first 20 don't count, and its network has a limit of 40. Of another one, the first one doesn't count.
    [Theory]
    [InlineData(PaymentStatus.Paid, 200, 60)]
    [InlineData(PaymentStatus.Unpaid, 402, 11)]
    public async Task Many_tokens_of_one_account_count_toward_the_limit(PaymentStatus status, int expected, int count)
    {
        await using GateApp app = await StartAsync(_clock);
        app.TokenOf(status, out UserId user);

        for (int i = 0; i < count; i++)
            Assert.Equal(expected, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.1"));

        Assert.Equal(429, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.1"));
        Assert.Equal(count, app.Figma.Requests.Count);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(expected, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.1"));
    }

    [Fact]
    public async Task User_who_has_not_paid_and_gets_a_new_token_later_does_not_count_toward_the_limit()
    {
        await using GateApp app = await StartAsync(_clock, static gate => gate.CallerRefusalsPerMinute = 1);
        app.TokenOf(PaymentStatus.Unpaid, out UserId user);

        for (int i = 0; i < 12; i++)
        {
            Assert.Equal(402, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.1"));
            _clock.Advance(TimeSpan.FromSeconds(10));
        }
    }

    // The cache forgets an entry after nine to ten seconds.
    [Fact]
    public async Task Token_that_is_sent_again_and_again_does_not_count_toward_the_limit()
    {
        await using GateApp app = await StartAsync(_clock, static gate => gate.CallerRefusalsPerMinute = 1);
        string token = app.TokenOf(PaymentStatus.Unpaid);

        for (int i = 0; i < 600; i++)
        {
            Assert.Equal(402, await StatusAsync(app, token, "10.0.0.1"));
            _clock.Advance(TimeSpan.FromMilliseconds(200));
        }
    }

    // Figma is asked about 40 times in a minute.
    [Theory]
    [InlineData(FigmaPaymentGrant.Paid)]
    [InlineData(FigmaPaymentGrant.Trial)]
    [InlineData(FigmaPaymentGrant.AllowedUser)]
    public async Task Token_that_is_admitted_again_and_again_does_not_count_toward_the_limit(FigmaPaymentGrant grant)
    {
        UserId developer = new("1111111111111111111");

        await using GateApp app = await StartAsync(_clock, gate =>
        {
            gate.PaidFor = gate.TrialFor = gate.UnpaidFor = TimeSpan.FromSeconds(1.5);
            gate.AllowTrial = true;
            gate.AllowedUsers.Add(developer);
        });

        string token = grant switch
        {
            FigmaPaymentGrant.Paid => app.TokenOf(PaymentStatus.Paid),
            FigmaPaymentGrant.Trial => app.TokenOf(PaymentStatus.Trial),
            _ => app.Figma.IssuePaymentToken(app.Figma.AddUser(developer), app.Plugin),
        };

        for (int i = 0; i < 120; i++)
        {
            Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
            _clock.Advance(TimeSpan.FromSeconds(1.5));
        }

        Assert.Equal(120, app.Figma.Requests.Count);
    }
}
