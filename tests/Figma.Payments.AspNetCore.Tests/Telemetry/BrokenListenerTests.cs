using System;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Telemetry;

/// <summary>Listeners, loggers and functions of the application can throw exceptions. They change no decision.</summary>
public sealed class BrokenListenerTests
{
    private const string Source = "Figma.Payments.AspNetCore";

    [Fact]
    public async Task Listener_of_metrics_that_throws_changes_no_decision()
    {
        await using GateApp app = await StartAsync();

        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == Source && ReferenceEquals(instrument.Meter.Scope, app.Services.GetService<IMeterFactory>()))
                    self.EnableMeasurementEvents(instrument);
            },
        };

        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => throw new InvalidOperationException());
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => throw new InvalidOperationException());
        listener.Start();

        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)));
        Assert.Equal(401, await StatusAsync(app, "garbage"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Listener_of_activities_that_throws_changes_no_decision(bool isSampler)
    {
        await using GateApp app = await StartAsync();
        string token = app.TokenOf(PaymentStatus.Paid);

        using (ActivityListener listener = new())
        {
            // Other tests run at the same time.
            using Activity own = new Activity("test").Start();
            ActivityTraceId trace = own.TraceId;

            listener.ShouldListenTo = static source => source.Name == Source;
            listener.Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.TraceId != trace ? ActivitySamplingResult.None : isSampler ? throw new InvalidOperationException() : ActivitySamplingResult.AllData;
            listener.ActivityStarted = activity =>
            {
                if (activity.TraceId == trace)
                    throw new InvalidOperationException();
            };
            ActivitySource.AddActivityListener(listener);

            Assert.True((await app.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(new PluginPaymentToken(token))).IsGranted);
        }
    }

    [Fact]
    public async Task Function_that_changes_problem_details_and_throws_does_not_replace_the_refusal()
    {
        await using GateApp app = await StartAsync(static services => services.AddProblemDetails(static options => options.CustomizeProblemDetails = static context =>
        {
            context.ProblemDetails.Title = null;
            throw new InvalidOperationException();
        }));

        using HttpResponseMessage response = await app.GetAsync("/paid", "garbage");
        Assert.Equal(401, (int)response.StatusCode);
        Problem problem = await Problem.ReadAsync(response);
        Assert.Equal("urn:figma-payments:token-invalid", problem.Type);
        Assert.Equal("The payment token is invalid or expired.", problem.Title);
    }

    [Fact]
    public async Task Logger_that_throws_changes_no_decision()
    {
        await using GateApp app = await StartAsync(static services => services.AddSingleton<ILoggerProvider, BrokenLogger>());
        Assert.Equal(401, await StatusAsync(app, "garbage"));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)));
        app.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromSeconds(1)));
        Assert.Equal(503, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)));
    }

    private static Task<GateApp> StartAsync(Action<IServiceCollection>? services = null) => GateApp.StartAsync(
        static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
        options => options.Services = collection => services?.Invoke(collection));

    private static async Task<int> StatusAsync(GateApp app, string token)
    {
        using HttpResponseMessage response = await app.GetAsync("/paid", token);
        return (int)response.StatusCode;
    }

    private sealed class BrokenLogger : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName == Source ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => throw new InvalidOperationException();

        public void Dispose()
        {
        }
    }
}
