using System;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Budgets.BudgetApp;
using SharedMemory = Figma.Payments.AspNetCore.Tests.Caching.MemoryDistributedCache;

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>A cool-down takes as long as Figma says, although the clock of a machine is wrong or is corrected.</summary>
public sealed class CoolDownTests
{
    [Fact]
    public async Task Clock_that_is_corrected_does_not_extend_a_cool_down()
    {
        WrongClock clock = new() { Offset = TimeSpan.FromHours(2) };
        await using GateApp app = await StartAsync(clock);
        app.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromSeconds(5)));
        Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));

        clock.Offset = TimeSpan.Zero;
        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
    }

    [Fact]
    public async Task Machine_whose_clock_is_wrong_does_not_extend_the_cool_down_of_others()
    {
        SharedMemory cache = new();
        WrongClock wrong = new() { Offset = TimeSpan.FromHours(2) };
        WrongClock right = new();
        await using GateApp first = await StartSharedAsync(wrong);
        await using GateApp second = await StartSharedAsync(right);

        first.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromSeconds(5)));
        Assert.Equal(503, await StatusAsync(first, first.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
        Assert.Equal(503, await StatusAsync(second, second.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
        Assert.Empty(second.Figma.Requests);

        // The entry is still in the cache.
        for (int i = 0; i < 2; i++)
        {
            right.Advance(TimeSpan.FromSeconds(5));
            Assert.Equal(200, await StatusAsync(second, second.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
        }

        Task<GateApp> StartSharedAsync(TimeProvider clock) => StartAsync(
            clock,
            static gate => gate.CacheSecret = "a secret of at least 32 characters",
            services => services.AddSingleton<IDistributedCache>(cache));
    }

    [Fact]
    public async Task Shorter_cool_down_does_not_replace_a_longer_one_of_another_machine()
    {
        SharedMemory cache = new();
        WrongClock clock = new();
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource mayRespond = new(TaskCreationOptions.RunContinuationsAsynchronously);

        await using GateApp first = await StartSharedAsync();
        await using GateApp second = await StartSharedAsync(gate =>
        {
            Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;
            gate.CheckByToken = async (services, token, cancellation) =>
            {
                sent.TrySetResult();
                await mayRespond.Task;
                return await byToken(services, token, cancellation);
            };
        });

        second.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromSeconds(2)));
        Task<int> pending = StatusAsync(second, second.TokenOf(PaymentStatus.Paid), "10.0.0.1");
        await sent.Task;
        first.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromHours(1)));
        Assert.Equal(503, await StatusAsync(first, first.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
        mayRespond.SetResult();
        Assert.Equal(503, await pending);

        clock.Advance(TimeSpan.FromSeconds(3));
        await using GateApp third = await StartSharedAsync();

        foreach (GateApp app in new[] { second, third })
            Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));

        Assert.Single(second.Figma.Requests);
        Assert.Empty(third.Figma.Requests);

        clock.Advance(TimeSpan.FromHours(1));

        foreach (GateApp app in new[] { second, third })
            Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid), "10.0.0.1"));

        Task<GateApp> StartSharedAsync(Action<FigmaPaymentsGateOptions>? configure = null) => StartAsync(
            clock,
            gate =>
            {
                gate.CacheSecret = "a secret of at least 32 characters";
                configure?.Invoke(gate);
            },
            services => services.AddSingleton<IDistributedCache>(cache));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_cool_down_of_another_machine_is_respected(bool isTextCache)
    {
        SharedMemory cache = new();
        WrongClock clock = new();
        await using GateApp first = await StartSharedAsync();
        await using GateApp second = await StartSharedAsync();

        for (int i = 0; i < 3; i++)
        {
            first.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromSeconds(30)));
            Assert.Equal(503, await StatusAsync(first, first.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
            clock.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(503, await StatusAsync(second, second.TokenOf(PaymentStatus.Paid), "10.0.0.1"));
            Assert.Empty(second.Figma.Requests);
            clock.Advance(TimeSpan.FromSeconds(30));
        }

        Task<GateApp> StartSharedAsync() => StartAsync(
            clock,
            static gate => gate.CacheSecret = "a secret of at least 32 characters",
            services =>
            {
                services.AddSingleton<IDistributedCache>(cache);

                if (isTextCache)
                    services.AddMemoryCache(static options => options.SizeLimit = 1);
            });
    }

    /// <summary>A clock that a test advances, and whose time of day can be wrong.</summary>
    private sealed class WrongClock() : FakeTimeProvider(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;

        public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
    }
}
