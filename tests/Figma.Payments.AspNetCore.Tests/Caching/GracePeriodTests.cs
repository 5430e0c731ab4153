using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Budgets.BudgetApp;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>An old <c>PAID</c> is used in the grace period, but not after Figma has responded something else, to whatever machine.</summary>
public sealed class GracePeriodTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rejected_caller_is_not_admitted_while_Figma_is_down(bool isToken)
    {
        FakeFigmaPayments figma = CreateFigma();
        await using GateApp app = await StartMachineAsync(figma, cache: null);
        Caller caller = Pay(figma, isToken);
        Assert.True((await CheckAsync(app, caller)).IsGranted);

        await RejectAsync(figma, app, caller);
        figma.Faults.Enqueue(FakeFault.Status(503), count: 1_000);

        for (int i = 0; i < 3; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(app, caller)).Refusal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Caller_whom_another_machine_rejected_is_not_admitted_while_Figma_is_down(bool isToken)
    {
        FakeFigmaPayments figma = CreateFigma();
        MemoryDistributedCache cache = new(_clock);
        await using GateApp first = await StartMachineAsync(figma, cache);
        await using GateApp second = await StartMachineAsync(figma, cache);
        Caller caller = Pay(figma, isToken);
        Assert.True((await CheckAsync(first, caller)).IsGranted);
        Assert.True((await CheckAsync(second, caller)).IsGranted);

        await RejectAsync(figma, first, caller);
        figma.Faults.Enqueue(FakeFault.Status(503), count: 1_000);
        await using GateApp third = await StartMachineAsync(figma, cache);

        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(second, caller)).Refusal);
            Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(third, caller)).Refusal);
            _clock.Advance(TimeSpan.FromMinutes(14));
        }
    }

    [Fact]
    public async Task Garbage_does_not_fill_the_distributed_cache()
    {
        MemoryDistributedCache cache = new(_clock);
        FakeFigmaPayments figma = CreateFigma();
        await using GateApp app = await StartMachineAsync(figma, cache);

        for (int i = 0; i < 4; i++)
            Assert.Equal(FigmaPaymentsRefusal.TokenInvalid, (await CheckAsync(app, new Caller(new PluginPaymentToken("garbage" + i), null))).Refusal);

        Assert.Empty(cache.Entries);
        Assert.Empty(cache.Removals);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refund_that_another_machine_has_seen_ends_the_grace_period(bool isToken)
    {
        FakeFigmaPayments figma = CreateFigma(TimeSpan.FromDays(1));
        MemoryDistributedCache cache = new(_clock);
        await using GateApp first = await StartMachineAsync(figma, cache);
        await using GateApp second = await StartMachineAsync(figma, cache);
        Caller caller = Pay(figma, isToken);
        Assert.True((await CheckAsync(first, caller)).IsGranted);
        Assert.True((await CheckAsync(second, caller)).IsGranted);

        figma.Refund(caller.User.GetValueOrDefault(), Plugin);
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(first, caller)).Refusal);
        figma.Faults.Enqueue(FakeFault.Status(503), count: 1_000);

        for (int i = 0; i < 4; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(14));
            Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(second, caller)).Refusal);
            Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(first, caller)).Refusal);
        }
    }

    /// <summary>The cache still contains the old payment for the first token.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refund_that_another_token_or_the_user_ID_reveals_ends_the_grace_period(bool isToken)
    {
        FakeFigmaPayments figma = CreateFigma(TimeSpan.FromDays(1));
        await using GateApp app = await StartMachineAsync(figma, cache: null);
        Caller caller = Pay(figma, isToken: true);
        UserId user = caller.User.GetValueOrDefault();
        Assert.True((await CheckAsync(app, caller)).IsGranted);

        figma.Refund(user, Plugin);
        _clock.Advance(TimeSpan.FromMinutes(6));
        Caller other = isToken ? new Caller(new PluginPaymentToken(figma.IssuePaymentToken(user, Plugin)), null) : new Caller(null, user);
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(app, other)).Refusal);

        figma.Faults.Enqueue(FakeFault.Status(503));
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(app, caller)).Refusal);

        figma.Pay(user, Plugin);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await CheckAsync(app, caller)).IsGranted);
        _clock.Advance(TimeSpan.FromMinutes(6));
        figma.Faults.Enqueue(FakeFault.Status(503));
        Assert.True((await CheckAsync(app, caller)).IsGranted);
    }

    [Fact]
    public async Task Older_response_that_arrives_later_does_not_replace_a_refund()
    {
        FakeFigmaPayments figma = CreateFigma(TimeSpan.FromDays(1));
        MemoryDistributedCache cache = new(_clock);
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

        await using GateApp first = await StartMachineAsync(figma, cache, gate =>
        {
            Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;
            gate.CheckByToken = async (services, token, cancellation) =>
            {
                PaymentsResult result = await byToken(services, token, cancellation);
                sent.TrySetResult();
                await release.Task;
                return result;
            };
        });

        await using GateApp second = await StartMachineAsync(figma, cache);
        Caller caller = Pay(figma, isToken: true);
        Task<FigmaPaymentsDecision> slow = CheckAsync(first, caller);
        await sent.Task;

        _clock.Advance(TimeSpan.FromSeconds(1));
        figma.Refund(caller.User.GetValueOrDefault(), Plugin);
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(second, caller)).Refusal);
        release.SetResult();
        Assert.True((await slow).IsGranted);

        _clock.Advance(TimeSpan.FromMinutes(6));
        figma.Faults.Enqueue(FakeFault.Status(503), count: 1_000);
        await using GateApp third = await StartMachineAsync(figma, cache);

        foreach (GateApp app in new[] { first, second, third })
            Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(app, caller)).Refusal);
    }

    [Fact]
    public async Task Refund_is_written_again_if_the_distributed_cache_has_lost_it()
    {
        FakeFigmaPayments figma = CreateFigma(TimeSpan.FromDays(1));
        MemoryDistributedCache cache = new(_clock);
        await using GateApp first = await StartMachineAsync(figma, cache);
        await using GateApp second = await StartMachineAsync(figma, cache);
        Caller caller = Pay(figma, isToken: true);
        Assert.True((await CheckAsync(first, caller)).IsGranted);
        Assert.True((await CheckAsync(second, caller)).IsGranted);

        figma.Refund(caller.User.GetValueOrDefault(), Plugin);
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(first, caller)).Refusal);
        cache.Clear();
        _clock.Advance(TimeSpan.FromMinutes(1));
        figma.Faults.Enqueue(FakeFault.Status(503), count: 1_000);

        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(first, caller)).Refusal);
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(second, caller)).Refusal);
    }

    /// <summary>Otherwise a payer whose requests fail for a reason that isn't theirs is refused when Figma is down.</summary>
    [Theory]
    [InlineData(PaymentsErrorKind.InvalidResponse)]
    [InlineData(PaymentsErrorKind.Unauthorized)]
    public async Task Errors_about_a_signed_in_payer_do_not_count_in_the_grace_period(PaymentsErrorKind kind)
    {
        PaymentsErrorKind? error = null;

        await using GateApp app = await StartForUsersAsync(
            _clock,
            count: 1,
            (user, plugin) => Task.FromResult(error is { } failed ? new PaymentsResult(new PaymentsError(failed, "It failed.")) : new PaymentsResult(new PaymentInformation(user, plugin, PaymentStatus.Paid))),
            static gate =>
            {
                gate.GraceFor = TimeSpan.FromHours(1);
                gate.IdRequestsPerMinute = 100;
            });

        UserId user = new("1111111111111111111");
        Assert.Equal(200, await StatusOfUserAsync(app, user, "/0"));
        _clock.Advance(TimeSpan.FromMinutes(6));
        error = kind;

        for (int i = 0; i < 11; i++)
            Assert.Equal(503, await StatusOfUserAsync(app, user, "/0"));

        error = PaymentsErrorKind.Unavailable;
        Assert.Equal(200, await StatusOfUserAsync(app, user, "/0"));
    }

    /// <summary>The distributed cache fails while the newer response is written, so that it contains the older one afterwards.</summary>
    [Fact]
    public async Task Refund_in_memory_replaces_the_older_payment_in_the_distributed_cache()
    {
        FakeFigmaPayments figma = CreateFigma(TimeSpan.FromDays(1));
        MemoryDistributedCache cache = new(_clock);
        await using GateApp first = await StartMachineAsync(figma, cache);
        Caller caller = Pay(figma, isToken: true);
        Assert.True((await CheckAsync(first, caller)).IsGranted);

        figma.Refund(caller.User.GetValueOrDefault(), Plugin);
        _clock.Advance(TimeSpan.FromMinutes(6));
        cache.Fails = true;
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(first, caller)).Refusal);
        cache.Fails = false;
        _clock.Advance(TimeSpan.FromMinutes(1));
        figma.Faults.Enqueue(FakeFault.Status(503), count: 1_000);

        for (int i = 0; i < 3; i++)
            Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(first, caller)).Refusal);

        await using GateApp second = await StartMachineAsync(figma, cache);
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(second, caller)).Refusal);
    }

    [Fact]
    public async Task Forgotten_user_is_not_admitted_by_an_older_payment_of_another_machine()
    {
        FakeFigmaPayments figma = CreateFigma();
        MemoryDistributedCache cache = new(_clock);
        await using GateApp first = await StartMachineAsync(figma, cache);
        await using GateApp second = await StartMachineAsync(figma, cache);
        Caller caller = Pay(figma, isToken: false);
        Assert.True((await CheckAsync(first, caller)).IsGranted);
        Assert.True((await CheckAsync(second, caller)).IsGranted);

        UserId user = caller.User.GetValueOrDefault();
        figma.Refund(user, Plugin);
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(first, caller)).Refusal);
        await first.Services.GetRequiredService<IFigmaPaymentsGate>().ForgetAsync(user);

        figma.Faults.Enqueue(FakeFault.Status(503));
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(second, caller)).Refusal);

        figma.Pay(user, Plugin);
        Assert.True((await CheckAsync(second, caller)).IsGranted);
        Assert.True((await CheckAsync(first, caller)).IsGranted);
    }

    [Theory]
    [InlineData(PaymentStatus.Unpaid)]
    [InlineData(PaymentStatus.Trial)]
    public async Task Status_that_is_kept_for_other_machines_is_not_used_after_its_lifetime(PaymentStatus status)
    {
        MemoryDistributedCache cache = new(_clock);
        FakeFigmaPayments figma = CreateFigma(TimeSpan.FromDays(1));
        await using GateApp app = await StartMachineAsync(figma, cache, static gate => gate.AllowTrial = true);
        PluginPaymentToken token = new(app.TokenOf(status));
        Caller caller = new(token, null);
        Assert.Equal(status == PaymentStatus.Trial, (await CheckAsync(app, caller)).IsGranted);

        _clock.Advance(status == PaymentStatus.Trial ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(10));
        figma.Faults.Enqueue(FakeFault.Status(503));
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(app, caller)).Refusal);

        await using GateApp other = await StartMachineAsync(figma, cache, static gate => gate.AllowTrial = true);
        figma.Faults.Enqueue(FakeFault.Status(503));
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(other, caller)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Payers_keep_their_access_although_the_budget_of_the_gate_is_empty(bool isToken)
    {
        FakeFigmaPayments figma = CreateFigma(TimeSpan.FromDays(1));
        await using GateApp app = await StartMachineAsync(figma, cache: null, static gate => gate.TokenRequestsPerMinute = 10);
        Caller[] payers = [.. Enumerable.Range(0, 30).Select(_ => Pay(figma, isToken))];

        for (int i = 0; i < payers.Length; i++)
        {
            if (i % 10 == 0)
                _clock.Advance(TimeSpan.FromMinutes(1));

            Assert.True((await CheckAsync(app, payers[i])).IsGranted);
        }

        _clock.Advance(TimeSpan.FromMinutes(6));
        figma.ClearRequests();
        int stale = 0;

        foreach (Caller payer in payers)
        {
            FigmaPaymentsDecision decision = await CheckAsync(app, payer);
            Assert.True(decision.IsGranted);
            stale += decision.Payment.IsStale ? 1 : 0;
        }

        Assert.Equal((10, 20), (figma.Requests.Count, stale));

        // The grace period is over for all of them.
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(10, (await Task.WhenAll(payers.Select(payer => CheckAsync(app, payer)))).Count(static decision => decision.IsGranted));
    }

    [Fact]
    public async Task Payer_whose_other_tokens_wait_for_Figma_keeps_their_access()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isDown = false;

        await using GateApp app = await StartAsync(_clock, gate =>
        {
            Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;
            gate.GraceFor = TimeSpan.FromHours(1);
            gate.CheckByToken = async (services, token, cancellation) =>
            {
                if (!isDown)
                    return await byToken(services, token, cancellation);

                await release.Task;
                throw new HttpRequestException("Figma is down.");
            };
        });

        app.TokenOf(PaymentStatus.Paid, out UserId user);
        string[] tokens = [.. Enumerable.Range(0, 7).Select(_ => app.Figma.IssuePaymentToken(user, app.Plugin))];

        foreach (string token in tokens)
            Assert.Equal(200, await StatusAsync(app, token, "10.0.0.1"));

        _clock.Advance(TimeSpan.FromMinutes(6));
        isDown = true;
        Task<int>[] requests = [.. tokens.Select(token => StatusAsync(app, token, "10.0.0.1"))];

        while (requests.Count(static request => request.IsCompleted) < 3)
            await Task.Delay(1);

        release.SetResult();
        Assert.All(await Task.WhenAll(requests), static status => Assert.Equal(200, status));
    }

    [Fact]
    public async Task Signed_in_payer_of_many_plugins_keeps_their_access_while_Figma_does_not_respond()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isDown = false;

        await using GateApp app = await StartForUsersAsync(
            _clock,
            count: 6,
            async (user, plugin) =>
            {
                if (!isDown)
                    return new PaymentsResult(new PaymentInformation(user, plugin, PaymentStatus.Paid));

                await release.Task;
                return new PaymentsResult(new PaymentsError(PaymentsErrorKind.Unavailable, "Figma is down."));
            },
            static gate => gate.GraceFor = TimeSpan.FromHours(1));

        UserId user = new("1111111111111111111");

        for (int i = 0; i < 6; i++)
            Assert.Equal(200, await StatusOfUserAsync(app, user, "/" + i));

        _clock.Advance(TimeSpan.FromMinutes(6));
        isDown = true;
        Task<int>[] requests = [.. Enumerable.Range(0, 6).Select(i => StatusOfUserAsync(app, user, "/" + i))];

        while (!requests.Any(static request => request.IsCompleted))
            await Task.Delay(1);

        release.SetResult();
        Assert.All(await Task.WhenAll(requests), static status => Assert.Equal(200, status));
    }

    /// <summary>Otherwise a user whose purchase was refunded could send garbage, so that Figma is never asked about them.</summary>
    [Fact]
    public async Task Caller_over_the_limit_of_rejections_is_not_admitted_by_an_old_payment()
    {
        await using GateApp app = await StartForUsersAsync(_clock, count: 0, static (_, _) => null!, static gate => gate.GraceFor = TimeSpan.FromHours(1));
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusOfUserAsync(app, user, "/paid", token));
        _clock.Advance(TimeSpan.FromMinutes(6));

        for (int i = 0; i < 10; i++)
            Assert.NotEqual(429, await StatusOfUserAsync(app, user, "/paid", "garbage" + i));

        Assert.Equal(429, await StatusOfUserAsync(app, user, "/paid", token));
    }

    /// <summary>Otherwise a user whose purchase was refunded could send a few invented tokens at the same time as the old one, so that Figma is never asked about them.</summary>
    [Fact]
    public async Task Invented_tokens_that_wait_for_Figma_do_not_keep_a_refunded_user_from_being_checked()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isSlow = false;
        int waiting = 0;

        await using GateApp app = await StartForUsersAsync(_clock, count: 0, static (_, _) => null!, gate =>
        {
            Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;
            gate.GraceFor = TimeSpan.FromHours(1);
            gate.CheckByToken = async (services, token, cancellation) =>
            {
                if (isSlow)
                {
                    Interlocked.Increment(ref waiting);
                    await release.Task;
                }

                return await byToken(services, token, cancellation);
            };
        });

        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusOfUserAsync(app, user, "/paid", token));
        app.Figma.Refund(user, app.Plugin);
        _clock.Advance(TimeSpan.FromMinutes(6));
        isSlow = true;
        Task<int>[] garbage = [.. Enumerable.Range(0, 4).Select(i => StatusOfUserAsync(app, user, "/paid", "garbage" + i))];

        while (Volatile.Read(ref waiting) < 4)
            await Task.Delay(1);

        isSlow = false;
        Assert.Equal(402, await StatusOfUserAsync(app, user, "/paid", token));
        Assert.Equal(429, await StatusOfUserAsync(app, user, "/paid", "garbage"));
        release.SetResult();
        Assert.All(await Task.WhenAll(garbage), static status => Assert.NotEqual(200, status));
    }

    private static PluginId Plugin => new(IGlyphPayments.Id);

    private FakeFigmaPayments CreateFigma(TimeSpan? tokenLifetime = null)
    {
        FakeFigmaPayments figma = new(new FakeFigmaPaymentsOptions { TimeProvider = _clock, PaymentTokenLifetime = tokenLifetime ?? TimeSpan.FromMinutes(5) });
        figma.AddPlugin(Plugin);
        return figma;
    }

    private Task<GateApp> StartMachineAsync(FakeFigmaPayments figma, MemoryDistributedCache? cache, Action<FigmaPaymentsGateOptions>? configure = null) => GateApp.StartAsync(
        static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
        options =>
        {
            options.Time = _clock;
            options.Figma = figma;
            options.Gate = gate =>
            {
                gate.CacheSecret = "a secret of at least 32 characters";
                gate.GraceFor = TimeSpan.FromHours(1);
                configure?.Invoke(gate);
            };
            options.Services = services =>
            {
                if (cache is not null)
                    services.AddSingleton<IDistributedCache>(cache);
            };
        });

    private static Caller Pay(FakeFigmaPayments figma, bool isToken)
    {
        UserId user = figma.AddUser();
        figma.Pay(user, Plugin);
        return new Caller(isToken ? new PluginPaymentToken(figma.IssuePaymentToken(user, Plugin)) : null, user);
    }

    /// <summary>Lets a machine send a request about a caller whose token has expired, or whose user ID Figma doesn't know anymore.</summary>
    private async Task RejectAsync(FakeFigmaPayments figma, GateApp app, Caller caller)
    {
        _clock.Advance(TimeSpan.FromMinutes(6));

        if (caller.Token is null)
            figma.Faults.Enqueue(FakeFault.Status(404));

        Assert.Equal(caller.Token is null ? FigmaPaymentsRefusal.UserNotFound : FigmaPaymentsRefusal.TokenInvalid, (await CheckAsync(app, caller)).Refusal);
    }

    private static async Task<FigmaPaymentsDecision> CheckAsync(GateApp app, Caller caller)
    {
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        return caller.Token is { } token ? await gate.CheckAsync(token) : await gate.CheckAsync(caller.User.GetValueOrDefault());
    }

    /// <summary>A payment token with its user, or a user ID only.</summary>
    private sealed record Caller(PluginPaymentToken? Token, UserId? User);
}
