using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests;

/// <summary>An application with a gate, in front of a fake of Figma.</summary>
internal sealed class GateApp : IAsyncDisposable
{
    public const string Gate = "glyphs";

    private readonly WebApplication _app;

    private GateApp(WebApplication app, FakeFigmaPayments figma, GateAppOptions options)
    {
        _app = app;
        Figma = figma;
        Logs = options.Logs;
        Http = options.UseKestrel ? new HttpClient { BaseAddress = Address() } : app.GetTestClient();
        Plugin = new PluginId(IGlyphPayments.Id);
    }

    public FakeFigmaPayments Figma { get; }

    public RecordingLogs Logs { get; }

    public HttpClient Http { get; }

    public PluginId Plugin { get; }

    public IServiceProvider Services => _app.Services;

    public int Executions => _app.Services.GetRequiredService<Executions>().Count;

    public static async Task<GateApp> StartAsync(Action<WebApplication> map, Action<GateAppOptions>? configure = null)
    {
        GateAppOptions options = new();
        configure?.Invoke(options);

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(GateApp).Assembly.GetName().Name, EnvironmentName = "Test" });

        if (options.UseKestrel)
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        else
            builder.WebHost.UseTestServer();

        FakeFigmaPayments figma = options.Figma ?? new FakeFigmaPayments(options.Fake);

        if (options.Figma is null)
            figma.AddPlugin(new PluginId(IGlyphPayments.Id));

        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(options.Logs);
        builder.Services.AddRoutingCore();
        builder.Services.AddRouting();
        builder.Services.AddSingleton<Executions>();

        if (options.Time is { } time)
            builder.Services.AddSingleton(time);

        builder.Services.AddSingleton<IGlyphPayments>(_ => new GlyphPaymentsClient(
            new HttpClient(figma.CreateHandler()),
            new PaymentsClientOptions { AccessToken = figma.AccessToken }));

        builder.Services.AddFigmaPaymentsGate(Gate, gate =>
        {
            gate.Resource = new PluginId(IGlyphPayments.Id);
            gate.CheckByToken = static (services, token, cancellation) => services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
            gate.CheckByUser = static (services, user, cancellation) => services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(user, cancellation);
            options.Gate(gate);
        });

        options.Services(builder.Services);

        WebApplication app = builder.Build();
        options.Pipeline(app);
        map(app);

        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new GateApp(app, figma, options);
    }

    /// <summary>Adds a user with a payment status, and returns the text of a payment token.</summary>
    public string TokenOf(PaymentStatus status) => TokenOf(status, out _);

    public string TokenOf(PaymentStatus status, out UserId user)
    {
        user = Figma.AddUser();

        if (status == PaymentStatus.Paid)
            Figma.Pay(user, Plugin);
        else if (status == PaymentStatus.Trial)
            Figma.StartTrial(user, Plugin);

        return Figma.IssuePaymentToken(user, Plugin);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token = null, Action<HttpRequestMessage>? configure = null)
    {
        using HttpRequestMessage request = new(method, path);

        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);

        configure?.Invoke(request);
        return await Http.SendAsync(request);
    }

    public HttpMessageHandler CreateHandler() => ((TestServer)_app.Services.GetRequiredService<IServer>()).CreateHandler();

    public Uri Address() => new(Assert.Single(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

internal sealed class GateAppOptions
{
    public bool UseKestrel { get; set; }

    public TimeProvider? Time { get; set; }

    public FakeFigmaPayments? Figma { get; set; }

    public FakeFigmaPaymentsOptions Fake { get; } = new();

    public RecordingLogs Logs { get; } = new();

    public Action<FigmaPaymentsGateOptions> Gate { get; set; } = static _ => { };

    public Action<IServiceCollection> Services { get; set; } = static _ => { };

    public Action<WebApplication> Pipeline { get; set; } = static app => app.UseFigmaPayments();
}

/// <summary>Records all log messages.</summary>
internal sealed class RecordingLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<LogRecord> _records = new();

    public LogRecord[] Records => [.. _records];

    public LogRecord[] OfGate => [.. System.Linq.Enumerable.Where(_records, static record => record.Category == "Figma.Payments.AspNetCore")];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _records);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogRecord> records) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            records.Enqueue(new LogRecord(category, logLevel, eventId, formatter(state, exception), exception));
    }
}

internal sealed record LogRecord(string Category, LogLevel Level, EventId Event, string Message, Exception? Exception);
