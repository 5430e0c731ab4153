using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Figma.Payments.Telemetry;
using Xunit;

namespace Figma.Payments.Tests.Telemetry;

/// <remarks>The tests that listen form one collection, because listeners observe all endpoints of the process. Each test uses its own host name.</remarks>
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Successful_request_records_an_activity_and_a_measurement()
    {
        using TelemetryRecorder recorder = new("a.example");

        await SendAsync("a.example", () => Samples.Json(Samples.Paid));

        Activity activity = Assert.Single(recorder.Activities);
        Assert.Equal(("GET /v1/payments", ActivityKind.Client, ActivityStatusCode.Unset), (activity.DisplayName, activity.Kind, activity.Status));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["server.address"] = "a.example",
                ["server.port"] = 443,
                ["url.template"] = "/v1/payments",
                ["http.response.status_code"] = 200,
                ["figma.payments.outcome"] = "paid",
            },
            activity.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value));

        (double seconds, Dictionary<string, object?> tags) = Assert.Single(recorder.Measurements);
        Assert.InRange(seconds, 0, 60);
        Assert.Equal(activity.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value), tags);
    }

    [Theory]
    [InlineData(429, "429", "rate_limited")]
    [InlineData(403, "403", "unauthorized")]
    [InlineData(503, "503", "unavailable")]
    [InlineData(200, "response_mismatch", "response_mismatch")]
    [InlineData(302, "invalid_response", "invalid_response")]
    public async Task Failed_request_records_an_error(int status, string type, string outcome)
    {
        using TelemetryRecorder recorder = new("b.example");

        await SendAsync("b.example", () => Samples.Json(Samples.With("893760322388183958", "1"), (HttpStatusCode)status));

        Activity activity = Assert.Single(recorder.Activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal((type, outcome, status), (activity.GetTagItem("error.type"), activity.GetTagItem("figma.payments.outcome"), activity.GetTagItem("http.response.status_code")));

        Dictionary<string, object?> tags = Assert.Single(recorder.Measurements).Tags;
        Assert.Equal((type, outcome, status), (tags["error.type"], tags["figma.payments.outcome"], tags["http.response.status_code"]));
    }

    [Fact]
    public async Task Canceled_request_and_failed_connection_record_errors_without_a_status_code()
    {
        using TelemetryRecorder recorder = new("c.example");
        using CancellationTokenSource caller = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CreateEndpoint("c.example", async (_, cancellationToken) =>
        {
            await caller.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return Samples.Json(Samples.Paid);
        }).GetResultAsync(Samples.IdRequest, caller.Token));
        await CreateEndpoint("c.example", (_, _) => throw new HttpRequestException("MARK")).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(["canceled", "unavailable"], recorder.Activities.Select(activity => activity.GetTagItem("error.type")));
        Assert.All(recorder.Activities, activity => Assert.Null(activity.GetTagItem("http.response.status_code")));
        Assert.All(recorder.Measurements, measurement => Assert.False(measurement.Tags.ContainsKey("http.response.status_code")));
    }

    [Fact]
    public async Task Request_that_is_not_sent_is_not_recorded()
    {
        using TelemetryRecorder recorder = new("d.example");

        await CreateEndpoint("d.example", (_, _) => throw new InvalidOperationException()).GetResultAsync(default, CancellationToken.None);

        Assert.Empty(recorder.Activities);
        Assert.Empty(recorder.Measurements);
    }

    [Fact]
    public async Task Activity_is_current_in_the_handler_and_ends_with_the_request()
    {
        using TelemetryRecorder recorder = new("e.example");
        Activity? seen = null;
        Activity? before = Activity.Current;

        await CreateEndpoint("e.example", (_, _) =>
        {
            seen = Activity.Current;
            return Task.FromResult(Samples.Json(Samples.Paid));
        }).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Same(Assert.Single(recorder.Activities), seen);
        Assert.Same(before, Activity.Current);
    }

    [Theory]
    [InlineData("Sample")]
    [InlineData("ActivityStarted")]
    [InlineData("ActivityStopped")]
    [InlineData("Measurement")]
    public async Task Listener_that_throws_does_not_replace_the_outcome(string failing)
    {
        Activity? before = Activity.Current;
        int thrown = 0;
        using ActivityListener activities = new()
        {
            ShouldListenTo = static source => source.Name == PaymentsTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => Throw("Sample") ? default : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = _ => Throw("ActivityStarted"),
            ActivityStopped = _ => Throw("ActivityStopped"),
        };
        ActivitySource.AddActivityListener(activities);
        using MeterListener measurements = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == PaymentsTelemetry.Name)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        measurements.SetMeasurementEventCallback<double>((_, _, _, _) => Throw("Measurement"));
        measurements.Start();
        using CancellationTokenSource caller = new();

        Activity? seen = null;

        Assert.True((await SendAsync("g.example", () =>
        {
            seen = Activity.Current;
            return Samples.Json(Samples.Paid);
        })).IsPaid);
        Assert.Equal(PaymentsErrorKind.Unauthorized, (await SendAsync("g.example", static () => Samples.Json("{}", HttpStatusCode.Forbidden))).Error?.Kind);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CreateEndpoint("g.example", async (_, cancellationToken) =>
        {
            await caller.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return Samples.Json(Samples.Paid);
        }).GetResultAsync(Samples.IdRequest, caller.Token));

        Assert.Equal(3, thrown);
        Assert.Same(before, Activity.Current);

        // An activity whose start failed is never stopped, so it must not be current in the handler.
        Assert.Equal(failing is "Sample" or "ActivityStarted", seen == before);

        bool Throw(string callback)
        {
            if (callback != failing)
                return false;

            thrown++;
            throw new InvalidOperationException("The listener fails.");
        }
    }

#if !LIBRARY_NETSTANDARD2_0
    [Fact]
    public void Telemetry_without_listeners_does_not_allocate()
    {
        PaymentsTelemetry telemetry = new(new Uri("https://f.example"));
        PaymentsError error = new(PaymentsErrorKind.Unavailable, "Gone.");
        Record();

        long before = GC.GetAllocatedBytesForCurrentThread();
        Record();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);

        void Record()
        {
            PaymentsTelemetry.Operation operation = telemetry.Start();
            operation.Succeeded(PaymentStatus.Paid);
            operation.Failed(error);
            operation.Canceled();
            Assert.Null(operation.Activity);
        }
    }

    [Fact]
    public async Task Framework_records_no_activity_with_the_URI()
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid));
        List<Activity> activities = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net.Http", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (activities)
                    activities.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.TokenRequest, CancellationToken.None);

        Assert.DoesNotContain(activities, activity => activity.TagObjects.Any(tag => tag.Key.StartsWith("url.", StringComparison.Ordinal)));
        Assert.DoesNotContain("traceparent", Assert.Single(server.Heads), StringComparison.OrdinalIgnoreCase);
    }
#endif

    private static Task<PaymentsResult> SendAsync(string host, Func<HttpResponseMessage> response) =>
        CreateEndpoint(host, (_, _) => Task.FromResult(response())).GetResultAsync(Samples.IdRequest, CancellationToken.None);

    private static PaymentsEndpoint CreateEndpoint(string host, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> respond) =>
        new CannedHandler(respond).ToEndpoint(Samples.Options(new Uri("https://" + host)));
}
