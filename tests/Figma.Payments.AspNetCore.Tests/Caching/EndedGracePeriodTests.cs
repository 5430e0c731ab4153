using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Caching;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Internal;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Caching.GraceMachines;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>When Figma has reported another status than <c>PAID</c> about a user, no older payment of theirs is used.</summary>
public sealed class EndedGracePeriodTests : IAsyncDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(6);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly GraceMachines _machines;

    public EndedGracePeriodTests() => _machines = new GraceMachines(_clock);

    public ValueTask DisposeAsync() => _machines.DisposeAsync();

    [Fact]
    public async Task Invented_tokens_do_not_restore_the_access_of_refunded_users()
    {
        const int Requests = 10_000;
        bool isGarbage = false;

        GateApp app = await _machines.StartAsync(configure: gate =>
        {
            var byToken = gate.CheckByToken!;
            gate.TokenRequestsPerMinute = Requests;
            gate.ProbeUser = _machines.AddPayer();
            gate.CheckByToken = (services, token, cancellation) => isGarbage
                ? Task.FromResult(new PaymentsResult(new PaymentsError(PaymentsErrorKind.Unauthorized, "The token is invalid.")))
                : byToken(services, token, cancellation);
        });

        UserId[] users = [.. Enumerable.Range(0, 20).Select(_ => _machines.AddPayer())];
        PluginPaymentToken[] tokens = [.. users.Select(_machines.TokenOf)];

        foreach (PluginPaymentToken token in tokens)
            Assert.True((await CheckAsync(app, token)).IsGranted);

        _clock.Advance(Lifetime);

        foreach (UserId user in users)
        {
            _machines.Figma.Refund(user, Plugin);
            Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(app, _machines.TokenOf(user))).Refusal);
        }

        isGarbage = true;

        for (int minute = 0; minute < 3; minute++)
        {
            _clock.Advance(TimeSpan.FromSeconds(61));

            for (int i = 0; i < Requests; i++)
                Assert.Equal(FigmaPaymentsRefusal.TokenInvalid, (await CheckAsync(app, new PluginPaymentToken($"garbage-{minute}-{i}"))).Refusal);
        }

        isGarbage = false;
        _clock.Advance(TimeSpan.FromSeconds(61));
        _machines.StopFigma();

        foreach (PluginPaymentToken token in tokens)
            Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(app, token)).Refusal);
    }

    /// <summary>A slow read of the distributed cache ends after Figma's response has been stored in memory, and puts the old payment in its place.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Refund_reaches_other_machines_although_the_distributed_cache_was_slow(bool isTextCache, bool isToken)
    {
        MemoryDistributedCache cache = new(_clock);
        GateApp first = await _machines.StartAsync(cache, services: services =>
        {
            if (isTextCache)
                services.AddMemoryCache(static options => options.SizeLimit = 1);
        });

        UserId user = _machines.AddPayer();
        PluginPaymentToken token = _machines.TokenOf(user);
        Assert.True((await CheckBothAsync(first)).IsGranted);
        _machines.Figma.Refund(user, Plugin);
        _clock.Advance(Lifetime);

        TaskCompletionSource slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        cache.DelayOfReads = slow.Task;
        Task<FigmaPaymentsDecision> pending = CheckBothAsync(first);

        while (!pending.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(10);
        }

        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await pending).Refusal);
        cache.DelayOfReads = null;
        slow.SetResult();
        await Task.Delay(100);
        _machines.StopFigma();
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckBothAsync(first)).Refusal);

        GateApp second = await _machines.StartAsync(cache);
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckBothAsync(second)).Refusal);

        Task<FigmaPaymentsDecision> CheckBothAsync(GateApp app) => isToken ? CheckAsync(app, token) : CheckAsync(app, user);
    }

    [Fact]
    public async Task Refund_that_another_gate_of_the_plugin_has_seen_ends_the_grace_period()
    {
        GateApp app = await _machines.StartAsync(services: static services => services.AddFigmaPaymentsGate("other", static gate =>
        {
            gate.Resource = Plugin;
            gate.GraceFor = TimeSpan.FromHours(1);
            gate.CacheSecret = Secret;
            gate.CheckByToken = static (services, token, cancellation) => services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
        }));

        UserId user = _machines.AddPayer();
        PluginPaymentToken token = _machines.TokenOf(user);
        Assert.True((await CheckAsync(app, token)).IsGranted);
        Assert.True((await CheckAsync(app, token, "other")).IsGranted);

        _machines.Figma.Refund(user, Plugin);
        _clock.Advance(Lifetime);
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(app, token)).Refusal);
        _machines.StopFigma();
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(app, token, "other")).Refusal);
    }

    [Fact]
    public async Task Trial_ends_the_grace_period_although_it_admits_the_user()
    {
        GateApp app = await _machines.StartAsync(configure: static gate => gate.AllowTrial = true);
        UserId user = _machines.AddPayer();
        PluginPaymentToken token = _machines.TokenOf(user);
        Assert.True((await CheckAsync(app, token)).IsGranted);

        _machines.Figma.StartTrial(user, Plugin);
        _clock.Advance(Lifetime);
        Assert.Equal(PaymentStatus.Trial, (await CheckAsync(app, _machines.TokenOf(user))).Payment?.Status);
        _machines.StopFigma();
        _clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(app, token)).Refusal);
    }

    [Fact]
    public async Task Older_response_that_arrives_later_does_not_move_the_end_of_the_grace_period()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        PluginPaymentToken slow = default;
        GateApp app = await StartSlowAsync(() => slow, sent, release.Task, isDown: false);
        UserId user = _machines.Figma.AddUser();
        slow = _machines.TokenOf(user);
        Task<FigmaPaymentsDecision> pending = CheckAsync(app, slow);
        await sent.Task;

        _clock.Advance(TimeSpan.FromSeconds(2));
        _machines.Figma.Pay(user, Plugin);
        PluginPaymentToken token = _machines.TokenOf(user);
        Assert.True((await CheckAsync(app, token)).IsGranted);
        _clock.Advance(TimeSpan.FromSeconds(2));
        _machines.Figma.Refund(user, Plugin);
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(app, _machines.TokenOf(user))).Refusal);
        release.SetResult();
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await pending).Refusal);

        _machines.StopFigma();
        _clock.Advance(Lifetime);
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckAsync(app, token)).Refusal);
    }

    [Fact]
    public async Task Grace_period_can_end_while_a_request_waits_for_Figma()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        PluginPaymentToken slow = default;
        GateApp app = await StartSlowAsync(() => slow, sent, release.Task, isDown: true);
        UserId user = _machines.AddPayer();
        PluginPaymentToken token = _machines.TokenOf(user);
        Assert.True((await CheckAsync(app, token)).IsGranted);

        _machines.Figma.Refund(user, Plugin);
        _clock.Advance(Lifetime);
        slow = token;
        Task<FigmaPaymentsDecision> pending = CheckAsync(app, token);
        await sent.Task;
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(app, _machines.TokenOf(user))).Refusal);
        release.SetResult();
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await pending).Refusal);
    }

    [Fact]
    public async Task Response_from_before_the_clock_was_corrected_does_not_end_the_grace_period_of_a_later_purchase()
    {
        ShiftedClock clock = new(_clock);
        GateApp app = await _machines.StartAsync(time: clock);
        UserId user = _machines.Figma.AddUser();
        Assert.False((await CheckAsync(app, _machines.TokenOf(user))).IsGranted);

        clock.Shift = TimeSpan.FromMinutes(-20);
        _machines.Figma.Pay(user, Plugin);
        _clock.Advance(TimeSpan.FromMinutes(1));
        PluginPaymentToken token = _machines.TokenOf(user);
        Assert.True((await CheckAsync(app, token)).IsGranted);
        _machines.StopFigma();

        for (int i = 0; i < 4; i++)
        {
            _clock.Advance(Lifetime);
            Assert.True((await CheckAsync(app, token)).IsGranted);
        }
    }

    [Fact]
    public async Task Purchase_that_a_machine_with_a_clock_ahead_has_stored_is_not_overwritten()
    {
        MemoryDistributedCache cache = new(_clock);
        GateApp first = await _machines.StartAsync(cache);
        GateApp ahead = await _machines.StartAsync(cache, time: new ShiftedClock(_clock) { Shift = TimeSpan.FromSeconds(10) });
        UserId user = _machines.Figma.AddUser();
        PluginPaymentToken token = _machines.TokenOf(user);
        Assert.False((await CheckAsync(first, token)).IsGranted);

        _clock.Advance(TimeSpan.FromSeconds(30));
        _machines.Figma.Pay(user, Plugin);
        Assert.True((await CheckAsync(ahead, token)).IsGranted);
        _machines.StopFigma();
        Assert.False((await CheckAsync(first, token)).IsGranted);
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True((await CheckAsync(first, token)).IsGranted);
        Assert.True((await CheckAsync(await _machines.StartAsync(cache), token)).IsGranted);
    }

    [Fact]
    public async Task Refund_that_a_machine_with_a_clock_ahead_has_stored_ends_the_grace_period()
    {
        MemoryDistributedCache cache = new(_clock);
        GateApp first = await _machines.StartAsync(cache);
        GateApp ahead = await _machines.StartAsync(cache, time: new ShiftedClock(_clock) { Shift = TimeSpan.FromSeconds(10) });
        UserId user = _machines.AddPayer();
        PluginPaymentToken token = _machines.TokenOf(user);
        Assert.True((await CheckAsync(first, token)).IsGranted);

        _machines.Figma.Refund(user, Plugin);
        _clock.Advance(Lifetime);
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await CheckAsync(ahead, token)).Refusal);
        _machines.StopFigma();

        for (int i = 0; i < 4; i++)
        {
            Assert.False((await CheckAsync(first, token)).IsGranted);
            _clock.Advance(TimeSpan.FromSeconds(4));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Payment_of_another_machine_is_used_while_Figma_and_the_distributed_cache_are_down(bool isTextCache)
    {
        MemoryDistributedCache cache = new(_clock);
        GateApp first = await _machines.StartAsync(cache);
        GateApp second = await _machines.StartAsync(cache, services: services =>
        {
            if (isTextCache)
                services.AddSingleton<HybridCache>(new TextCache(new MemoryCache(new MemoryCacheOptions { Clock = new MemoryClock(_clock) }), cache));
            else
                services.AddMemoryCache(options => options.Clock = new MemoryClock(_clock));
        });

        PluginPaymentToken token = _machines.TokenOf(_machines.AddPayer());
        Assert.True((await CheckAsync(first, token)).IsGranted);
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True((await CheckAsync(second, token)).IsGranted);
        _machines.StopFigma();
        cache.Fails = true;

        for (int i = 0; i < 8; i++)
        {
            _clock.Advance(Lifetime);
            Assert.True((await CheckAsync(second, token)).IsGranted);
        }
    }

    /// <summary>The lifetime of an entry is up to a tenth shorter than <c>PaidFor</c>, so that entries don't expire at the same time.</summary>
    [Fact]
    public async Task Payment_within_its_time_is_not_stale()
    {
        GateApp app = await _machines.StartAsync(configure: static gate => gate.GraceFor = TimeSpan.Zero);
        PluginPaymentToken[] tokens = [.. Enumerable.Range(0, 40).Select(_ => _machines.TokenOf(_machines.AddPayer()))];

        foreach (PluginPaymentToken token in tokens)
            Assert.True((await CheckAsync(app, token)).IsGranted);

        _clock.Advance(TimeSpan.FromMinutes(4.9));
        _machines.StopFigma();

        foreach (PluginPaymentToken token in tokens)
            Assert.False((await CheckAsync(app, token)).Payment?.IsStale);
    }

    /// <summary>Starts a machine whose requests about one token wait, and fail afterwards if Figma is down.</summary>
    private Task<GateApp> StartSlowAsync(Func<PluginPaymentToken> slow, TaskCompletionSource sent, Task release, bool isDown) => _machines.StartAsync(configure: gate =>
    {
        var byToken = gate.CheckByToken!;
        gate.CheckByToken = async (services, token, cancellation) =>
        {
            if (token != slow())
                return await byToken(services, token, cancellation);

            PaymentsResult result = await byToken(services, token, cancellation);
            sent.TrySetResult();
            await release;
            return isDown ? throw new TimeoutException() : result;
        };
    });

    private sealed class MemoryClock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }

    private sealed class ShiftedClock(TimeProvider inner) : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Shift;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);
    }
}
