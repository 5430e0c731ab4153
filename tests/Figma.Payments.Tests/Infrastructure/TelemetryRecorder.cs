using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;

namespace Figma.Payments.Tests;

/// <summary>Records the activities and measurements of the library for one host.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly string _host;
    private readonly ActivityListener _listener;
    private readonly MeterListener _meterListener = new();
    private readonly List<Activity> _activities = [];
    private readonly List<(double Seconds, Dictionary<string, object?> Tags)> _measurements = [];

    public TelemetryRecorder(string host)
    {
        _host = host;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Figma.Payments",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(_listener);

        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Figma.Payments" && instrument is { Name: "figma.payments.request.duration", Unit: "s" })
                listener.EnableMeasurementEvents(instrument);
        };
        _meterListener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Record(seconds, tags));
        _meterListener.Start();
    }

    public IReadOnlyList<Activity> Activities
    {
        get
        {
            lock (_activities)
                return [.. _activities];
        }
    }

    public IReadOnlyList<(double Seconds, Dictionary<string, object?> Tags)> Measurements
    {
        get
        {
            lock (_measurements)
                return [.. _measurements];
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meterListener.Dispose();
    }

    private void Record(Activity activity)
    {
        if (!_host.Equals(activity.GetTagItem("server.address")))
            return;

        lock (_activities)
            _activities.Add(activity);
    }

    private void Record(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> named = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);

        if (!_host.Equals(named.GetValueOrDefault("server.address")))
            return;

        lock (_measurements)
            _measurements.Add((seconds, named));
    }
}
