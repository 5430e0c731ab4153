using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Figma.Payments.Telemetry;

/// <summary>
/// Provides the activity source and the meter <c>Figma.Payments</c>, with the names of OpenTelemetry's HTTP semantic conventions.
/// </summary>
/// <remarks>Tags contain no query and no ID, because the query can contain a payment token. Nothing is allocated if there are no listeners.</remarks>
internal sealed class PaymentsTelemetry
{
    public const string Name = "Figma.Payments";
    public const string OutcomeTag = "figma.payments.outcome";

    // System.Net.Http has an instrument named http.client.request.duration. With that name, dashboards that add up all meters would count each request twice.
    public const string DurationName = "figma.payments.request.duration";

    private const string UrlTemplate = "/v1/payments";
    private const string ActivityName = "GET " + UrlTemplate;

    private static readonly ActivitySource Source = new(Name, Product.Version);
    private static readonly Meter Meter = new(Name, Product.Version);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(DurationName, "s", "Duration of requests to Figma's Payments API.");

    private readonly string _host;
    private readonly object _port;

    public PaymentsTelemetry(Uri baseAddress)
    {
        _host = baseAddress.IdnHost;
        _port = baseAddress.Port;
    }

    /// <summary>Starts to record a request. Returns <c>default</c> if there are no listeners.</summary>
    public Operation Start() => Source.HasListeners() || Duration.Enabled ? StartOperation() : default;

    // The callbacks of listeners run inside these methods. Their exceptions must not replace the outcome of the request.
    [SuppressMessage("Design", "CA1031", Justification = "A listener can throw any exception.")]
    private Operation StartOperation()
    {
        Activity? parent = Activity.Current;

        try
        {
            Activity? activity = Source.StartActivity(ActivityName, ActivityKind.Client);

            activity?
                .SetTag("http.request.method", "GET")
                .SetTag("server.address", _host)
                .SetTag("server.port", _port)
                .SetTag("url.template", UrlTemplate);

            return new Operation(this, activity);
        }
        catch (Exception)
        {
            Activity.Current = parent;
            return new Operation(this, activity: null);
        }
    }

    private static string GetOutcome(PaymentStatus status) => status switch
    {
        PaymentStatus.Paid => "paid",
        PaymentStatus.Unpaid => "unpaid",
        PaymentStatus.Trial => "trial",
        _ => "unknown",
    };

    private static string GetOutcome(PaymentsErrorKind kind) => kind switch
    {
        PaymentsErrorKind.InvalidRequest => "invalid_request",
        PaymentsErrorKind.Unauthorized => "unauthorized",
        PaymentsErrorKind.CredentialRejected => "credential_rejected",
        PaymentsErrorKind.NotFound => "not_found",
        PaymentsErrorKind.RateLimited => "rate_limited",
        PaymentsErrorKind.Unavailable => "unavailable",
        PaymentsErrorKind.ResponseMismatch => "response_mismatch",
        _ => "invalid_response",
    };

    /// <summary>Represents a request that is being recorded.</summary>
    internal readonly struct Operation
    {
        private readonly PaymentsTelemetry? _telemetry;
        private readonly Activity? _activity;
        private readonly long _start;

        public Operation(PaymentsTelemetry telemetry, Activity? activity)
        {
            _telemetry = telemetry;
            _activity = activity;
            _start = Stopwatch.GetTimestamp();
        }

        /// <summary>Records that the request succeeded.</summary>
        public void Succeeded(PaymentStatus status) => _telemetry?.Stop(this, 200, GetOutcome(status), error: null);

        /// <summary>Records that the request failed.</summary>
        public void Failed(PaymentsError error)
        {
            if (_telemetry is null)
                return;

            string outcome = GetOutcome(error.Kind);
            int? status = (int?)error.StatusCode;

            _telemetry.Stop(this, status, outcome, status >= 400 ? status.GetValueOrDefault().ToString(CultureInfo.InvariantCulture) : outcome);
        }

        /// <summary>Records that the caller canceled the request.</summary>
        public void Canceled() => _telemetry?.Stop(this, status: null, "canceled", "canceled");

        public Activity? Activity => _activity;

        public double Seconds => (Stopwatch.GetTimestamp() - _start) / (double)Stopwatch.Frequency;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A listener can throw any exception.")]
    private void Stop(in Operation operation, int? status, string outcome, string? error)
    {
        double seconds = operation.Seconds;

        try
        {
            StopActivity(operation.Activity, status, outcome, error);
        }
        catch (Exception)
        {
        }

        try
        {
            RecordDuration(seconds, status, outcome, error);
        }
        catch (Exception)
        {
        }
    }

    private static void StopActivity(Activity? activity, object? code, string outcome, string? error)
    {
        if (activity is not null)
        {
            activity.SetTag("http.response.status_code", code).SetTag("error.type", error).SetTag(OutcomeTag, outcome);

            if (error is not null)
                activity.SetStatus(ActivityStatusCode.Error, outcome);

            activity.Dispose();
        }
    }

    private void RecordDuration(double seconds, object? code, string outcome, string? error)
    {
        if (!Duration.Enabled)
            return;

        TagList tags = default;
        Add("http.request.method", "GET");
        Add("server.address", _host);
        Add("server.port", _port);
        Add("url.template", UrlTemplate);
        Add(OutcomeTag, outcome);
        Add("http.response.status_code", code);
        Add("error.type", error);

        Duration.Record(seconds, tags);

        void Add(string name, object? value)
        {
            if (value is not null)
                tags.Add(name, value);
        }
    }
}
