using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Telemetry;

/// <summary>Refusals are part of normal operation. The section on production of the README says what is logged about them.</summary>
public sealed class LogTests
{
    // These categories log each request, whether it is refused or not.
    private static readonly string[] Requests = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Cors.Infrastructure.CorsService"];

    [Fact]
    public async Task Refusal_is_logged_by_the_framework_only()
    {
        await using GateApp app = await GateApp.StartAsync(static app => app.MapGet("/paid", static () => "").RequireFigmaPayments(GateApp.Gate));

        // A token that is rejected earlier can mean that the access token is wrong, which is logged.
        using HttpResponseMessage paid = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid));
        Assert.Equal(200, (int)paid.StatusCode);

        foreach ((string? token, int status) in new[] { (null, 401), ("garbage", 401), (app.TokenOf(PaymentStatus.Unpaid), 402), (app.TokenOf(PaymentStatus.Trial), 402) })
        {
            int before = app.Logs.Records.Length;
            using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", token, static request => request.Headers.Add("Origin", "null"));
            Assert.Equal(status, (int)response.StatusCode);

            IEnumerable<LogRecord> logged = app.Logs.Records.Skip(before).Where(static record => record.Level >= LogLevel.Information && !Requests.Contains(record.Category));
            LogRecord record = Assert.Single(logged);
            Assert.Equal("Microsoft.AspNetCore.Authorization.DefaultAuthorizationService", record.Category);
            Assert.Equal(LogLevel.Information, record.Level);
            Assert.StartsWith("Authorization failed", record.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false, 3, "(ConnectionRefused)")]
    [InlineData(true, 1, "System.Net.Http.HttpRequestException (ConnectionRefused)")]
    public async Task Cause_is_logged_if_Figma_cannot_be_reached(bool throws, int id, string cause)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "").RequireFigmaPayments(GateApp.Gate),
            options =>
            {
                options.Services = static services => services.AddSingleton<IGlyphPayments>(new GlyphPaymentsClient(
                    new HttpClient(new UnreachableHandler()),
                    new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_secret"), BaseAddress = new Uri("https://secret.example") }));

                if (throws)
                    options.Gate = static gate => gate.CheckByToken = static (_, _, _) => throw UnreachableHandler.CreateException();
            });

        using HttpResponseMessage response = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid));
        Assert.Equal(503, (int)response.StatusCode);

        LogRecord record = Assert.Single(app.Logs.OfGate, record => record.Event.Id == id);
        Assert.Contains(cause, record.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("(null)", record.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Message.Contains("secret", StringComparison.Ordinal) || record.Exception is not null);
    }

    [Fact]
    public async Task Wrong_ID_is_logged_as_the_likely_cause_of_a_mismatch()
    {
        await using GateApp app = await GateApp.StartAsync(static app => app.MapGet("/paid", static () => "").RequireFigmaPayments(GateApp.Gate));
        app.Figma.Faults.Enqueue(FakeFault.ResponseMismatch(new WidgetId(1)));

        using HttpResponseMessage response = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid));
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains("the ID in the attribute of the client's interface is probably wrong", Assert.Single(app.Logs.OfGate).Message, StringComparison.Ordinal);
    }

    private sealed class UnreachableHandler : HttpMessageHandler
    {
        public static HttpRequestException CreateException() =>
            new(HttpRequestError.ConnectionError, "secret.example:443", new SocketException((int)SocketError.ConnectionRefused));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw CreateException();
    }
}
