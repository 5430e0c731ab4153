using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;

namespace GlyphShop.Operator;

/// <summary>Reads the meter of the gate, as an exporter for production does.</summary>
internal sealed class GateMetrics : IDisposable
{
    private const string Prefix = "figma.payments.gate.";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Outcome, string Source), long> _decisions = new();
    private readonly ConcurrentDictionary<string, double> _budget = new();
    private readonly ConcurrentDictionary<string, double> _coolDown = new();

    public GateMetrics(IMeterFactory meters)
    {
        // The scope of a meter is the application that it belongs to.
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Figma.Payments.AspNetCore" && ReferenceEquals(instrument.Meter.Scope, meters))
                listener.EnableMeasurementEvents(instrument);
        };

        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (instrument.Name == Prefix + "decisions")
                _decisions.AddOrUpdate((Find(tags, "outcome"), Find(tags, "source")), value, (_, sum) => sum + value);
        });

        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (instrument.Name == Prefix + "budget.available")
                _budget[Find(tags, "lane")] = value;
            else if (instrument.Name == Prefix + "cooldown")
                _coolDown[Find(tags, "lane")] = value;
        });

        _listener.Start();
    }

    /// <summary>Gets the current values.</summary>
    public GateState Read()
    {
        _listener.RecordObservableInstruments();

        return new(
            [.. _decisions.Select(static pair => new DecisionCount(pair.Key.Outcome, pair.Key.Source, pair.Value))],
            _budget.GetValueOrDefault("token"),
            _coolDown.GetValueOrDefault("token"));
    }

    public void Dispose() => _listener.Dispose();

    private static string Find(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            if (tag.Key == name)
                return tag.Value as string ?? "";
        }

        return "";
    }
}

/// <summary>The values that the operator's page shows.</summary>
/// <param name="Decisions">The number of decisions.</param>
/// <param name="Budget">The number of token requests that can be sent to Figma now.</param>
/// <param name="CoolDown">The number of seconds for which no token request is sent, because Figma limits them.</param>
internal sealed record GateState(DecisionCount[] Decisions, double Budget, double CoolDown);

/// <summary>The number of decisions with one outcome from one source.</summary>
internal sealed record DecisionCount(string Outcome, string Source, long Count);
