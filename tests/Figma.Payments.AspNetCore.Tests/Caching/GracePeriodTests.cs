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
