using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>A lock that machines share saves requests. A broken one costs no user their access. <c>RedisTests</c> uses one over Redis.</summary>
public sealed class LockTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly MemoryDistributedCache _distributed = new();
    private readonly ClockWithTimers _clock = new();

    [Fact]
    public async Task Machine_that_waited_for_the_lock_uses_the_response_of_the_other()
    {
        MemoryLock shared = new();
        await using GateApp first = await StartAsync(shared);
        await using GateApp second = await StartAsync(shared, first.Figma);
        string token = first.TokenOf(PaymentStatus.Paid);
        IAsyncDisposable other = (await shared.AcquireAsync(Key(first, token), default))!;

        Task<int> one = StatusAsync(first, token);
        Task<int> two = StatusAsync(second, token);
        await shared.WaitForWaitersAsync(2);
        Assert.Empty(first.Figma.Requests);
        await other.DisposeAsync();

        Assert.Equal((200, 200), (await one.WaitAsync(Limit), await two.WaitAsync(Limit)));
        Assert.Single(first.Figma.Requests);
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("throws synchronously")]
    [InlineData("returns null")]
    [InlineData("throws on release")]
    public async Task Broken_lock_costs_nothing(string kind)
    {
        await using GateApp app = await StartAsync(new BrokenLock(kind));

        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)).WaitAsync(Limit));
        Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid)).WaitAsync(Limit));
        Assert.Equal(kind == "returns null" ? 0 : 2, app.Logs.OfGate.Length);
        Assert.All(app.Logs.OfGate, static record => Assert.Equal(21, record.Event.Id));
    }

    [Theory]
    [InlineData("hangs", 5_000)]
    [InlineData("ignores its token", 5_000)]
    [InlineData("hangs on release", 250)]
    public async Task Lock_that_hangs_costs_its_time_limit(string kind, int milliseconds)
    {
        BrokenLock broken = new(kind);
        await using GateApp app = await StartAsync(broken);

        Task<int> pending = StatusAsync(app, app.TokenOf(PaymentStatus.Paid));
        await broken.Hangs.WaitAsync(Limit);

        // The release is timed after the release has begun.
        if (kind == "hangs on release")
            await _clock.WaitForTimerAsync(TimeSpan.FromMilliseconds(milliseconds));

        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        await Task.Delay(50);
        Assert.False(pending.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(200, await pending.WaitAsync(Limit));
        Assert.Single(app.Figma.Requests);
        Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 21);

        if (kind == "ignores its token")
        {
            broken.AcquireLate();
            await broken.Released.WaitAsync(Limit);
        }
    }

    [Fact]
    public async Task Lock_is_not_used_if_nothing_leaves_the_process()
    {
        BrokenLock broken = new("throws");
        await using GateApp app = await StartAsync(broken, secret: null);

        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)));
        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 21);
    }

    private Task<GateApp> StartAsync(IFigmaPaymentsLock shared, FakeFigmaPayments? figma = null, string? secret = "a secret of at least 32 characters") => GateApp.StartAsync(
        static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
        options =>
        {
            options.Figma = figma;
            options.Time = _clock;
            options.Services = services => services.AddSingleton<IDistributedCache>(_distributed).AddSingleton(shared);
            options.Gate = gate =>
            {
                gate.CacheScope = "scope";
                gate.CacheSecret = secret;
            };
        });

    private static string Key(GateApp app, string token) =>
        new AspNetCore.Caching.PaymentKeys("scope", GateApp.Gate, app.Plugin).Create(Decisions.PaymentSubject.OfToken(new PluginPaymentToken(token))).Text + ":lock";

    private static async Task<int> StatusAsync(GateApp app, string token)
    {
        using HttpResponseMessage response = await app.GetAsync("/paid", token);
        return (int)response.StatusCode;
    }

    private sealed class MemoryLock : IFigmaPaymentsLock
    {
        private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new();
        private readonly Channel<string> _waiters = Channel.CreateUnbounded<string>();

        public async ValueTask<IAsyncDisposable?> AcquireAsync(string name, CancellationToken cancellationToken)
        {
            SemaphoreSlim one = _locks.GetOrAdd(name, static _ => new SemaphoreSlim(1));
            Task acquired = one.WaitAsync(cancellationToken);

            if (!acquired.IsCompleted)
                _waiters.Writer.TryWrite(name);

            await acquired;
            return new Handle(() => one.Release());
        }

        public async Task WaitForWaitersAsync(int count)
        {
            for (int i = 0; i < count; i++)
                await _waiters.Reader.ReadAsync().AsTask().WaitAsync(Limit);
        }
    }

    private sealed class BrokenLock(string kind) : IFigmaPaymentsLock
    {
        private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<IAsyncDisposable?> _late = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Hangs => _hangs.Task;

        public Task Released => _released.Task;

        public ValueTask<IAsyncDisposable?> AcquireAsync(string name, CancellationToken cancellationToken)
        {
            switch (kind)
            {
                case "throws":
                    return ValueTask.FromException<IAsyncDisposable?>(new InvalidTimeZoneException("secret"));

                case "throws synchronously":
                    throw new InvalidTimeZoneException("secret");

                case "returns null":
                    return default;

                case "hangs":
                    _hangs.SetResult();
                    return new ValueTask<IAsyncDisposable?>(Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith<IAsyncDisposable?>(static _ => throw new OperationCanceledException(), TaskScheduler.Default));

                case "ignores its token":
                    _hangs.SetResult();
                    return new ValueTask<IAsyncDisposable?>(_late.Task);

                case "hangs on release":
                    return new ValueTask<IAsyncDisposable?>(new HangingHandle(_hangs));

                default:
                    return new ValueTask<IAsyncDisposable?>(new Handle(static () => throw new InvalidTimeZoneException("secret")));
            }
        }

        public void AcquireLate() => _late.SetResult(new Handle(_released.SetResult));
    }

    private sealed class HangingHandle(TaskCompletionSource hangs) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            hangs.SetResult();
            return new ValueTask(Task.Delay(Timeout.Infinite));
        }
    }

    private sealed class Handle(Action release) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            release();
            return default;
        }
    }
}
