using System;
using System.Collections.Frozen;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore;

/// <summary>An immutable copy of the validated options of a gate.</summary>
internal sealed class GateSettings(FigmaPaymentsGateOptions options)
{
    private readonly FrozenSet<UserId> _allowedUsers = options.AllowedUsers.ToFrozenSet();

    public ResourceId Resource { get; } = options.Resource.GetValueOrDefault();

    public Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>>? CheckByToken { get; } = options.CheckByToken;

    public Func<IServiceProvider, UserId, CancellationToken, Task<PaymentsResult>>? CheckByUser { get; } = options.CheckByUser;

    public Func<HttpContext, ValueTask<string?>>? ReadToken { get; } = options.ReadToken;

    public bool AllowTrial { get; } = options.AllowTrial;

    public TimeSpan PaidFor { get; } = options.PaidFor;

    public TimeSpan TrialFor { get; } = options.TrialFor;

    public TimeSpan UnpaidFor { get; } = options.UnpaidFor;

    public TimeSpan GraceFor { get; } = options.GraceFor;

    public string? CacheScope { get; } = options.CacheScope;

    public string? CacheSecret { get; } = options.CacheSecret;

    public string? UserScheme { get; } = options.UserScheme;

    public string? UserIdClaim { get; } = options.UserIdClaim;

    public bool BindToCaller { get; } = options.BindToCaller;

    public int CallerRefusalsPerMinute { get; } = options.CallerRefusalsPerMinute;

    public int TokenRequestsPerMinute { get; } = options.TokenRequestsPerMinute;

    public int IdRequestsPerMinute { get; } = options.IdRequestsPerMinute;

    public int Instances { get; } = options.Instances;

    public string? BudgetName { get; } = options.BudgetName;

    public Func<IServiceProvider, RateLimiter>? TokenRateLimiter { get; } = options.TokenRateLimiter;

    public Func<IServiceProvider, RateLimiter>? IdRateLimiter { get; } = options.IdRateLimiter;

    public UserId? ProbeUser { get; } = options.ProbeUser;

    /// <summary>Gets the interface of the client that the requests are sent through, or null if only the developer's functions send them.</summary>
    public Type? Client { get; } = options.Client is { } client && client.IsUsedBy(options) ? client.Type : null;

    /// <summary>Returns the option because of which two gates can't share a budget, or null if they can. Two functions can't be compared, so the first one is used.</summary>
    public string? FindBudgetDifference(GateSettings other) =>
        CallerRefusalsPerMinute != other.CallerRefusalsPerMinute ? nameof(CallerRefusalsPerMinute)
        : TokenRequestsPerMinute != other.TokenRequestsPerMinute ? nameof(TokenRequestsPerMinute)
        : IdRequestsPerMinute != other.IdRequestsPerMinute ? nameof(IdRequestsPerMinute)
        : Instances != other.Instances ? nameof(Instances)
        : CacheScope != other.CacheScope ? nameof(CacheScope)
        : CacheSecret != other.CacheSecret ? nameof(CacheSecret)
        : TokenRateLimiter is null != other.TokenRateLimiter is null ? nameof(TokenRateLimiter)
        : IdRateLimiter is null != other.IdRateLimiter is null ? nameof(IdRateLimiter)
        : null;

    /// <summary>Returns the reason for which the gate admits a user, or null if it doesn't.</summary>
    public FigmaPaymentGrant? FindGrant(VerifiedPayment payment) => payment.Status switch
    {
        PaymentStatus.Paid => FigmaPaymentGrant.Paid,
        PaymentStatus.Trial when AllowTrial => FigmaPaymentGrant.Trial,
        _ => _allowedUsers.Contains(payment.UserId) ? FigmaPaymentGrant.AllowedUser : null,
    };
}
