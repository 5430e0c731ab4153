using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Budgets.BudgetApp;

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>Garbage must not lock out users who have paid. The address of a caller is that of a loopback connection, or the test's middleware sets it.</summary>
public sealed class BudgetTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Garbage_from_one_address_leads_to_at_most_twenty_requests_in_a_minute()
    {
        await using GateApp app = await StartAsync();
        int[] statuses = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => StatusAsync(app, "garbage" + i, "10.0.0.1")));

        Assert.InRange(app.Figma.Requests.Count, 1, 20);
        Assert.All(statuses, static status => Assert.Contains(status, new[] { 401, 429, 503 }));
        Assert.Contains(429, statuses);

        // Another address isn't affected.
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.2"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
    }

    [Fact]
    public async Task Empty_budget_is_logged_once_in_a_minute_for_each_kind_of_requests()
    {
        await using GateApp app = await StartAsync(gate =>
        {
            gate.TokenRequestsPerMinute = 2;
            gate.IdRequestsPerMinute = 2;
        });
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();

        for (int minute = 1; minute <= 2; minute++)
        {
            // The second request is reserved for known callers.
            Assert.NotEqual(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.1"));
            Assert.Equal(minute - 1, Messages(app).Count(static message => message.Contains("token requests", StringComparison.Ordinal)));

            for (int i = 0; i < 3; i++)
                Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0." + i));

            Assert.Equal(minute, Messages(app).Count(static message => message.Contains("token requests", StringComparison.Ordinal)));

            for (int i = 0; i < 5; i++)
            {
                app.TokenOf(PaymentStatus.Paid, out UserId user);
                await gate.CheckAsync(user);
            }

            Assert.Equal(minute, Messages(app).Count(static message => message.Contains("id requests", StringComparison.Ordinal)));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Contains("TokenRequestsPerMinute limits", Messages(app)[0], StringComparison.Ordinal);

        static string[] Messages(GateApp app) => [.. app.Logs.OfGate.Where(static record => record.Event.Id == 13 && record.Level == Microsoft.Extensions.Logging.LogLevel.Warning).Select(static record => record.Message)];
    }

    /// <summary>The caller is admitted, so nothing is wrong that a log message could explain.</summary>
    [Fact]
    public async Task Empty_budget_is_not_logged_if_an_old_payment_is_used()
    {
        await using GateApp app = await StartAsync(static gate =>
        {
            gate.TokenRequestsPerMinute = 2;
            gate.PaidFor = TimeSpan.FromSeconds(10);
            gate.GraceFor = TimeSpan.FromMinutes(5);
        });

        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        Assert.Equal(2, app.Figma.Requests.Count);
        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 13);
    }

    [Fact]
    public async Task Garbage_whose_sender_hangs_up_counts_toward_the_limit()
    {
        await using GateApp app = await StartAsync();

        for (int i = 0; i < 40; i++)
        {
            int before = app.Figma.Requests.Count;
            app.Figma.Faults.Enqueue(FakeFault.Delay(TimeSpan.FromSeconds(30)));
            using HttpRequestMessage request = new(HttpMethod.Get, "/paid");
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer garbage" + i);
            request.Headers.Add("X-Test-Address", "10.0.0.1");
            using CancellationTokenSource hangUp = new();
            Task<HttpResponseMessage> sent = app.Http.SendAsync(request, hangUp.Token);

            while (app.Figma.Requests.Count == before && !sent.IsCompleted)
                await Task.Delay(1);

            await hangUp.CancelAsync();
            await sent.ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        Assert.InRange(app.Figma.Requests.Count, 1, 20);
    }

    [Fact]
    public async Task Caller_over_the_limit_gets_the_time_to_wait()
    {
        await using GateApp app = await StartAsync();
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.9.9.9"));

        // The rejections of others in between keep the run of rejections short.
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(401, await StatusAsync(app, "garbage" + i, "10.0.0.1"));
            Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.9.9.9"));
        }

        _clock.Advance(TimeSpan.FromSeconds(20));
        using HttpResponseMessage response = await SendAsync(app, "garbage", "10.0.0.1");

        Assert.Equal(429, (int)response.StatusCode);
        Assert.Equal(40, response.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal("urn:figma-payments:too-many-requests", (await Problem.ReadAsync(response)).Type);
    }

    [Fact]
    public async Task Cached_payment_is_not_limited()
    {
        await using GateApp app = await StartAsync();
        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));

        for (int i = 0; i < 30; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0.1");

        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
    }

    [Fact]
    public async Task Users_who_have_not_paid_do_not_count_toward_the_limit()
    {
        await using GateApp app = await StartAsync();

        for (int i = 0; i < 30; i++)
            Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.1"));

        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    public async Task Network_is_the_address_or_the_first_64_bits(string first, string second, bool isSame)
    {
        await using GateApp app = await StartAsync();

        for (int i = 0; i < 20; i++)
            await StatusAsync(app, "garbage" + i, first);

        Assert.Equal(isSame ? 429 : 200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), second));
    }

    [Fact]
    public async Task Garbage_from_a_thousand_addresses_leaves_half_of_the_budget_to_known_callers()
    {
        await using GateApp app = await StartAsync();
        List<(UserId User, string Address)> buyers = [];

        for (int i = 0; i < 50; i++)
        {
            string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
            buyers.Add((user, "10.1.0." + i));
            Assert.Equal(200, await StatusAsync(app, token, "10.1.0." + i));
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        app.Figma.ClearRequests();

        int[] garbage = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(i => StatusAsync(app, "garbage" + i, $"10.2.{i % 1_000 / 250}.{i % 250}")));

        Assert.All(garbage, static status => Assert.Contains(status, new[] { 401, 429, 503 }));
        Assert.InRange(TokenRequests(app), 1, 120);

        foreach ((UserId user, string address) in buyers)
            Assert.Equal(200, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), address));

        Assert.InRange(TokenRequests(app), 51, 240);
    }

    [Fact]
    public async Task New_callers_get_503_when_their_half_of_the_budget_is_empty()
    {
        await using GateApp app = await StartAsync(static gate => gate.TokenRequestsPerMinute = 10);

        for (int i = 0; i < 5; i++)
            Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0." + i));

        using HttpResponseMessage response = await SendAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.1");
        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal(60, response.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.1"));
    }

    [Fact]
    public async Task Budget_is_divided_by_the_number_of_machines()
    {
        await using GateApp app = await StartAsync(static gate =>
        {
            gate.TokenRequestsPerMinute = 40;
            gate.Instances = 4;
        });

        int[] statuses = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0." + i)));
        Assert.Equal(5, statuses.Count(static status => status == 200));
        Assert.Equal(5, app.Figma.Requests.Count);
    }

    [Fact]
    public async Task No_request_is_sent_until_the_end_of_Retry_After()
    {
        await using GateApp app = await StartAsync();
        app.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromSeconds(399_065)));
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);

        using HttpResponseMessage response = await SendAsync(app, token, "10.0.0.1");
        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal(3_600, response.Headers.RetryAfter?.Delta?.TotalSeconds);

        for (int i = 0; i < 399; i++)
        {
            Assert.Equal(503, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.1"));
            _clock.Advance(TimeSpan.FromSeconds(1_000));
        }

        Assert.Single(app.Figma.Requests);

        // ID requests have a limit of their own.
        Assert.True((await app.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(user)).IsGranted);

        _clock.Advance(TimeSpan.FromSeconds(66));
        Assert.Equal(200, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin), "10.0.0.1"));
    }

    [Fact]
    public async Task Old_purchase_is_used_during_a_cool_down_if_there_is_a_grace_period()
    {
        await using GateApp app = await StartAsync(static gate =>
        {
            gate.PaidFor = TimeSpan.FromMinutes(1);
            gate.GraceFor = TimeSpan.FromMinutes(10);
        });

        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        app.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromHours(1)));

        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        Assert.Equal(2, app.Figma.Requests.Count);
    }

    [Fact]
    public async Task Gates_with_one_access_token_share_the_budget()
    {
        await using GateApp app = await StartAsync(
            static gate => gate.TokenRequestsPerMinute = 4,
            static services => services.AddFigmaPaymentsGate("second", static gate =>
            {
                gate.Resource = new PluginId(IGlyphPayments.Id);
                gate.TokenRequestsPerMinute = 4;
                gate.CheckByToken = static (services, token, cancellation) => services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
            }),
            static app => app.MapGet("/second", static () => "").RequireFigmaPayments("second"));

        Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.1"));
        Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.1", "/second"));
        Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.1", "/second"));
        Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.1"));
    }

    [Theory]
    [InlineData(nameof(FigmaPaymentsGateOptions.CallerRefusalsPerMinute))]
    [InlineData(nameof(FigmaPaymentsGateOptions.TokenRequestsPerMinute))]
    [InlineData(nameof(FigmaPaymentsGateOptions.IdRequestsPerMinute))]
    [InlineData(nameof(FigmaPaymentsGateOptions.Instances))]
    [InlineData(nameof(FigmaPaymentsGateOptions.CacheSecret))]
    [InlineData(nameof(FigmaPaymentsGateOptions.CacheScope))]
    [InlineData(nameof(FigmaPaymentsGateOptions.TokenRateLimiter))]
    [InlineData(nameof(FigmaPaymentsGateOptions.IdRateLimiter))]
    public async Task Option_that_differs_between_gates_with_one_budget_fails_at_start(string option)
    {
        foreach (string configured in new[] { GateApp.Gate, "second" })
        {
            InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(services: services =>
            {
                services.AddFigmaPaymentsGate("second", static gate =>
                {
                    gate.Resource = new PluginId(IGlyphPayments.Id);
                    gate.CheckByToken = static (_, _, _) => null!;
                });

                services.AddFigmaPaymentsGate(configured, Configure);
            }));

            Assert.Contains($"shares a budget with the gate '{GateApp.Gate}', but has another {option}.", error.Message, StringComparison.Ordinal);
        }

        void Configure(FigmaPaymentsGateOptions gate)
        {
            switch (option)
            {
                case nameof(gate.CallerRefusalsPerMinute):
                    gate.CallerRefusalsPerMinute = 4;
                    break;

                case nameof(gate.TokenRequestsPerMinute):
                    gate.TokenRequestsPerMinute = 4;
                    break;

                case nameof(gate.IdRequestsPerMinute):
                    gate.IdRequestsPerMinute = 4;
                    break;

                case nameof(gate.Instances):
                    gate.Instances = 4;
                    break;

                case nameof(gate.CacheSecret):
                    gate.CacheSecret = "a secret of at least 32 characters";
                    break;

                case nameof(gate.CacheScope):
                    gate.CacheScope = "scope";
                    break;

                case nameof(gate.TokenRateLimiter):
                    gate.TokenRateLimiter = static _ => new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1 });
                    break;

                default:
                    gate.IdRateLimiter = static _ => new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1 });
                    break;
            }
        }
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("203.0.113.7", false)]
    public async Task Ignored_X_Forwarded_For_is_logged_once(string address, bool expected)
    {
        await using GateApp app = await StartAsync();

        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", app.TokenOf(PaymentStatus.Paid), request =>
            {
                request.Headers.Add("X-Test-Address", address);
                request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            });
        }

        Assert.Equal(expected ? 1 : 0, app.Logs.OfGate.Count(static record => record.Event.Id == 19));
    }

    private Task<GateApp> StartAsync(Action<FigmaPaymentsGateOptions>? configure = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null) =>
        BudgetApp.StartAsync(_clock, configure, services, map);
}
