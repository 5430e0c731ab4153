using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Polly;
using Xunit;
using static Figma.Payments.AspNetCore.Tests.Caching.GraceMachines;

namespace Figma.Payments.AspNetCore.Tests.Caching
{
    /// <summary>An exception of the client admits nobody, unless it certainly means that Figma can't be reached.</summary>
    public sealed class ClientFailureTests : IAsyncDisposable
    {
        private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(6);

        private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));
        private readonly GraceMachines _machines;

        public ClientFailureTests() => _machines = new GraceMachines(_clock);

        public ValueTask DisposeAsync() => _machines.DisposeAsync();

        public static TheoryData<string> OtherFailures => ["banned", "invalid operation", "file", "locked file", "forbidden", "not found", "several", "null"];

        public static TheoryData<string> Outages => ["no connection", "server error", "too many requests", "time-out", "own time-out", "socket", "response", "stream", "client", "open circuit"];

        [Theory]
        [MemberData(nameof(OtherFailures))]
        public async Task Exception_with_another_reason_denies_access_in_the_grace_period(string reason) =>
            Assert.Equal(FigmaPaymentsRefusal.Unavailable, (await CheckDuringAsync(reason)).Refusal);

        [Theory]
        [MemberData(nameof(Outages))]
        public async Task Payer_is_admitted_in_the_grace_period_if_the_exception_means_that_Figma_cannot_be_reached(string reason)
        {
            FigmaPaymentsDecision decision = await CheckDuringAsync(reason);
            Assert.True(decision.IsGranted);
            Assert.True(decision.Payment.IsStale);
        }

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task Response_is_used_although_the_services_of_the_request_cannot_be_disposed(bool isPaid)
        {
            GateApp app = await _machines.StartAsync(
                configure: static gate =>
                {
                    var byToken = gate.CheckByToken!;
                    gate.CheckByToken = (services, token, cancellation) =>
                    {
                        services.GetRequiredService<Broken>();
                        return byToken(services, token, cancellation);
                    };
                },
                services: static services => services.AddScoped<Broken>());

            UserId user = _machines.AddPayer();
            PluginPaymentToken token = _machines.TokenOf(user);
            Assert.True((await CheckAsync(app, token)).IsGranted);

            if (!isPaid)
                _machines.Figma.Refund(user, Plugin);

            _clock.Advance(Lifetime);
            FigmaPaymentsDecision decision = await CheckAsync(app, token);
            Assert.Equal(isPaid ? FigmaPaymentsRefusal.None : FigmaPaymentsRefusal.PaymentRequired, decision.Refusal);
            Assert.NotEqual(true, decision.Payment?.IsStale);
            Assert.Contains(app.Logs.OfGate, static record => record.Event.Id == 32);
        }

        private async Task<FigmaPaymentsDecision> CheckDuringAsync(string reason)
        {
            bool isBroken = false;

            GateApp app = await _machines.StartAsync(configure: gate =>
            {
                var byToken = gate.CheckByToken!;
                gate.CheckByToken = (services, token, cancellation) => isBroken ? FailAsync(reason) : byToken(services, token, cancellation);
            });

            PluginPaymentToken token = _machines.TokenOf(_machines.AddPayer());
            Assert.True((await CheckAsync(app, token)).IsGranted);
            _clock.Advance(Lifetime);
            isBroken = true;
            return await CheckAsync(app, token);
        }

        private static Task<PaymentsResult> FailAsync(string reason) => reason switch
        {
            "null" => null!,
            "banned" => throw new UnauthorizedAccessException("The user is banned."),
            _ => Task.FromException<PaymentsResult>(reason switch
            {
                "file" => new FileNotFoundException("The list of users can't be read."),
                "locked file" => new IOException("The list of users is locked."),
                "forbidden" => new HttpRequestException("It failed.", null, HttpStatusCode.Forbidden),
                "not found" => new HttpRequestException("It failed.", null, HttpStatusCode.NotFound),
                "several" => new AggregateException(new TimeoutException(), new UnauthorizedAccessException()),
                "no connection" => new HttpRequestException(HttpRequestError.ConnectionError),
                "server error" => new HttpRequestException("It failed.", null, HttpStatusCode.BadGateway),
                "too many requests" => new HttpRequestException("It failed.", null, HttpStatusCode.TooManyRequests),
                "time-out" => new TimeoutException(),
                "own time-out" => new TaskCanceledException(),
                "socket" => new SocketException((int)SocketError.HostUnreachable),
                "response" => new HttpIOException(HttpRequestError.ResponseEnded),
                "stream" => new IOException("It failed.", new SocketException((int)SocketError.ConnectionReset)),
                "client" => new FigmaPaymentsException(new PaymentsError(PaymentsErrorKind.Unavailable, "It failed.")),
                "open circuit" => new BrokenCircuitException(),
                _ => new InvalidOperationException(),
            }),
        };

        private sealed class Broken : IDisposable
        {
            public void Dispose() => throw new InvalidOperationException("The transaction can't be rolled back.");
        }
    }
}

namespace Polly
{
    /// <summary>Has the name of the base type of Polly's exceptions, which the gate doesn't reference.</summary>
    internal class ExecutionRejectedException : Exception;

    internal sealed class BrokenCircuitException : ExecutionRejectedException;
}
