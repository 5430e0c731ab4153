using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
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
}
