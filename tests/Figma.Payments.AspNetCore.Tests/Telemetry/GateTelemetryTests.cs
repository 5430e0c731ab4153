using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Telemetry;

public sealed class GateTelemetryTests
{
    [Fact]
    public async Task Decisions_are_counted_by_gate_outcome_and_source()
    {
        await using GateApp app = await StartAsync();
        using Recorder recorder = new(app);
        string paid = app.TokenOf(PaymentStatus.Paid);

        await SendAsync(app, paid);
        await SendAsync(app, paid);
        await SendAsync(app, app.TokenOf(PaymentStatus.Unpaid));
        await SendAsync(app, "garbage");
        await SendAsync(app, "garbage");
        await SendAsync(app, null);

        Assert.Equal(
            ["glyphs paid cache", "glyphs paid figma", "glyphs payment_required figma", "glyphs token_invalid cache", "glyphs token_invalid figma", "glyphs token_missing request"],
            recorder.Of("figma.payments.gate.decisions").Order(StringComparer.Ordinal));

        Assert.Equal(6, recorder.Of("figma.payments.gate.duration").Length);
    }

    [Fact]
    public async Task Budgets_and_cool_downs_are_observable()
    {
        await using GateApp app = await StartAsync();
        using Recorder recorder = new(app);
        app.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromMinutes(10)));
        await SendAsync(app, app.TokenOf(PaymentStatus.Paid));
        recorder.Observe();

        Assert.Contains("default token", recorder.Of("figma.payments.gate.budget.available"));
        Assert.Equal(239, recorder.Value("figma.payments.gate.budget.available", "token"));
        Assert.Equal(10, recorder.Value("figma.payments.gate.budget.available", "id"));
        Assert.InRange(recorder.Value("figma.payments.gate.cooldown", "token"), 500, 600);
        Assert.Equal(0, recorder.Value("figma.payments.gate.cooldown", "id"));
    }

    [Fact]
    public async Task Request_to_Figma_is_an_activity_whose_parent_is_the_caller()
    {
        ConcurrentQueue<Activity> stopped = new();
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "Figma.Payments.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };

        ActivitySource.AddActivityListener(listener);
        await using GateApp app = await StartAsync();
        using Activity parent = new Activity("parent").Start();
        await app.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(new PluginPaymentToken(app.TokenOf(PaymentStatus.Paid)));

        Activity activity = Assert.Single(stopped, one => one.TraceId == parent.TraceId);
        Assert.Equal("figma.payments.gate.request", activity.OperationName);
        Assert.Equal(parent.SpanId, activity.ParentSpanId);
        Assert.Equal("glyphs", activity.GetTagItem("gate"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Listener_that_throws_does_not_use_up_the_requests_of_a_caller(bool throwsAtStart)
    {
        // The listener gets the activities of all tests.
        ActivityTraceId trace = ActivityTraceId.CreateRandom();
        int thrown = 0;

        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "Figma.Payments.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => Throw(activity, throwsAtStart),
            ActivityStopped = activity => Throw(activity, !throwsAtStart),
        };

        ActivitySource.AddActivityListener(listener);
        await using GateApp app = await StartAsync();

        for (int i = 0; i < 16; i++)
            Assert.Equal(200, await SendInTraceAsync());

        async Task<int> SendInTraceAsync()
        {
            string parent = $"00-{trace}-{ActivitySpanId.CreateRandom()}-01";
            using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", app.TokenOf(PaymentStatus.Paid), request => request.Headers.Add("traceparent", parent));
            return (int)response.StatusCode;
        }

        void Throw(Activity activity, bool throws)
        {
            if (throws && activity.TraceId == trace && thrown++ < 8)
                throw new InvalidOperationException("The listener failed.");
        }
    }

    /// <summary>The tokens and the access token of this test appear nowhere but in requests.</summary>
    [Fact]
    public async Task Secrets_are_neither_logged_nor_recorded_nor_returned()
    {
        ConcurrentQueue<string> recorded = new();
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name.StartsWith("Figma", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => recorded.Enqueue(activity.DisplayName + string.Join(' ', activity.TagObjects)),
        };

        ActivitySource.AddActivityListener(listener);
        await using GateApp app = await StartAsync();
        using Recorder recorder = new(app);
        string[] tokens = [app.TokenOf(PaymentStatus.Paid), app.TokenOf(PaymentStatus.Unpaid), "canary-garbage-0123456789", "figd_canary-0123456789", app.Figma.IssuePaymentToken(app.Figma.AddUser(), app.Figma.AddPlugin())];

        foreach (string token in tokens)
            recorded.Enqueue(await SendAsync(app, token));

        app.Figma.Faults.Enqueue(FakeFault.Status(500, "canary " + tokens[0]), count: 3);
        recorded.Enqueue(await SendAsync(app, app.TokenOf(PaymentStatus.Paid)));

        string everything = string.Join('\n', recorded.Concat(recorder.All).Concat(app.Logs.Records.Where(static record => !record.Category.StartsWith("Microsoft.", StringComparison.Ordinal)).Select(static record => record.Message + record.Exception)));
        Assert.NotEmpty(app.Logs.OfGate);

        foreach (string secret in (string[])[.. tokens, app.Figma.AccessTokenText])
            Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
    }

    private static Task<GateApp> StartAsync() => GateApp.StartAsync(static app => app.MapGet("/paid", static () => "").RequireFigmaPayments(GateApp.Gate));

    private static async Task<string> SendAsync(GateApp app, string? token)
    {
        using HttpResponseMessage response = await app.GetAsync("/paid", token);
        return response + await response.Content.ReadAsStringAsync();
    }

    private sealed class Recorder : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _measurements = new();

        public Recorder(GateApp app)
        {
            // The factory of the application's services creates the meters, so other tests don't interfere.
            IMeterFactory factory = app.Services.GetRequiredService<IMeterFactory>();
            _ = app.Services.GetRequiredService<IFigmaPaymentsGate>();

            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Figma.Payments.AspNetCore" && ReferenceEquals(instrument.Meter.Scope, factory))
                    listener.EnableMeasurementEvents(instrument);
            };

            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<string> All => _measurements.Select(static measurement => measurement.ToString());

        public string[] Of(string name) => [.. _measurements.Where(one => one.Name == name).Select(static one => one.Tags)];

        public double Value(string name, string lane) => _measurements.Last(one => one.Name == name && one.Tags.EndsWith(" " + lane, StringComparison.Ordinal)).Value;

        public void Observe() => _listener.RecordObservableInstruments();

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            List<string> texts = [];

            foreach (KeyValuePair<string, object?> tag in tags)
                texts.Add($"{tag.Value}");

            _measurements.Enqueue((instrument.Name, value, string.Join(' ', texts)));
        }
    }
}
