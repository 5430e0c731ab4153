using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>The entries of the cache that are used, and for how long.</summary>
public sealed class PaymentCacheTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Response_is_used_until_its_lifetime_is_over()
    {
        await using GateApp app = await StartAsync(static gate => gate.PaidFor = TimeSpan.FromMinutes(2));
        string token = app.TokenOf(PaymentStatus.Paid);

        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(200, await StatusAsync(app, token));
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Single(app.Figma.Requests);
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(200, await StatusAsync(app, token));
        Assert.Equal(2, app.Figma.Requests.Count);
    }

    [Fact]
    public async Task Purchase_is_noticed_at_once_with_a_new_token_and_within_ten_seconds_with_the_same_one()
    {
        await using GateApp app = await StartAsync();
        string token = app.TokenOf(PaymentStatus.Unpaid, out UserId user);
        Assert.Equal(402, await StatusAsync(app, token));

        app.Figma.Pay(user, app.Plugin);
        Assert.Equal(402, await StatusAsync(app, token));
        Assert.Equal(200, await StatusAsync(app, app.Figma.IssuePaymentToken(user, app.Plugin)));

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(200, await StatusAsync(app, token));
    }

    [Fact]
    public async Task Refund_is_noticed_after_PaidFor_at_the_latest()
    {
        await using GateApp app = await StartAsync(static gate => gate.PaidFor = TimeSpan.FromMinutes(1));
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusAsync(app, token));
        app.Figma.Refund(user, app.Plugin);

        _clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(200, await StatusAsync(app, token));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(402, await StatusAsync(app, token));
    }

    [Fact]
    public async Task Trial_is_used_for_a_minute()
    {
        await using GateApp app = await StartAsync(static gate => gate.AllowTrial = true);
        string token = app.TokenOf(PaymentStatus.Trial, out UserId user);
        Assert.Equal(200, await StatusAsync(app, token));
        app.Figma.EndSubscription(user, app.Plugin);

        _clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(200, await StatusAsync(app, token));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(402, await StatusAsync(app, token));
    }

    [Fact]
    public async Task Error_is_not_cached()
    {
        await using GateApp app = await StartAsync();
        app.Figma.Faults.Enqueue(FakeFault.Status(500));
        string token = app.TokenOf(PaymentStatus.Paid);

        Assert.Equal(503, await StatusAsync(app, token));
        Assert.Equal(200, await StatusAsync(app, token));
    }

    [Fact]
    public async Task Rejected_token_is_remembered_for_thirty_seconds()
    {
        await using GateApp app = await StartAsync();

        for (int i = 0; i < 3; i++)
            Assert.Equal(401, await StatusAsync(app, "garbage"));

        Assert.Single(app.Figma.Requests);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(401, await StatusAsync(app, "garbage"));
        Assert.Equal(2, app.Figma.Requests.Count);
    }

    [Fact]
    public async Task Token_of_another_plugin_is_remembered_too()
    {
        await using GateApp app = await StartAsync();
        string token = app.Figma.IssuePaymentToken(app.Figma.AddUser(), app.Figma.AddPlugin());

        for (int i = 0; i < 3; i++)
            Assert.Equal(403, await StatusAsync(app, token));

        Assert.Single(app.Figma.Requests);
    }

    [Theory]
    [InlineData(0, 503)]
    [InlineData(10, 200)]
    public async Task Old_purchase_is_used_while_Figma_is_unreachable_if_there_is_a_grace_period(int minutes, int expected)
    {
        await using GateApp app = await StartAsync(gate =>
        {
            gate.PaidFor = TimeSpan.FromMinutes(1);
            gate.GraceFor = TimeSpan.FromMinutes(minutes);
        });

        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal("False", await app.Http.GetStringWithTokenAsync("/paid", token));
        _clock.Advance(TimeSpan.FromMinutes(1));
        app.Figma.Faults.Enqueue(FakeFault.Status(500), count: 100);

        using HttpResponseMessage response = await app.GetAsync("/paid", token);
        Assert.Equal(expected, (int)response.StatusCode);

        if (expected == 200)
            Assert.Equal("True", await response.Content.ReadAsStringAsync());

        _clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(503, await StatusAsync(app, token));
    }

    [Fact]
    public async Task Old_purchase_is_used_in_the_grace_period_while_the_client_times_out()
    {
        bool isBroken = false;

        await using GateApp app = await StartAsync(gate =>
        {
            gate.PaidFor = TimeSpan.FromMinutes(1);
            gate.GraceFor = TimeSpan.FromMinutes(10);
            gate.CheckByToken = (services, token, cancellation) => isBroken
                ? throw new TimeoutException("secret")
                : services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
        });

        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal("False", await app.Http.GetStringWithTokenAsync("/paid", token));
        _clock.Advance(TimeSpan.FromMinutes(1));
        isBroken = true;

        Assert.Equal("True", await app.Http.GetStringWithTokenAsync("/paid", token));
        Assert.Contains("the client threw System.TimeoutException", Assert.Single(app.Logs.OfGate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grace_period_does_not_apply_to_other_errors_and_other_statuses()
    {
        await using GateApp app = await StartAsync(static gate =>
        {
            gate.PaidFor = TimeSpan.FromMinutes(1);
            gate.GraceFor = TimeSpan.FromMinutes(10);
            gate.AllowTrial = true;
        });

        string paid = app.TokenOf(PaymentStatus.Paid, out UserId refunded);
        string trial = app.TokenOf(PaymentStatus.Trial);
        Assert.Equal(200, await StatusAsync(app, paid));
        Assert.Equal(200, await StatusAsync(app, trial));
        _clock.Advance(TimeSpan.FromMinutes(1));

        app.Figma.Faults.Enqueue(FakeFault.Status(500));
        Assert.Equal(503, await StatusAsync(app, trial));

        app.Figma.Faults.Enqueue(FakeFault.HtmlPage(200));
        Assert.Equal(503, await StatusAsync(app, paid));

        app.Figma.Faults.Enqueue(FakeFault.Status(403));
        Assert.Equal(401, await StatusAsync(app, paid));

        _clock.Advance(TimeSpan.FromSeconds(30));
        app.Figma.Refund(refunded, app.Plugin);
        Assert.Equal(402, await StatusAsync(app, paid));

        app.Figma.Faults.Enqueue(FakeFault.Status(500), count: 10);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(503, await StatusAsync(app, paid));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Thousand_callers_with_one_token_lead_to_one_request(bool isLimited)
    {
        await using GateApp app = await GateApp.StartAsync(Map);
        app.Figma.Faults.Enqueue(FakeFault.Delay(TimeSpan.FromMilliseconds(50), isLimited ? FakeFault.RateLimited(TimeSpan.FromMinutes(1)) : null));
        string token = app.TokenOf(PaymentStatus.Paid);

        int[] statuses = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => StatusAsync(app, token))));

        Assert.All(statuses, status => Assert.Equal(isLimited ? 503 : 200, status));
        Assert.Single(app.Figma.Requests);
    }

    [Fact]
    public async Task Cancellation_of_one_caller_does_not_affect_the_others()
    {
        TaskCompletionSource<PaymentsResult> pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<CancellationToken> sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using GateApp app = await StartAsync(gate => gate.CheckByToken = (_, _, cancellation) =>
        {
            sent.TrySetResult(cancellation);
            return pending.Task;
        });

        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        PluginPaymentToken token = new("a-token");
        using CancellationTokenSource first = new();
        Task<FigmaPaymentsDecision> canceled = gate.CheckAsync(token, first.Token).AsTask();
        CancellationToken request = await sent.Task;
        Task<FigmaPaymentsDecision> other = gate.CheckAsync(token).AsTask();

        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        Assert.False(request.IsCancellationRequested);

        pending.SetResult(new PaymentsResult(new PaymentInformation(new UserId(1), new PluginId(IGlyphPayments.Id), PaymentStatus.Paid)));
        Assert.True((await other).IsGranted);
    }

    [Fact]
    public async Task Request_goes_on_when_its_last_caller_has_left_and_its_outcome_is_cached()
    {
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource mayRespond = new(TaskCreationOptions.RunContinuationsAsynchronously);

        await using GateApp app = await StartAsync(gate =>
        {
            Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;

            gate.CheckByToken = async (services, token, cancellation) =>
            {
                sent.SetResult();
                await mayRespond.Task.WaitAsync(cancellation);
                return await byToken(services, token, cancellation);
            };
        });

        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        PluginPaymentToken token = new(app.TokenOf(PaymentStatus.Paid));
        using CancellationTokenSource source = new();
        Task<FigmaPaymentsDecision>[] callers = [.. Enumerable.Range(0, 3).Select(_ => gate.CheckAsync(token, source.Token).AsTask())];
        await sent.Task;
        await source.CancelAsync();

        foreach (Task<FigmaPaymentsDecision> caller in callers)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);

        mayRespond.SetResult();
        Assert.True((await gate.CheckAsync(token)).IsGranted);
        Assert.Single(app.Figma.Requests);
        Assert.Empty(app.Logs.OfGate);
    }

    [Fact]
    public async Task Request_runs_in_a_scope_of_its_own_without_the_HttpContext()
    {
        Microsoft.AspNetCore.Http.IHttpContextAccessor? accessor = null;
        Scoped? fromRequest = null;
        Scoped? fromCheck = null;

        await using GateApp app = await GateApp.StartAsync(
            app => app.MapGet("/paid", (Scoped scoped) => { fromRequest = scoped; }).RequireFigmaPayments(GateApp.Gate),
            options =>
            {
                options.Services = static services => services.AddHttpContextAccessor().AddScoped<Scoped>();
                options.Gate = gate => gate.CheckByToken = (services, token, cancellation) =>
                {
                    accessor = services.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>();
                    Assert.Null(accessor.HttpContext);
                    fromCheck = services.GetRequiredService<Scoped>();
                    return services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
                };
            });

        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)));
        Assert.NotNull(accessor);
        Assert.NotSame(fromRequest, fromCheck);
        Assert.True(fromCheck!.IsDisposed);
    }

    [Fact]
    public async Task Forgotten_user_is_checked_again_twice_in_a_minute()
    {
        await using GateApp app = await StartAsync();
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        app.TokenOf(PaymentStatus.Unpaid, out UserId user);

        Assert.False((await gate.CheckAsync(user)).IsGranted);
        await gate.ForgetAsync(user);
        Assert.False((await gate.CheckAsync(user)).IsGranted);
        Assert.Equal(2, app.Figma.Requests.Count);

        await gate.ForgetAsync(user);
        Assert.False((await gate.CheckAsync(user)).IsGranted);
        Assert.Equal(3, app.Figma.Requests.Count);

        await gate.ForgetAsync(user);
        app.Figma.Pay(user, app.Plugin);
        Assert.False((await gate.CheckAsync(user)).IsGranted);
        Assert.Equal(3, app.Figma.Requests.Count);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await gate.CheckAsync(user)).IsGranted);
    }

    [Fact]
    public async Task User_who_has_paid_is_not_forgotten()
    {
        await using GateApp app = await StartAsync();
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        app.TokenOf(PaymentStatus.Paid, out UserId user);

        Assert.True((await gate.CheckAsync(user)).IsGranted);
        await gate.ForgetAsync(user);
        Assert.True((await gate.CheckAsync(user)).IsGranted);
        Assert.Single(app.Figma.Requests);
    }

    private Task<GateApp> StartAsync(Action<FigmaPaymentsGateOptions>? configure = null) => GateApp.StartAsync(Map, options =>
    {
        options.Time = _clock;
        options.Fake.TimeProvider = _clock;
        options.Fake.PaymentTokenLifetime = TimeSpan.FromHours(1);
        options.Gate = gate => configure?.Invoke(gate);
    });

    private static void Map(WebApplication app) => app.MapGet("/paid", static (FigmaPayment payment) => payment.IsStale.ToString()).RequireFigmaPayments(GateApp.Gate);

    private static async Task<int> StatusAsync(GateApp app, string token)
    {
        using HttpResponseMessage response = await app.GetAsync("/paid", token);
        return (int)response.StatusCode;
    }

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
