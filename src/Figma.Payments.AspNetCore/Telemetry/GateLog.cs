using Microsoft.Extensions.Logging;

namespace Figma.Payments.AspNetCore.Telemetry;

/// <summary>Contains the log messages. None of them contains a token, an address, a user ID or the message of an exception of other code.</summary>
internal static partial class GateLog
{
    [LoggerMessage(1, LogLevel.Error, "Gate '{Gate}': the client threw {ExceptionType} ({ErrorCode}). {Consequence}")]
    public static partial void ClientFailed(this ILogger logger, string gate, string? exceptionType, string errorCode, string consequence);

    [LoggerMessage(2, LogLevel.Error, "Gate '{Gate}': the client returned null. Access was denied.")]
    public static partial void ClientReturnedNothing(this ILogger logger, string gate);

    [LoggerMessage(3, LogLevel.Warning, "Gate '{Gate}': a request to Figma failed: {Kind} ({Response}). {Description}")]
    public static partial void RequestFailed(this ILogger logger, string gate, PaymentsErrorKind kind, string response, string description);

    [LoggerMessage(4, LogLevel.Warning, "Security: gate '{Gate}' got a payment token or a response of another resource. If all callers are refused, the ID in the attribute of the client's interface is probably wrong, or the endpoint has the gates of two plugins.")]
    public static partial void ResourceMismatch(this ILogger logger, string gate);

    [LoggerMessage(5, LogLevel.Warning, "Security: gate '{Gate}' got a payment token or a response of another user than the signed-in one, and refused the caller. If this happens to many users, UserIdClaim probably doesn't contain their Figma user ID (user_id_string), or a decorator of the client mixes up responses.")]
    public static partial void UserMismatch(this ILogger logger, string gate);

    [LoggerMessage(6, LogLevel.Error, "Gate '{Gate}': reading the payment token or the signed-in user failed with {ExceptionType}. Access was denied.")]
    public static partial void CallerUnreadable(this ILogger logger, string gate, string? exceptionType);

    [LoggerMessage(7, LogLevel.Warning, "Gate '{Gate}': a refusal could not be written, because the response had already started. The connection was aborted.")]
    public static partial void RefusalTooLate(this ILogger logger, string gate);

    [LoggerMessage(8, LogLevel.Warning, "An entry of the cache has no valid signature and was ignored. Machines with different cache secrets share a cache, or somebody else writes to it.")]
    public static partial void EntryNotSigned(this ILogger logger);

    [LoggerMessage(9, LogLevel.Warning, "The cache failed with {ExceptionType}. The distributed cache isn't used for a few seconds.")]
    public static partial void CacheFailed(this ILogger logger, string? exceptionType);

    [LoggerMessage(10, LogLevel.Warning, "Gate '{Gate}': CacheSecret isn't set, so the distributed cache isn't used.")]
    public static partial void NoCacheSecret(this ILogger logger, string gate);

    [LoggerMessage(11, LogLevel.Error, "Gate '{Gate}': a check failed with {ExceptionType}. Access was denied.")]
    public static partial void CheckFailed(this ILogger logger, string gate, string? exceptionType);

    [LoggerMessage(12, LogLevel.Warning, "Figma limits the {Lane} requests. None is sent for {Seconds} s.")]
    public static partial void CoolDownStarted(this ILogger logger, string lane, long seconds);

    [LoggerMessage(13, LogLevel.Warning, "Gate '{Gate}': the budget of {Lane} requests, or the half of it that isn't reserved for known callers, is used up for {Seconds} s. Callers whose payment information isn't cached get status 503. {Option} limits the requests in a minute. This is logged once in a minute.")]
    public static partial void BudgetEmpty(this ILogger logger, string gate, string lane, long seconds, string option);

    [LoggerMessage(14, LogLevel.Error, "Figma rejects the personal access token of the budget '{Budget}'. It might have expired. No requests are sent for a minute.")]
    public static partial void CredentialRejected(this ILogger logger, string budget);

    [LoggerMessage(15, LogLevel.Information, "Figma accepts the personal access token of the budget '{Budget}' again.")]
    public static partial void CredentialAccepted(this ILogger logger, string budget);

    [LoggerMessage(16, LogLevel.Information, "Figma rejected several payment tokens in a row. An ID request finds out whether the personal access token of the budget '{Budget}' is the cause.")]
    public static partial void ProbeSent(this ILogger logger, string budget);

    [LoggerMessage(17, LogLevel.Warning, "The shared limiter of {Lane} requests failed with {ExceptionType}. The share of this machine applies.")]
    public static partial void SharedLimiterFailed(this ILogger logger, string lane, string? exceptionType);

    [LoggerMessage(18, LogLevel.Warning, "Gate '{Gate}': the signed-in user has several Figma user IDs, or one that isn't valid. Access was denied.")]
    public static partial void AmbiguousUser(this ILogger logger, string gate);

    [LoggerMessage(19, LogLevel.Warning, "Gate '{Gate}': the application runs behind a proxy, but doesn't use its X-Forwarded-For header, so all callers share one limit. Call UseForwardedHeaders with ForwardedHeaders.XForwardedFor and KnownProxies before UseFigmaPayments.")]
    public static partial void ForwardedHeadersIgnored(this ILogger logger, string gate);

    [LoggerMessage(20, LogLevel.Warning, "Gate '{Gate}': a refusal was written before CORS was applied, so authorization runs before UseFigmaPayments. Don't call UseAuthorization; UseFigmaPayments does.")]
    public static partial void WrongOrder(this ILogger logger, string gate);

    [LoggerMessage(21, LogLevel.Warning, "Gate '{Gate}': the distributed lock failed with {ExceptionType}. The request is sent without it.")]
    public static partial void LockFailed(this ILogger logger, string gate, string? exceptionType);

    [LoggerMessage(22, LogLevel.Warning, "Figma rejected several payment tokens in a row, and no ID request can find out whether the personal access token of the budget '{Budget}' is the cause, so most callers with rejected tokens get status 503 until a user is admitted. {Advice}")]
    public static partial void ProbeImpossible(this ILogger logger, string budget, string advice);

    [LoggerMessage(23, LogLevel.Warning, "Gate '{Gate}': it reads payment tokens from the Authorization header, and the authentication scheme '{Scheme}' might read its own tokens from it, which would be sent to Figma. Set UserScheme and UserIdClaim, so that the payment token travels in X-Figma-Payment-Token, or set ReadToken.")]
    public static partial void OtherBearerScheme(this ILogger logger, string gate, string scheme);

    [LoggerMessage(24, LogLevel.Warning, "The endpoint '{Endpoint}' requires the gates '{Gate}' and '{OtherGate}' of different resources, which read the same payment token, so that no caller is admitted. Let one of them read another header with ReadToken, or set UserScheme and UserIdClaim for both.")]
    public static partial void SameToken(this ILogger logger, string? endpoint, string gate, string otherGate);

    [LoggerMessage(25, LogLevel.Warning, "Figma rejected a payment token, and has accepted no request with the personal access token of the budget '{Budget}' since the application started. If valid payment tokens are rejected too, the personal access token is wrong or has expired. {Advice}")]
    public static partial void AccessTokenNotProven(this ILogger logger, string budget, string advice);

    [LoggerMessage(26, LogLevel.Warning, "Gate '{Gate}': it has a shared rate limiter, but Instances is 1. If several machines share the limiter, set Instances to their number; otherwise each of them lets strangers use a half of it, and nothing remains for known callers.")]
    public static partial void LimiterWithoutInstances(this ILogger logger, string gate);

    [LoggerMessage(27, LogLevel.Error, "Gate '{Gate}': Figma rejects an ID request about its resource. Either the personal access token of the budget '{Budget}' is invalid or expired, or the plugin or widget of the gate belongs to another account. The gate sends no requests for a minute.")]
    public static partial void ResourceRejected(this ILogger logger, string gate, string budget);

    [LoggerMessage(28, LogLevel.Warning, "The distributed cache isn't used, because creating it at start, outside of a request, failed with {ExceptionType}. Perhaps it is registered as a scoped service, or its server is down. The gates keep their entries in memory, and try again once in a minute.")]
    public static partial void DistributedCacheNotCreated(this ILogger logger, string? exceptionType);

    [LoggerMessage(29, LogLevel.Warning, "Gate '{Gate}': {Option} is {Requests} for {Instances} machines, but each machine sends {MinRequests} requests in a minute at least, so that all of them can send {Total}. Increase {Option}, or set {Limiter} to a limiter that all machines share.")]
    public static partial void MoreMachinesThanRequests(this ILogger logger, string gate, string option, int requests, int instances, int minRequests, int total, string limiter);

    [LoggerMessage(30, LogLevel.Warning, "Gate '{Gate}': {Option} is {Requests}, but Figma accepts at most {MaxRequests} {Lane} requests in a minute, so that it limits the requests and callers get status 503. Decrease {Option}.")]
    public static partial void BudgetAboveLimit(this ILogger logger, string gate, string option, int requests, int maxRequests, string lane);

    [LoggerMessage(31, LogLevel.Information, "Gate '{Gate}': a request without a signed-in Figma user has no X-Figma-Payment-Token header, but a bearer token in its Authorization header. If that is a payment token, send it in X-Figma-Payment-Token: with UserScheme, the gate doesn't read Authorization, which can contain a token of your own scheme. This is logged once.")]
    public static partial void TokenInOtherHeader(this ILogger logger, string gate);

    [LoggerMessage(32, LogLevel.Error, "Gate '{Gate}': disposing the services that a request to Figma used failed with {ExceptionType}. The response was used.")]
    public static partial void ScopeNotDisposed(this ILogger logger, string gate, string? exceptionType);
}
