using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
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
}
