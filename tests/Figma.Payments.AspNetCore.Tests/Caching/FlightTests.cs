using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Caching;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Tests.Budgets;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Caching;

public sealed class FlightTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Caller_does_not_join_a_request_that_is_being_canceled()
    {
        TaskCompletionSource started = new();
        TaskCompletionSource canceled = new();
        TaskCompletionSource end = new();
        int requests = 0;

        await using GateApp app = await BudgetApp.StartAsync(_clock, gate =>
        {
            Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;
            gate.CheckByToken = async (services, token, cancellation) =>
            {
                if (Interlocked.Increment(ref requests) > 1)
                    return await byToken(services, token, cancellation);

                await using CancellationTokenRegistration registration = cancellation.Register(canceled.SetResult);
                started.SetResult();
                await end.Task;
                cancellation.ThrowIfCancellationRequested();
                throw new InvalidOperationException();
            };
        });

        string token = app.TokenOf(PaymentStatus.Paid);
        using CancellationTokenSource hangUp = new();
        using HttpRequestMessage request = new(HttpMethod.Get, "/paid");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        Task<HttpResponseMessage> first = app.Http.SendAsync(request, hangUp.Token);
        await started.Task;
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        // The gate notices later that the caller has left.
        while (!canceled.Task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(1);
        }

        try
        {
            Assert.Equal(200, await BudgetApp.StatusAsync(app, token, "10.0.0.1").WaitAsync(TimeSpan.FromSeconds(30)));
        }
        finally
        {
            end.SetResult();
        }
    }

    [Fact]
    public async Task Caller_who_joins_a_request_when_its_time_is_over_gets_an_outcome()
    {
        LateClock clock = new();
        Flights flights = new(clock);
        PaymentKey key = new("key", 1);
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource hangUp = new();

        Task<FlightResult> first = flights.RunAsync(
            key,
            static () => null,
            async cancellation =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                return CheckOutcome.Unavailable();
            },
            hangUp.Token).AsTask();

        await started.Task;
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        // The timer has elapsed, but its callback hasn't run yet.
        Task<FlightResult> second = flights.RunAsync(key, static () => null, static _ => Task.FromResult(CheckOutcome.Unavailable()), CancellationToken.None).AsTask();
        clock.Fire();
        Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await second.WaitAsync(TimeSpan.FromSeconds(30))).Outcome.Refusal);
    }

    /// <summary>A clock whose timer can't be stopped anymore.</summary>
    private sealed class LateClock : TimeProvider
    {
        private Action? _callback;

        public void Fire() => _callback?.Invoke();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback ??= () => callback(state);
            return new LateTimer();
        }

        private sealed class LateTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
