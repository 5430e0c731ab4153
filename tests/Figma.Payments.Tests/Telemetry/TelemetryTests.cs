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

/// <remarks>One collection: listeners hear every endpoint of the process. Each test asks a host of its own name.</remarks>
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task An_answer_is_an_activity_and_a_measurement_with_the_conventions_names()
    {
        using Recorder recorder = new("a.example");

        await Ask("a.example", () => Samples.Json(Samples.Paid));

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
    public async Task An_error_is_one_in_the_activity_and_the_measurement(int status, string type, string outcome)
    {
        using Recorder recorder = new("b.example");

        await Ask("b.example", () => Samples.Json(Samples.With("893760322388183958", "1"), (HttpStatusCode)status));

        Activity activity = Assert.Single(recorder.Activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal((type, outcome, status), (activity.GetTagItem("error.type"), activity.GetTagItem("figma.payments.outcome"), activity.GetTagItem("http.response.status_code")));

        Dictionary<string, object?> tags = Assert.Single(recorder.Measurements).Tags;
        Assert.Equal((type, outcome, status), (tags["error.type"], tags["figma.payments.outcome"], tags["http.response.status_code"]));
    }

    [Fact]
    public async Task A_cancellation_and_a_failed_connection_have_no_status_code_and_are_errors()
    {
        using Recorder recorder = new("c.example");
        using CancellationTokenSource caller = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Endpoint("c.example", async (_, cancellationToken) =>
        {
            await caller.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return Samples.Json(Samples.Paid);
        }).GetResultAsync(Samples.ByIds, caller.Token));
        await Endpoint("c.example", (_, _) => throw new HttpRequestException("MARK")).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal(["canceled", "unavailable"], recorder.Activities.Select(activity => activity.GetTagItem("error.type")));
        Assert.All(recorder.Activities, activity => Assert.Null(activity.GetTagItem("http.response.status_code")));
        Assert.All(recorder.Measurements, measurement => Assert.False(measurement.Tags.ContainsKey("http.response.status_code")));
    }

    [Fact]
    public async Task What_is_not_sent_is_no_request_and_is_not_measured()
    {
        using Recorder recorder = new("d.example");

        await Endpoint("d.example", (_, _) => throw new InvalidOperationException()).GetResultAsync(default, CancellationToken.None);

        Assert.Empty(recorder.Activities);
        Assert.Empty(recorder.Measurements);
    }

    [Fact]
    public async Task The_activity_is_the_parent_of_what_the_handler_does_and_ends_with_the_question()
    {
        using Recorder recorder = new("e.example");
        Activity? seen = null;
        Activity? before = Activity.Current;

        await Endpoint("e.example", (_, _) =>
        {
            seen = Activity.Current;
            return Task.FromResult(Samples.Json(Samples.Paid));
        }).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Same(Assert.Single(recorder.Activities), seen);
        Assert.Same(before, Activity.Current);
    }

#if !LIBRARY_NETSTANDARD2_0
    [Fact]
    public void Where_nobody_listens_nothing_is_allocated()
    {
        PaymentsTelemetry telemetry = new(new Uri("https://f.example"));
        PaymentsError error = new(PaymentsErrorKind.Unavailable, "Gone.");
        Watch();

        long before = GC.GetAllocatedBytesForCurrentThread();
        Watch();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);

        void Watch()
        {
            PaymentsTelemetry.Operation operation = telemetry.Start();
            operation.Succeeded(PaymentStatus.Paid);
            operation.Failed(error);
            operation.Canceled();
            Assert.Null(operation.Activity);
        }
    }

    [Fact]
    public async Task A_question_over_the_wire_makes_no_activity_of_the_frameworks_that_would_hold_its_address()
    {
        await using WireServer server = new(WireServer.Answer(Samples.Paid));
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

        await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.ByToken, CancellationToken.None);

        Assert.DoesNotContain(activities, activity => activity.TagObjects.Any(tag => tag.Key.StartsWith("url.", StringComparison.Ordinal)));
        Assert.DoesNotContain("traceparent", Assert.Single(server.Heads), StringComparison.OrdinalIgnoreCase);
    }
#endif

    private static Task<PaymentsResult> Ask(string host, Func<HttpResponseMessage> answer) =>
        Endpoint(host, (_, _) => Task.FromResult(answer())).GetResultAsync(Samples.ByIds, CancellationToken.None);

    private static PaymentsEndpoint Endpoint(string host, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) =>
        new CannedHandler(answer).ToEndpoint(Samples.Options(new Uri("https://" + host)));
}
