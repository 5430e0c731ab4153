using System;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Serialization;
using Figma.Payments.Http;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>Describes why a request to Figma's Payments API is not valid or failed.</summary>
/// <remarks>An error contains no address, no token and no request object.</remarks>
[JsonConverter(typeof(PaymentsErrorJsonConverter))]
public sealed class PaymentsError : IPaymentsOutcome, IEquatable<PaymentsError>
{
    private const int NoStatus = int.MinValue;

    private readonly int _status = NoStatus;
    private RateLimit? _limit;
    private PaymentsResult? _result;

    /// <summary>Initializes a new instance of the <see cref="PaymentsError"/> class. Use it in tests of your own code.</summary>
    /// <param name="kind">The kind of the error.</param>
    /// <param name="description">A description for developers: what happened and how to fix it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="description"/> is null.</exception>
    public PaymentsError(PaymentsErrorKind kind, string description)
    {
        Kind = kind;
        Description = description ?? throw new ArgumentNullException(nameof(description));
    }

    /// <summary>Gets the kind of the error.</summary>
    public PaymentsErrorKind Kind { get; }

    /// <summary>Gets a description for developers: what happened and how to fix it. It contains no secrets.</summary>
    public string Description { get; }

    /// <summary>Gets the HTTP status code of the response, or null if there was no response.</summary>
    public HttpStatusCode? StatusCode
    {
        get => _status == NoStatus ? null : (HttpStatusCode)_status;
        init => _status = (int?)value ?? NoStatus;
    }

    /// <summary>Gets the message in Figma's response, truncated to 256 characters, or null if there was none.</summary>
    /// <remarks>A message that repeats a secret is replaced.</remarks>
    public string? FigmaMessage { get; init; }

    /// <summary>Gets the time to wait before the next request, counted from when the response arrived, or null if the response didn't specify it (<c>Retry-After</c>).</summary>
    /// <remarks>Don't send another request earlier. Set your own limit for the time that you wait: Figma has sent values of several days.</remarks>
    public TimeSpan? RetryAfter
    {
        get => _limit?.RetryAfter;
        init => GetLimit(value is not null)?.RetryAfter = value;
    }

    /// <summary>Gets the Figma plan whose rate limit applies: enterprise, org, pro, starter or student (<c>X-Figma-Plan-Tier</c>). It is null if the response didn't specify it.</summary>
    public string? PlanTier
    {
        get => _limit?.PlanTier;
        init => GetLimit(value is not null)?.PlanTier = value;
    }

    /// <summary>Gets the type of the rate limit: low or high (<c>X-Figma-Rate-Limit-Type</c>). It is null if the response didn't specify it.</summary>
    public string? RateLimitType
    {
        get => _limit?.RateLimitType;
        init => GetLimit(value is not null)?.RateLimitType = value;
    }

    /// <summary>Gets the address of the page where a plan with a higher rate limit is sold (<c>X-Figma-Upgrade-Link</c>). It is null if the response didn't specify it.</summary>
    public string? UpgradeLink
    {
        get => _limit?.UpgradeLink;
        init => GetLimit(value is not null)?.UpgradeLink = value;
    }

    /// <summary>Gets Figma's ID of the request, which Figma's support can use (<c>x-figma-rest-api-request-id</c>). It is null if the response didn't specify it.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the same request can succeed later: it was rate-limited, it timed out,
    /// Figma could not be reached, or Figma's server failed.
    /// </summary>
    public bool IsTransient => Kind is PaymentsErrorKind.RateLimited or PaymentsErrorKind.Unavailable;

    /// <summary>Returns the error as a result. The result is cached, because errors are shared.</summary>
    internal PaymentsResult ToResult() => _result ??= new PaymentsResult(this);

    /// <summary>Determines whether another object has the same values.</summary>
    /// <param name="other">The object to compare with.</param>
    /// <returns><c>true</c> if all values are equal; otherwise, <c>false</c>.</returns>
    public bool Equals(PaymentsError? other) =>
        other is not null
        && Kind == other.Kind
        && _status == other._status
        && RetryAfter == other.RetryAfter
        && string.Equals(Description, other.Description, StringComparison.Ordinal)
        && string.Equals(FigmaMessage, other.FigmaMessage, StringComparison.Ordinal)
        && string.Equals(PlanTier, other.PlanTier, StringComparison.Ordinal)
        && string.Equals(RateLimitType, other.RateLimitType, StringComparison.Ordinal)
        && string.Equals(UpgradeLink, other.UpgradeLink, StringComparison.Ordinal)
        && string.Equals(RequestId, other.RequestId, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PaymentsError);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Description) * 397) ^ (int)Kind ^ _status);

    /// <summary>Determines whether two objects have the same values.</summary>
    /// <param name="left">The first object.</param>
    /// <param name="right">The second object.</param>
    /// <returns><c>true</c> if both are null or all values are equal; otherwise, <c>false</c>.</returns>
    public static bool operator ==(PaymentsError? left, PaymentsError? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Determines whether two objects have different values.</summary>
    /// <param name="left">The first object.</param>
    /// <param name="right">The second object.</param>
    /// <returns><c>true</c> if a value differs; otherwise, <c>false</c>.</returns>
    public static bool operator !=(PaymentsError? left, PaymentsError? right) => !(left == right);

    /// <summary>Returns a one-line description of the error, which contains no secrets and can be logged.</summary>
    /// <returns>The description.</returns>
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

    // Most errors have none of the four values, so they are stored in an object of their own.
    private RateLimit? GetLimit(bool isSpecified) => !isSpecified ? _limit : _limit ??= new RateLimit();

    /// <summary>Contains the values of a rate limit.</summary>
    private sealed class RateLimit
    {
        public TimeSpan? RetryAfter { get; set; }

        public string? PlanTier { get; set; }

        public string? RateLimitType { get; set; }

        public string? UpgradeLink { get; set; }
    }
}
