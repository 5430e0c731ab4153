using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace Figma.Payments.Tests.Telemetry;

/// <summary>Exports telemetry with OpenTelemetry, which needs only the names of the activity source and the meter.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task Requests_are_exported_as_client_spans_and_one_histogram()
    {
        List<Activity> spans = [];
        List<MetricSnapshot> metrics = [];
        using TracerProvider tracing = Sdk.CreateTracerProviderBuilder().AddSource("Figma.Payments").AddInMemoryExporter(spans).Build();
        using MeterProvider metering = Sdk.CreateMeterProviderBuilder().AddMeter("Figma.Payments").AddInMemoryExporter(metrics).Build();

        foreach ((string body, HttpStatusCode status) in new[]
        {
            (Samples.Paid, HttpStatusCode.OK),
            (Samples.With("PAID", "UNPAID"), HttpStatusCode.OK),
            (Samples.With("PAID", Samples.AccessToken), HttpStatusCode.OK),
            ($"{{\"message\":\"{Samples.AccessToken}\"}}", HttpStatusCode.TooManyRequests),
        })
        {
            PaymentsEndpoint endpoint = new CannedHandler(() => Samples.Json(body, status)).ToEndpoint(Samples.Options(new Uri("https://otel.example")));
            await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None);
        }

        tracing.ForceFlush();
        metering.ForceFlush();

        Assert.Equal(["paid", "unpaid", "invalid_response", "rate_limited"], spans.Select(static span => span.GetTagItem("figma.payments.outcome")));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Error], spans.Select(static span => span.Status));
        Assert.All(spans, static span => Assert.Equal((ActivityKind.Client, "GET", "otel.example", 443), (span.Kind, span.GetTagItem("http.request.method"), span.GetTagItem("server.address"), span.GetTagItem("server.port"))));

        MetricSnapshot histogram = Assert.Single(metrics);
        Assert.Equal(("figma.payments.request.duration", "s", MetricType.Histogram), (histogram.Name, histogram.Unit, histogram.MetricType));

        Dictionary<string, Dictionary<string, object?>> points = histogram.MetricPoints.ToDictionary(
            static point => TagsOf(point)["figma.payments.outcome"]!.ToString()!,
            static point => TagsOf(point));

        Assert.Equal(["invalid_response", "paid", "rate_limited", "unpaid"], points.Keys.Order(StringComparer.Ordinal));
        Assert.All(histogram.MetricPoints, static point => Assert.Equal(1, point.GetHistogramCount()));
        Assert.Equal(("429", 429), (points["rate_limited"]["error.type"], points["rate_limited"]["http.response.status_code"]));
        Assert.DoesNotContain("error.type", points["paid"].Keys);

        string exported = string.Join('\n', spans.SelectMany(static span => span.TagObjects).Concat(points.Values.SelectMany(static tags => tags)).Select(static tag => $"{tag.Key}={tag.Value}").Concat(spans.Select(static span => span.DisplayName + span.StatusDescription)));
        Assert.DoesNotContain("MARK", exported, StringComparison.OrdinalIgnoreCase);
    }

    private static Dictionary<string, object?> TagsOf(MetricPoint point)
    {
        Dictionary<string, object?> tags = [];

        foreach (KeyValuePair<string, object?> tag in point.Tags)
            tags[tag.Key] = tag.Value;

        return tags;
    }
}
