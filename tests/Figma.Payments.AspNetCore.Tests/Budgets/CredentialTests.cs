using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Tests.Generated;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Budgets.BudgetApp;

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>For a token request, Figma doesn't say whether the payment token or our own access token is the cause of a rejection. An ID request finds it out.</summary>
public sealed class CredentialTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The widget was moved to another account, for example. A stranger sends garbage to its gate.</summary>
    [Fact]
    public async Task Gate_of_a_resource_of_another_account_does_not_pause_the_other_gates()
    {
        FakeFigmaPayments figma = new(new FakeFigmaPaymentsOptions { TimeProvider = _clock, PaymentTokenLifetime = TimeSpan.FromDays(30) });
        figma.AddPlugin(new PluginId(IGlyphPayments.Id));
        figma.AddWidget(new WidgetId(IForeignPayments.Id), isOwned: false);

        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate);
                app.MapGet("/foreign", static () => "secret").RequireForeignPayments();
            },
            options =>
            {
                options.Time = _clock;
                options.Figma = figma;
                options.Services = services =>
                {
                    services.AddForeignPayments(client => client.AccessToken = figma.AccessToken).ConfigurePrimaryHttpMessageHandler(figma.CreateHandler);
                    services.AddForeignPaymentsGate();
                    services.AddHealthChecks().AddFigmaPayments();
                };
            });

        Assert.Equal(200, (int)(await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid))).StatusCode);

        for (int second = 0; second < 600; second += 10)
        {
            for (int i = 0; second % 60 == 0 && i < 6; i++)
                (await app.GetAsync("/foreign", $"garbage-{second}-{i}")).Dispose();

            Assert.Equal(200, (int)(await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid))).StatusCode);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 14);
        Assert.All(app.Logs.OfGate.Where(static record => record.Event.Id == 27), static record =>
        {
            Assert.Contains($"'{typeof(IForeignPayments).FullName}'", record.Message, StringComparison.Ordinal);
            Assert.Contains("expired", record.Message, StringComparison.Ordinal);
            Assert.Contains("another account", record.Message, StringComparison.Ordinal);
        });

        HealthReport report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Contains("another account", Assert.Single(report.Entries.Values).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaymentsErrorKind.Unauthorized, 200)]
    [InlineData(PaymentsErrorKind.CredentialRejected, 503)]
    public async Task Other_gates_are_paused_only_if_Figma_rejects_the_access_token(PaymentsErrorKind kind, int expected)
    {
        await using GateApp app = await StartAsync(
            _clock,
            services: services => services.AddFigmaPaymentsGate("other", gate =>
            {
                gate.Resource = new WidgetId("3");
                gate.ProbeUser = new UserId("2222222222222222222");
                gate.CheckByToken = (_, _, _) => Error(PaymentsErrorKind.Unauthorized);
                gate.CheckByUser = (_, _, _) => Error(kind);
            }),
            map: static app => app.MapGet("/other", static () => "secret").RequireFigmaPayments("other"));

        for (int i = 0; i < 6; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0." + i, "/other");

        Assert.Equal(503, await StatusAsync(app, "garbage", "10.0.1.1", "/other"));
        Assert.Equal(expected, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.2"));

        static Task<PaymentsResult> Error(PaymentsErrorKind kind) => Task.FromResult(new PaymentsResult(new PaymentsError(kind, "It failed.")));
    }

    /// <summary>The response doesn't say that the access token has expired, so each gate finds it out. The run of rejections is common to them.</summary>
    [Fact]
    public async Task Gate_does_not_tell_users_that_their_token_is_invalid_after_the_rejections_of_another_gate()
    {
        await using GateApp app = await StartAsync(
            _clock,
            Reject,
            services => services.AddFigmaPaymentsGate("other", gate =>
            {
                gate.Resource = new WidgetId("3");
                Reject(gate);
            }),
            static app => app.MapGet("/other", static () => "secret").RequireFigmaPayments("other"));

        for (int i = 0; i < 6; i++)
            await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0." + i, "/other");

        Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.1"));
        Assert.Equal(2, app.Logs.OfGate.Count(static record => record.Event.Id == 27));

        static void Reject(FigmaPaymentsGateOptions gate)
        {
            gate.ProbeUser = new UserId("2222222222222222222");
            gate.CheckByToken = static (_, _, _) => Task.FromResult(new PaymentsResult(new PaymentsError(PaymentsErrorKind.Unauthorized, "It failed.")));
            gate.CheckByUser = static (_, _, _) => Task.FromResult(new PaymentsResult(new PaymentsError(PaymentsErrorKind.Unauthorized, "It failed.")));
        }
    }

    /// <summary>Its own ID request finds out whether the access token is the cause.</summary>
    [Fact]
    public async Task Gate_next_to_one_of_another_account_responds_to_rejected_tokens_as_without_it()
    {
        UserId probe = new("2222222222222222222");
        await using GateApp app = await StartAsync(
            _clock,
            gate => gate.ProbeUser = probe,
            services => services.AddFigmaPaymentsGate("other", gate =>
            {
                gate.Resource = new WidgetId("3");
                gate.ProbeUser = probe;
                gate.CheckByToken = static (_, _, _) => Unauthorized();
                gate.CheckByUser = static (_, _, _) => Unauthorized();
            }),
            static app => app.MapGet("/other", static () => "secret").RequireFigmaPayments("other"));

        app.Figma.AddUser(probe);

        for (int i = 0; i < 6; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0." + i, "/other");

        for (int i = 0; i < 10; i++)
            Assert.Equal(401, await StatusAsync(app, "more" + i, "10.0.1." + i));

        Assert.Single(app.Figma.Requests, static request => request.Kind == FakeRequestKind.Id);

        static Task<PaymentsResult> Unauthorized() => Task.FromResult(new PaymentsResult(new PaymentsError(PaymentsErrorKind.Unauthorized, "It failed.")));
    }

    [Fact]
    public async Task Expired_access_token_does_not_tell_users_that_their_token_is_invalid()
    {
        UserId probe = new("2222222222222222222");
        await using GateApp app = await StartAsync(_clock, gate => gate.ProbeUser = probe);
        app.Figma.AddUser(probe);
        app.Figma.ExpireAccessToken(app.Figma.AccessToken);

        List<int> statuses = [];

        for (int i = 0; i < 20; i++)
            statuses.Add(await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0." + i));

        // The first ones are undecidable. Then one ID request tells that the access token is the cause, and nothing is sent for a minute.
        Assert.Equal([401, 401, 401, 401], statuses[..4]);
        Assert.All(statuses[4..], static status => Assert.Equal(503, status));
        Assert.Equal(6, app.Figma.Requests.Count);
        Assert.Single(app.Figma.Requests, static request => request.Kind == FakeRequestKind.Id);
        Assert.Contains(app.Logs.OfGate, static record => record.Event.Id == 14);
    }

    [Fact]
    public async Task Access_token_that_is_accepted_again_opens_the_gate_after_a_minute()
    {
        UserId probe = new("2222222222222222222");
        bool isBroken = true;
        await using GateApp app = await StartAsync(_clock, gate =>
        {
            gate.ProbeUser = probe;
            Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;
            gate.CheckByToken = (services, token, cancellation) => isBroken ? Error(PaymentsErrorKind.Unauthorized) : byToken(services, token, cancellation);
            gate.CheckByUser = static (_, _, _) => Error(PaymentsErrorKind.CredentialRejected);
        });

        string token = app.TokenOf(PaymentStatus.Paid);

        for (int i = 0; i < 6; i++)
            await StatusAsync(app, "token" + i, "10.0.0." + i);

        isBroken = false;
        Assert.Equal(503, await StatusAsync(app, token, "10.0.0.1"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));
        Assert.Contains(app.Logs.OfGate, static record => record.Event.Id == 15);

        static Task<PaymentsResult> Error(PaymentsErrorKind kind) => Task.FromResult(new PaymentsResult(new PaymentsError(kind, "It failed.")));
    }

    [Fact]
    public async Task ID_request_that_Figma_limits_is_not_repeated_before_its_time()
    {
        int requests = 0;

        await using GateApp app = await StartAsync(_clock, gate =>
        {
            gate.ProbeUser = new UserId("2222222222222222222");
            gate.CheckByUser = (_, _, _) =>
            {
                requests++;
                return Task.FromResult(new PaymentsResult(new PaymentsError(PaymentsErrorKind.RateLimited, "It failed.") { RetryAfter = TimeSpan.FromHours(2) }));
            };
        });

        for (int i = 0; i < 60; i++)
        {
            await StatusAsync(app, "garbage" + i, "10.0.0." + i);
            _clock.Advance(TimeSpan.FromSeconds(4));
        }

        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task Garbage_leads_to_one_ID_request_in_five_minutes()
    {
        UserId probe = new("2222222222222222222");
        await using GateApp app = await StartAsync(_clock, gate => gate.ProbeUser = probe);
        app.Figma.AddUser(probe);

        for (int i = 0; i < 60; i++)
        {
            Assert.Equal(401, await StatusAsync(app, "garbage" + i, "10.0.0." + i));
            _clock.Advance(TimeSpan.FromSeconds(4));
        }

        Assert.Single(app.Figma.Requests, static request => request.Kind == FakeRequestKind.Id);
    }

    [Fact]
    public async Task Undecided_rejections_get_503_if_no_user_is_known()
    {
        await using GateApp app = await StartAsync(_clock);
        List<int> statuses = [];

        for (int i = 0; i < 8; i++)
            statuses.Add(await StatusAsync(app, "garbage" + i, "10.0.0." + i));

        Assert.Equal([401, 401, 401, 401, 503, 503, 503, 503], statuses);

        // One acceptance decides.
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.9"));
        Assert.Equal(401, await StatusAsync(app, "garbage9", "10.0.0.9"));
    }

    [Theory]
    [InlineData(PaymentsErrorKind.Unavailable)]
    [InlineData(PaymentsErrorKind.RateLimited)]
    public async Task ID_request_that_decides_nothing_is_repeated_after_a_minute(PaymentsErrorKind error)
    {
        int probes = 0;
        await using GateApp app = await StartAsync(_clock, gate =>
        {
            gate.ProbeUser = new UserId("2222222222222222222");
            gate.CheckByUser = (_, _, _) =>
            {
                probes++;
                return Task.FromResult(new PaymentsResult(new PaymentsError(error, "It failed.")));
            };
        });

        for (int i = 0; i < 5; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0." + i);

        Assert.Equal(1, probes);
        Assert.Equal(503, await StatusAsync(app, "garbage5", "10.0.0.5"));
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(503, await StatusAsync(app, "garbage6", "10.0.0.6"));
        Assert.Equal(1, probes);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(503, await StatusAsync(app, "garbage7", "10.0.0.7"));
        Assert.Equal(2, probes);
    }

    /// <summary>The acceptance is newer than Figma's decision about the ID request.</summary>
    [Fact]
    public async Task Rejection_of_an_ID_request_that_arrives_after_an_acceptance_is_ignored()
    {
        TaskCompletionSource<PaymentsResult> probe = new();
        TaskCompletionSource isSent = new();
        await using GateApp app = await StartAsync(_clock, gate => Probe(gate, () =>
        {
            isSent.SetResult();
            return probe.Task;
        }));

        for (int i = 0; i < 4; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0." + i);

        Task<int> undecided = StatusAsync(app, "garbage4", "10.0.0.4");
        await isSent.Task.WaitAsync(Limit);
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.1"));
        probe.SetResult(Error(PaymentsErrorKind.Unauthorized));

        Assert.Equal(401, await undecided.WaitAsync(Limit));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.2"));
        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 27);
    }

    /// <summary>Its resource belongs to the account of the access token; that of the other gate might not.</summary>
    [Fact]
    public async Task Acceptance_of_another_gate_does_not_outdate_an_ID_request()
    {
        TaskCompletionSource<PaymentsResult> probe = new();
        TaskCompletionSource isSent = new();
        await using GateApp app = await StartAsync(
            _clock,
            services: services => services.AddFigmaPaymentsGate("other", gate =>
            {
                gate.Resource = new WidgetId("3");
                gate.CheckByToken = static (_, _, _) => Task.FromResult(Error(PaymentsErrorKind.Unauthorized));
                Probe(gate, () =>
                {
                    isSent.SetResult();
                    return probe.Task;
                });
            }),
            map: static app => app.MapGet("/other", static () => "secret").RequireFigmaPayments("other"));

        for (int i = 0; i < 4; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0." + i, "/other");

        Task<int> undecided = StatusAsync(app, "garbage4", "10.0.0.4", "/other");
        await isSent.Task.WaitAsync(Limit);
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.1"));
        probe.SetResult(Error(PaymentsErrorKind.Unauthorized));

        Assert.Equal(503, await undecided.WaitAsync(Limit));
        Assert.Contains("'other'", Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 27).Message, StringComparison.Ordinal);
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.2"));
    }

    [Fact]
    public async Task ID_request_of_another_gate_that_is_accepted_proves_nothing_about_the_resource()
    {
        await using GateApp app = await StartAsync(
            _clock,
            static gate => Probe(gate, static () => Task.FromResult(Error(PaymentsErrorKind.NotFound))),
            services: static services => services.AddFigmaPaymentsGate("other", static gate =>
            {
                gate.Resource = new WidgetId("3");
                gate.CheckByToken = static (_, _, _) => Task.FromResult(Error(PaymentsErrorKind.Unauthorized));
                Probe(gate, static () => Task.FromResult(Error(PaymentsErrorKind.Unauthorized)));
            }),
            map: static app => app.MapGet("/other", static () => "secret").RequireFigmaPayments("other"));

        for (int i = 0; i < 6; i++)
            Assert.Equal(401, await StatusAsync(app, "garbage" + i, "10.0.0." + i));

        List<int> statuses = [];

        for (int i = 0; i < 6; i++)
            statuses.Add(await StatusAsync(app, "garbage" + i, "10.0.1." + i, "/other"));

        Assert.Equal(503, statuses[^1]);
        Assert.Equal(401, await StatusAsync(app, "more", "10.0.2.1"));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.2.2"));
    }

    /// <summary>No user was admitted since the start, so that no ID request can decide. The plugin repeats its request until the status is 401, and gets a new token then.</summary>
    [Theory]
    [InlineData(10, 600)]
    [InlineData(40, 10)]
    public async Task Payer_whose_token_has_expired_is_told_so_although_strangers_sent_garbage(int requests, int secondsBetween)
    {
        await using GateApp app = await StartAsync(_clock, tokenLifetime: TimeSpan.FromMinutes(5));
        string token = app.TokenOf(PaymentStatus.Paid);
        _clock.Advance(TimeSpan.FromMinutes(6));

        for (int i = 0; i < 5; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0." + i);

        List<int> statuses = [];

        for (int i = 0; i < requests; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(secondsBetween));
            statuses.Add(await StatusAsync(app, token, "10.0.1.1"));
        }

        Assert.Contains(401, statuses);
    }

    /// <summary>The access token was replaced while the ID request was waiting.</summary>
    [Fact]
    public async Task Late_rejection_of_the_access_token_does_not_replace_a_newer_acceptance()
    {
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource late = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using GateApp app = await StartAsync(_clock, gate => Probe(gate, async () =>
        {
            sent.SetResult();
            await late.Task;
            return Error(PaymentsErrorKind.CredentialRejected);
        }));

        Task<int>[] garbage = [.. Enumerable.Range(0, 5).Select(i => StatusAsync(app, "garbage" + i, "10.0.0." + i))];
        await sent.Task.WaitAsync(Limit);
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.1"));
        late.SetResult();
        await Task.WhenAll(garbage);
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.1.2"));
    }

    [Fact]
    public async Task Missing_probe_user_is_logged_once_when_it_is_needed()
    {
        await using GateApp app = await StartAsync(_clock);

        for (int i = 0; i < 4; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0." + i);

        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 22);

        for (int i = 4; i < 10; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0." + i);

        string message = Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 22).Message;
        Assert.Contains("ProbeUser", message, StringComparison.Ordinal);
        Assert.Contains($"'{GateApp.Gate}'", message, StringComparison.Ordinal);
    }

    /// <summary>The advice is what is missing: a method of the client, the option, or nothing.</summary>
    [Theory]
    [InlineData(false, false, "declare a method that takes a user ID in its client, or set CheckByUser. Then set ProbeUser")]
    [InlineData(true, false, "Set ProbeUser of the gate 'glyphs' to your own Figma user ID")]
    [InlineData(true, true, "After several rejections, an ID request about ProbeUser finds this out.")]
    public async Task Advice_about_rejected_tokens_names_what_is_missing(bool hasMethod, bool hasUser, string expected)
    {
        await using GateApp app = await StartAsync(_clock, gate =>
        {
            if (!hasMethod)
                gate.CheckByUser = null;

            if (hasUser)
                gate.ProbeUser = new UserId("2222222222222222222");
        });

        for (int i = 0; i < 6; i++)
            await StatusAsync(app, "garbage" + i, "10.0.0." + i);

        Assert.Contains(expected, Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 25).Message, StringComparison.Ordinal);

        if (hasUser)
            Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 22);
        else
            Assert.Contains(expected, Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 22).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task First_rejected_token_is_logged_if_no_access_token_has_proved_itself(bool isProven, int expected)
    {
        await using GateApp app = await StartAsync(_clock);

        if (isProven)
            Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid), "10.0.0.1"));

        for (int i = 0; i < 3; i++)
            Assert.Equal(401, await StatusAsync(app, "garbage" + i, "10.0.0.1"));

        Assert.Equal(expected, app.Logs.OfGate.Count(static record => record.Event.Id == 25));
    }

    private static void Probe(FigmaPaymentsGateOptions gate, Func<Task<PaymentsResult>> respond)
    {
        gate.ProbeUser = new UserId("2222222222222222222");
        gate.CheckByUser = (_, _, _) => respond();
    }

    private static PaymentsResult Error(PaymentsErrorKind kind) => new(new PaymentsError(kind, "It failed."));
}
