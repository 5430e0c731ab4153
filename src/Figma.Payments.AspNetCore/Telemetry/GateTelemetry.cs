using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Figma.Payments.AspNetCore.Budgets;

namespace Figma.Payments.AspNetCore.Telemetry;

/// <summary>Provides the meter and the activity source <c>Figma.Payments.AspNetCore</c>. Tags contain no ID and no token.</summary>
internal sealed class GateTelemetry : IDisposable
{
    public const string Name = "Figma.Payments.AspNetCore";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter;
    private readonly Counter<long> _decisions;
    private readonly Histogram<double> _duration;

    public GateTelemetry(IMeterFactory? factory, Func<ICollection<Credential>> credentials)
    {
        _meter = factory?.Create(Name) ?? new Meter(Name);
        _decisions = _meter.CreateCounter<long>("figma.payments.gate.decisions", "{decision}", "Number of decisions.");
        _duration = _meter.CreateHistogram<double>("figma.payments.gate.duration", "s", "Duration of decisions.");

        _meter.CreateObservableGauge<double>("figma.payments.gate.budget.available", () => Observe(credentials(), static lane => (double)lane.Available), "{request}", "Number of requests that can be sent now.");
        _meter.CreateObservableGauge<double>("figma.payments.gate.cooldown", () => Observe(credentials(), static lane => lane.CoolDown?.TotalSeconds ?? 0), "s", "Time for which no requests are sent, because Figma limits them.");
    }

    /// <summary>Returns the time at which a decision begins, or 0 if nobody listens.</summary>
    public long Start() => _decisions.Enabled || _duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    [SuppressMessage("Design", "CA1031", Justification = "Listeners can throw any exception.")]
    public void Stop(long start, string gate, FigmaPaymentsDecision decision)
    {
        if (start == 0)
            return;

        KeyValuePair<string, object?> gateTag = new("gate", gate);
        KeyValuePair<string, object?> outcome = new("outcome", GetOutcome(decision));
        KeyValuePair<string, object?> source = new("source", decision.Source);

        try
        {
            _decisions.Add(1, gateTag, outcome, source);
            _duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, gateTag, outcome, source);
        }
        catch (Exception)
        {
            // The decision doesn't depend on who listens to it.
        }
    }

    /// <summary>Starts the activity of a request to Figma. Its parent is the activity of the caller who started it.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Listeners can throw any exception. The request is sent without an activity.")]
    public static Activity? StartRequest(string gate, ActivityContext parent)
    {
        try
        {
            return Source.StartActivity("figma.payments.gate.request", ActivityKind.Internal, parent)?.SetTag("gate", gate);
        }
        catch (Exception)
        {
            return null;
        }
    }

    public void Dispose() => _meter.Dispose();

    private static string GetOutcome(FigmaPaymentsDecision decision) => decision.Payment is { } payment
        ? payment.GrantedBy switch
        {
            FigmaPaymentGrant.Paid => "paid",
            FigmaPaymentGrant.Trial => "trial",
            _ => "allowed_user",
        }
        : decision.Refusal switch
        {
            FigmaPaymentsRefusal.TokenMissing => "token_missing",
            FigmaPaymentsRefusal.TokenInvalid => "token_invalid",
            FigmaPaymentsRefusal.SignInRequired => "sign_in_required",
            FigmaPaymentsRefusal.PaymentRequired => "payment_required",
            FigmaPaymentsRefusal.ResourceMismatch => "resource_mismatch",
            FigmaPaymentsRefusal.UserMismatch => "user_mismatch",
            FigmaPaymentsRefusal.UserNotFound => "user_not_found",
            FigmaPaymentsRefusal.TooManyRequests => "too_many_requests",
            _ => "unavailable",
        };

    private static IEnumerable<Measurement<double>> Observe(ICollection<Credential> credentials, Func<Lane, double> value)
    {
        foreach (Credential credential in credentials)
        {
            foreach (Lane lane in new[] { credential.Token, credential.Id })
                yield return new Measurement<double>(value(lane), new KeyValuePair<string, object?>("budget", credential.Name), new KeyValuePair<string, object?>("lane", lane.Name));
        }
    }
}
