using System;
using System.Globalization;
using System.Net;
using System.Text;
using Figma.Payments.Http;

namespace Figma.Payments;

/// <summary>
/// What kept Figma's Payments API from answering. It holds no address, no header, no token and no live request.
/// </summary>
public sealed class PaymentsError : IPaymentsOutcome
{
    private const int NoStatus = int.MinValue;

    private readonly int _status = NoStatus;
    private RateLimit? _limit;
    private PaymentsResult? _result;

    /// <summary>Makes an error, as a test of your own code does.</summary>
    /// <param name="kind">What kind of error it is.</param>
    /// <param name="description">What happened and what to do about it, for a developer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="description"/> is null.</exception>
    public PaymentsError(PaymentsErrorKind kind, string description)
    {
        Kind = kind;
        Description = description ?? throw new ArgumentNullException(nameof(description));
    }

    /// <summary>What kind of error it is.</summary>
    public PaymentsErrorKind Kind { get; }

    /// <summary>What happened and what to do about it, for a developer. It repeats no secret.</summary>
    public string Description { get; }

    /// <summary>The answer's HTTP status code; null where there was no answer.</summary>
    public HttpStatusCode? StatusCode
    {
        get => _status == NoStatus ? null : (HttpStatusCode)_status;
        init => _status = (int?)value ?? NoStatus;
    }

    /// <summary>Figma's own message, cut to 256 characters; null where there was none.</summary>
    public string? FigmaMessage { get; init; }

    /// <summary>
    /// How long Figma wants you to wait, from when its answer came; null where it did not say.
    /// </summary>
    /// <remarks>
    /// Never ask again before; never wait as long as a server says without a bound of your own: values of days were seen.
    /// </remarks>
    public TimeSpan? RetryAfter
    {
        get => _limit?.RetryAfter;
        init => GetLimit(value is not null)?.RetryAfter = value;
    }

    /// <summary>The plan that limits you (<c>X-Figma-Plan-Tier</c>): enterprise, org, pro, starter or student.</summary>
    public string? PlanTier
    {
        get => _limit?.PlanTier;
        init => GetLimit(value is not null)?.PlanTier = value;
    }

    /// <summary>The kind of limit (<c>X-Figma-Rate-Limit-Type</c>): low or high.</summary>
    public string? RateLimitType
    {
        get => _limit?.RateLimitType;
        init => GetLimit(value is not null)?.RateLimitType = value;
    }

    /// <summary>Where Figma sells a higher limit (<c>X-Figma-Upgrade-Link</c>).</summary>
    public string? UpgradeLink
    {
        get => _limit?.UpgradeLink;
        init => GetLimit(value is not null)?.UpgradeLink = value;
    }

    /// <summary>Figma's id of the request (<c>x-figma-rest-api-request-id</c>): worth keeping for its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Whether the same question may be answered later without anything being changed:
    /// rate-limited, not reached, timed out, or failed on Figma's side.
    /// </summary>
    public bool IsTransient => Kind is PaymentsErrorKind.RateLimited or PaymentsErrorKind.Unavailable;

    /// <summary>The error as a result: one for an error that is shared.</summary>
    internal PaymentsResult ToResult() => _result ??= new PaymentsResult(this);

    /// <summary>All of it in one line, for a log. It repeats no secret.</summary>
    public override string ToString()
    {
        StringBuilder text = new StringBuilder(Kind.ToString()).Append(": ").Append(Description);

        if (StatusCode is { } status)
            text.Append(" Status ").Append(((int)status).ToString(CultureInfo.InvariantCulture)).Append('.');

        if (FigmaMessage is not null)
            text.Append(" Figma says: \"").Append(FigmaMessage).Append("\".");

        if (RetryAfter is { } wait)
            text.Append(" Retry after ").Append(wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)).Append(" s.");

        if (RequestId is not null)
            text.Append(" Request ").Append(RequestId).Append('.');

        return text.ToString();
    }

    // Few errors say anything of a limit.
    private RateLimit? GetLimit(bool isSpecified) => !isSpecified ? _limit : _limit ??= new RateLimit();

    /// <summary>What Figma said of the limit that was met.</summary>
    private sealed class RateLimit
    {
        public TimeSpan? RetryAfter { get; set; }

        public string? PlanTier { get; set; }

        public string? RateLimitType { get; set; }

        public string? UpgradeLink { get; set; }
    }
}
