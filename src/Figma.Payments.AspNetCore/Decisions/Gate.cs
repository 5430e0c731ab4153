using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authentication;
using Figma.Payments.AspNetCore.Budgets;
using Figma.Payments.AspNetCore.Caching;
using Figma.Payments.AspNetCore.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>
/// Decides whether a caller is admitted. Everything but verified payment information that grants access leads to a refusal.
/// The order of a check: shape of the token, cache, rejected tokens, cool-down, limit of the caller, budget, request.
/// </summary>
internal sealed class Gate : IFigmaPaymentsGate
{
    // A user who comes back from the checkout, perhaps twice.
    private const int ForgottenPerMinute = 2;

    private const int TableSize = 4_096;

    // A payer with stale payment information doesn't send a request for each click while Figma is down.
    private static readonly TimeSpan StaleFor = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan CountedFor = TimeSpan.FromMinutes(1);

    private readonly ClientRequest _request;
    private readonly PaymentKeys _keys;
    private readonly PaymentCache _cache;
    private readonly RefusedTokens _refused;
    private readonly TokenTable<bool> _stale;
    private readonly TokenTable<bool> _counted;
    private readonly GracePeriods _grace;
    private readonly UserCounts _forgotten;
    private readonly RecentUsers _notAdmitted;
    private readonly Flights _flights;
    private readonly RequestLock _lock;
    private readonly GateTelemetry _telemetry;
    private readonly TimeProvider _time;
    private readonly LogInterval _tokenBudgetLog;
    private readonly LogInterval _idBudgetLog;
    private int _hasWarnedAboutProxy;
    private int _hasWarnedAboutOrder;
    private int _hasWarnedAboutHeader;

    public Gate(string name, GateSettings settings, GateDependencies dependencies, SharedCache cache, Credential credential)
    {
        Name = name;
        Settings = settings;
        Logger = dependencies.Logger;
        Credential = credential;
        _telemetry = dependencies.Telemetry;
        _time = dependencies.Time;
        _tokenBudgetLog = new LogInterval(dependencies.Time);
        _idBudgetLog = new LogInterval(dependencies.Time);
        _lock = new RequestLock(name, cache.IsDistributed ? dependencies.Lock : null, dependencies.Time, dependencies.Logger);
        _request = new ClientRequest(name, settings, dependencies.Scopes, dependencies.Time, dependencies.Logger);
        _keys = new PaymentKeys(settings.CacheScope ?? dependencies.DefaultCacheScope, name, settings.Resource);
        _refused = new RefusedTokens(dependencies.Time);
        _stale = new TokenTable<bool>(dependencies.Time, TableSize);
        _counted = new TokenTable<bool>(dependencies.Time, TableSize);
        _forgotten = new UserCounts(ForgottenPerMinute, credential.Hasher, dependencies.Time);
        _flights = new Flights(dependencies.Time);
        _cache = new PaymentCache(cache, settings, dependencies.Time);
        _grace = new GracePeriods(_cache, settings, dependencies.EndedGracePeriods);
        _notAdmitted = new RecentUsers(_cache.MinUnpaidLifetime, dependencies.Time);

        if (settings.CacheSecret is null && dependencies.HasDistributedCache)
            dependencies.Logger.NoCacheSecret(name);
    }

    public string Name { get; }

    public GateSettings Settings { get; }

    public Credential Credential { get; }

    public ILogger Logger { get; }

    public ValueTask<FigmaPaymentsDecision> CheckAsync(PluginPaymentToken token, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();

        if (token == default)
            return ValueTask.FromResult(FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.TokenInvalid));

        return Settings.CheckByToken is null
            ? throw NotConfigured(nameof(FigmaPaymentsGateOptions.CheckByToken))
            : CheckOutsideOfRequestAsync(PaymentSubject.OfToken(token), cancellationToken);
    }

    public ValueTask<FigmaPaymentsDecision> CheckAsync(UserId userId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();

        if (userId == default)
            throw new ArgumentException("The user ID is not initialized.", nameof(userId));

        return Settings.CheckByUser is null
            ? throw NotConfigured(nameof(FigmaPaymentsGateOptions.CheckByUser))
            : CheckOutsideOfRequestAsync(PaymentSubject.OfUser(userId), cancellationToken);
    }

    public async ValueTask ForgetAsync(UserId userId, CancellationToken cancellationToken = default)
    {
        if (userId == default)
            throw new ArgumentException("The user ID is not initialized.", nameof(userId));

        PaymentSubject subject = PaymentSubject.OfUser(userId);
        PaymentKey key = _keys.Create(subject);
        CachedPayment cached = await _cache.ReadAsync(key, subject, isLocal: false, cancellationToken).ConfigureAwait(false);

        bool isRefused = _refused.Find(key) is not null;
        VerifiedPayment? payment = cached.Payment is { Status: not PaymentStatus.Paid } ? cached.Payment : null;

        if ((!isRefused && payment is null) || !_forgotten.TryCount(userId))
            return;

        _refused.Remove(key);

        if (payment is not null)
            await _cache.RemoveAsync(key, subject, payment).ConfigureAwait(false);
    }

    /// <summary>Determines whether a connection that lives longer than a request can still use a decision. A clock that was corrected doesn't extend the time.</summary>
    public bool IsCurrent(FigmaPayment payment, DateTimeOffset now) => now < GetExpiration(payment) && payment.CheckedAt - now <= PaymentCache.MaxClockDifference;

    /// <summary>Gets the end of the time for which a decision is used by a connection that lives longer than a request.</summary>
    public DateTimeOffset GetExpiration(FigmaPayment payment)
    {
        TimeSpan lifetime = _cache.GetLifetime(payment);
        DateTimeOffset end = payment.CheckedAt + lifetime;

        if (!payment.IsStale)
            return end;

        // Figma might respond again soon, so that the payment isn't used longer than a new one.
        DateTimeOffset last = end + Settings.GraceFor;
        return payment.UsedAt is { } usedAt && usedAt + lifetime < last ? usedAt + lifetime : last;
    }

    /// <summary>Decides about the caller of a request.</summary>
    /// <exception cref="OperationCanceledException">The client has disconnected.</exception>
    public ValueTask<FigmaPaymentsDecision> DecideAsync(HttpContext context) =>
        _telemetry.Start() is var start and not 0 ? StopAsync(start, DecideCoreAsync(context)) : DecideCoreAsync(context);

    /// <summary>Logs that authorization runs before UseFigmaPayments.</summary>
    public void WarnAboutOrder()
    {
        if (Interlocked.Exchange(ref _hasWarnedAboutOrder, 1) == 0)
            Logger.WrongOrder(Name);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The application's functions and schemes can throw any exception. Each of them denies access.")]
    private async ValueTask<FigmaPaymentsDecision> DecideCoreAsync(HttpContext context)
    {
        string? text;
        SignedInUser user;

        try
        {
            text = await PaymentTokenText.ReadAsync(context, Settings).ConfigureAwait(false);
            user = await SignedInUser.ReadAsync(context, Settings).ConfigureAwait(false);
        }
        catch (BadHttpRequestException)
        {
            // The body that contains the token isn't valid.
            return FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.TokenMissing);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            Logger.CallerUnreadable(Name, exception.GetType().FullName);
            return FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.Unavailable);
        }

        if (user.IsAmbiguous)
        {
            Logger.AmbiguousUser(Name);
            return FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.UserMismatch);
        }

        if (string.IsNullOrEmpty(text) || Settings.CheckByToken is null)
        {
            return user.Id is { } id && Settings.CheckByUser is not null
                ? await CheckAsync(PaymentSubject.OfUser(id), user.Id, context, context.RequestAborted).ConfigureAwait(false)
                : RefuseWithoutToken(context);
        }

        if (!PluginPaymentToken.TryParse(text, out PluginPaymentToken token))
            return FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.TokenInvalid);

        if (Settings.BindToCaller && user.Id is null)
            return FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.SignInRequired);

        return await CheckAsync(PaymentSubject.OfToken(token), user.Id, context, context.RequestAborted).ConfigureAwait(false);
    }

    private FigmaPaymentsDecision RefuseWithoutToken(HttpContext context)
    {
        // The header is read only to help whoever has just configured the sign-in.
        if (_hasWarnedAboutHeader == 0
            && Settings is { UserScheme: not null, ReadToken: null, CheckByToken: not null }
            && PluginPaymentToken.TryParse(PaymentTokenText.FromAuthorization(context.Request.Headers.Authorization), out _)
            && Interlocked.Exchange(ref _hasWarnedAboutHeader, 1) == 0)
            Logger.TokenInOtherHeader(Name);

        return FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.TokenMissing);
    }

    private ValueTask<FigmaPaymentsDecision> CheckOutsideOfRequestAsync(in PaymentSubject subject, CancellationToken cancellationToken) =>
        StopAsync(_telemetry.Start(), CheckAsync(subject, user: null, request: null, cancellationToken));

    private async ValueTask<FigmaPaymentsDecision> StopAsync(long start, ValueTask<FigmaPaymentsDecision> pending)
    {
        FigmaPaymentsDecision decision = await pending.ConfigureAwait(false);
        _telemetry.Stop(start, Name, decision);
        return decision;
    }

    /// <param name="subject">The subject.</param>
    /// <param name="user">The signed-in user, or null.</param>
    /// <param name="request">The request, or null outside of one. The address of its caller is read only if the payment isn't cached.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    private ValueTask<FigmaPaymentsDecision> CheckAsync(in PaymentSubject subject, UserId? user, HttpContext? request, CancellationToken cancellationToken)
    {
        PaymentKey key = _keys.Create(subject);
        ValueTask<CachedPayment> pending = _cache.ReadAsync(key, subject, isLocal: false, cancellationToken);

        if (!pending.IsCompletedSuccessfully)
            return CheckSlowlyAsync(subject, key, CallerOf(user, request), pending, cancellationToken);

        CachedPayment cached = pending.Result;

        return cached is { IsFresh: true, Payment: { } payment }
            ? ValueTask.FromResult(Decide(payment, user, FigmaPaymentsDecision.SourceCache))
            : CheckSlowlyAsync(subject, key, CallerOf(user, request), new ValueTask<CachedPayment>(cached), cancellationToken);
    }

    private Caller CallerOf(UserId? user, HttpContext? request)
    {
        if (request is null)
            return default;

        IPAddress? address = request.Connection.RemoteIpAddress;
        WarnAboutProxy(request, address);
        return new Caller(user, address, IsRequest: true);
    }

    private async ValueTask<FigmaPaymentsDecision> CheckSlowlyAsync(PaymentSubject subject, PaymentKey key, Caller caller, ValueTask<CachedPayment> pending, CancellationToken cancellationToken)
    {
        CachedPayment cached = await pending.ConfigureAwait(false);

        if (cached is { IsFresh: true, Payment: { } fresh })
            return Decide(fresh, caller.User, FigmaPaymentsDecision.SourceCache);

        if (_refused.Find(key) is { } refusal)
            return FigmaPaymentsDecision.Refuse(refusal, status: null, retryAfter: null, FigmaPaymentsDecision.SourceCache);

        VerifiedPayment? old = await _grace.FindPaymentAsync(key, subject, cached).ConfigureAwait(false);

        if (old is not null && _stale.Find(key) is not null)
            return Decide(old, caller.User, FigmaPaymentsDecision.SourceCache, isStale: true);

        if (!subject.IsToken)
            caller = caller with { HasOldPayment = old is not null };
        else if (caller.IsRequest)
            caller = caller with { TokenUser = Credential.KnownTokens.FindUser(key) ?? (old is not null ? Credential.Hasher.Hash(Caller.NameOf(old.UserId)) : null) };

        CheckOutcome outcome = await RunAsync(subject, key, caller, cancellationToken).ConfigureAwait(false);

        if (outcome.Payment is { } payment)
            return Decide(payment, caller.User, FigmaPaymentsDecision.SourceFigma);

        // The period can have ended while the request was waiting for Figma.
        old = outcome.IsTransient ? await _grace.FindPaymentAsync(key, subject, cached).ConfigureAwait(false) : null;

        if (old is null)
        {
            if (outcome is { IsBudgetEmpty: true, RetryAfter: { } wait })
                WarnAboutBudget(subject, wait);

            return FigmaPaymentsDecision.Refuse(outcome.Refusal, status: null, outcome.RetryAfter, FigmaPaymentsDecision.SourceFigma);
        }

        // It costs nothing to try again when the responses are there.
        if (outcome.Refusal != FigmaPaymentsRefusal.TooManyRequests)
            _stale.Add(key, true, StaleFor);

        return Decide(old, caller.User, FigmaPaymentsDecision.SourceCache, isStale: true);
    }

    private async ValueTask<CheckOutcome> RunAsync(PaymentSubject subject, PaymentKey key, Caller caller, CancellationToken cancellationToken)
    {
        ActivityContext parent = Activity.Current?.Context ?? default;
        FlightResult result = await RunOnceAsync().ConfigureAwait(false);

        // The reserved part of the budget is not available to the caller who started the request, but to this one.
        return result is { IsOwn: false, Outcome.IsBudgetEmpty: true } && Credential.Known.Contains(caller)
            ? (await RunOnceAsync().ConfigureAwait(false)).Outcome
            : result.Outcome;

        ValueTask<FlightResult> RunOnceAsync() => _flights.RunAsync(
            key,
            () => Admit(subject, caller),
            cancellation => RequestAsync(subject, key, caller, parent, cancellation),
            cancellationToken);
    }

    /// <summary>Returns the reason why no request is sent for a caller now, or null.</summary>
    private CheckOutcome? Admit(in PaymentSubject subject, in Caller caller)
    {
        if (Credential.Watch.FindPause(Name) is { } pause)
            return CheckOutcome.Unavailable(pause);

        if (Credential.LaneOf(subject).CoolDown is { } coolDown)
            return CheckOutcome.Unavailable(coolDown, isTransient: true);

        if (!caller.IsRequest)
            return null;

        UInt128 limited = caller.GetLimitKey(Credential.Hasher);

        if (!caller.WasAdmitted && Credential.Failures.FindWait(limited) is { } pauseOfFailures)
            return CheckOutcome.TooManyRequests(pauseOfFailures, isTransient: false);

        return Credential.LimitsOf(subject).TryStart(limited, isKnownNetwork: caller.IsNetwork && Credential.Known.Contains(caller), caller.WasAdmitted) is { } wait
            ? CheckOutcome.TooManyRequests(wait.Time, isTransient: wait.IsForResponses)
            : null;
    }

    /// <summary>Sends a request and stores what it leads to. It runs once for all callers with the same key.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Each exception denies access.")]
    private async Task<CheckOutcome> RequestAsync(PaymentSubject subject, PaymentKey key, Caller caller, ActivityContext parent, CancellationToken cancellationToken)
    {
        CheckOutcome? outcome = null;

        try
        {
            // Its listeners can throw, also when it ends.
            using Activity? activity = GateTelemetry.StartRequest(Name, parent);
            outcome = await RequestCoreAsync(subject, key, caller, cancellationToken).ConfigureAwait(false);
            return outcome;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Logger.CheckFailed(Name, exception.GetType().FullName);
            return outcome ?? CheckOutcome.Unavailable();
        }
        finally
        {
            if (caller.IsRequest)
                Credential.LimitsOf(subject).End(caller.GetLimitKey(Credential.Hasher), caller.WasAdmitted, outcome?.CountsAsRefusal == true);
        }
    }

    private async Task<CheckOutcome> RequestCoreAsync(PaymentSubject subject, PaymentKey key, Caller caller, CancellationToken cancellationToken)
    {
        // Another operation might have ended after the caller had read the cache.
        CachedPayment cached = await _cache.ReadAsync(key, subject, isLocal: true, cancellationToken).ConfigureAwait(false);

        if (cached is { IsFresh: true, Payment: { } fresh })
            return CheckOutcome.Verified(fresh);

        if (_refused.Find(key) is { } refusal)
            return CheckOutcome.Refused(refusal);

        IAsyncDisposable? handle = await _lock.AcquireAsync(key, cancellationToken).ConfigureAwait(false);

        if (handle is null)
            return await SendAsync(subject, key, caller, cancellationToken).ConfigureAwait(false);

        await using (handle.ConfigureAwait(false))
        {
            // Another machine might have sent the request while this one waited for the lock.
            cached = await _cache.ReadSharedAsync(key, subject, cached, cancellationToken).ConfigureAwait(false);

            return cached is { IsFresh: true, Payment: { } shared }
                ? CheckOutcome.Verified(shared)
                : await SendAsync(subject, key, caller, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<CheckOutcome> SendAsync(PaymentSubject subject, PaymentKey key, Caller caller, CancellationToken cancellationToken)
    {
        Lane lane = Credential.LaneOf(subject);

        if (await lane.GetSharedCoolDownAsync().ConfigureAwait(false) is { } coolDown)
            return CheckOutcome.Unavailable(coolDown, isTransient: true);

        if (await lane.TryAcquireAsync(caller, Credential.Known, cancellationToken).ConfigureAwait(false) is { } wait)
            return CheckOutcome.BudgetEmpty(wait);

        ClientResponse response = await _request.SendAsync(subject, cancellationToken).ConfigureAwait(false);

        return response.Outcome.Payment is { } payment
            ? await AcceptAsync(subject, key, caller, payment).ConfigureAwait(false)
            : await RejectAsync(subject, key, caller, lane, response).ConfigureAwait(false);
    }

    private async Task<CheckOutcome> AcceptAsync(PaymentSubject subject, PaymentKey key, Caller caller, VerifiedPayment payment)
    {
        Credential.Watch.Accepted(Name, payment.UserId);
        _grace.Record(payment);
        bool isRepeated;

        // One account can have any number of tokens, and each of them leads to a request.
        if (Settings.FindGrant(payment) is not null)
        {
            isRepeated = !TryCount(key, payment.UserId);

            if (!isRepeated)
            {
                Credential.Known.Add(payment.UserId, caller);

                if (subject.IsToken)
                    Credential.KnownTokens.Add(key, Credential.Hasher.Hash(Caller.NameOf(payment.UserId)), _cache.GetLifetime(payment.Status));
            }
        }
        else
        {
            Credential.KnownTokens.Remove(key);
            isRepeated = !_notAdmitted.TryAdd(_keys.Create(PaymentSubject.OfUser(payment.UserId)));
        }

        if (caller.IsRequest && !isRepeated)
            Credential.Failures.Reset(caller.GetLimitKey(Credential.Hasher));

        await _cache.StoreAsync(key, subject, payment).ConfigureAwait(false);
        return CheckOutcome.Verified(payment, countsAsRefusal: isRepeated);
    }

    /// <summary>Counts the tokens of an admitted user, and returns <c>false</c> if there were too many. A token that is checked several times in a minute counts once.</summary>
    private bool TryCount(PaymentKey key, UserId user)
    {
        if (_counted.Find(key) is not null)
            return true;

        if (!Credential.Admitted.TryCount(user))
            return false;

        _counted.Add(key, true, CountedFor);
        return true;
    }

    private async Task<CheckOutcome> RejectAsync(PaymentSubject subject, PaymentKey key, Caller caller, Lane lane, ClientResponse response)
    {
        switch (response.Error)
        {
            case PaymentsErrorKind.RateLimited:
                await lane.StartCoolDownAsync(response.RetryAfter).ConfigureAwait(false);
                return CheckOutcome.Unavailable(lane.CoolDown ?? response.RetryAfter, isTransient: true);

            case PaymentsErrorKind.CredentialRejected:
                Credential.Watch.Rejected();
                return CheckOutcome.Unavailable(Credential.Watch.FindPause(Name));

            case PaymentsErrorKind.NotFound when !subject.IsToken:
            case PaymentsErrorKind.ResponseMismatch:
                Credential.Watch.Accepted(Name, user: null);
                return await RefuseAsync().ConfigureAwait(false);

            // Figma rejects the payment token or our access token.
            case PaymentsErrorKind.Unauthorized when subject.IsToken:
                if (await Credential.Watch.TokenRejectedAsync(Name, Settings.ProbeUser, Settings.CheckByUser is null ? null : ProbeAsync).ConfigureAwait(false))
                    return await RefuseAsync().ConfigureAwait(false);

                if (Credential.Watch.IsRejectedFor(Name))
                    _refused.Clear();

                return CheckOutcome.Undecided(Credential.Watch.FindPause(Name));

            case PaymentsErrorKind.InvalidRequest or PaymentsErrorKind.NotFound when subject.IsToken:
                return await RefuseAsync().ConfigureAwait(false);

            // Perhaps only this token leads to an error, for example because the address becomes too long. An admitted token doesn't.
            case PaymentsErrorKind.Unavailable:
                if (caller is { IsRequest: true, WasAdmitted: false })
                    Credential.Failures.Count(caller.GetLimitKey(Credential.Hasher));

                return response.Outcome;

            default:
                return caller.WasAdmitted ? response.Outcome : response.Outcome.AsRefusal();
        }

        async ValueTask<CheckOutcome> RefuseAsync()
        {
            _refused.Add(key, response.Outcome.Refusal, subject.IsToken);

            if (subject.IsToken)
                Credential.KnownTokens.Remove(key);

            // Rejected tokens that were never accepted leave no traces, because anyone can send them.
            if (await _cache.RejectAsync(key, subject).ConfigureAwait(false) || caller.WasAdmitted || !subject.IsToken)
                _grace.End(subject, _time.GetUtcNow());

            return response.Outcome;
        }
    }

    private async Task<PaymentsErrorKind?> ProbeAsync(UserId user)
    {
        if (Credential.Id.CoolDown is not null || await Credential.Id.TryAcquireAsync(default, Credential.Known, CancellationToken.None).ConfigureAwait(false) is not null)
            return PaymentsErrorKind.RateLimited;

        Logger.ProbeSent(Credential.Name);
        ClientResponse response = await _request.SendAsync(PaymentSubject.OfUser(user), CancellationToken.None).ConfigureAwait(false);

        if (response.Error == PaymentsErrorKind.RateLimited)
            await Credential.Id.StartCoolDownAsync(response.RetryAfter).ConfigureAwait(false);

        return response.Error;
    }

    private FigmaPaymentsDecision Decide(VerifiedPayment payment, UserId? user, string source, bool isStale = false)
    {
        if (user is { } id && id != payment.UserId)
        {
            Logger.UserMismatch(Name);
            return FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.UserMismatch, status: null, retryAfter: null, source);
        }

        return Settings.FindGrant(payment) is { } grantedBy
            ? FigmaPaymentsDecision.Grant(FigmaPayment.Create(payment, grantedBy, isStale ? FindUse(payment) : null), source)
            : FigmaPaymentsDecision.Refuse(FigmaPaymentsRefusal.PaymentRequired, payment.Status, retryAfter: null, source);
    }

    /// <summary>Returns the time at which a payment is used that is older than <see cref="GateSettings.PaidFor"/>, or null. In the cache, its lifetime can be up to a tenth shorter.</summary>
    private DateTimeOffset? FindUse(VerifiedPayment payment) => _time.GetUtcNow() is var now && now - payment.CheckedAt >= Settings.PaidFor ? now : null;

    private void WarnAboutBudget(in PaymentSubject subject, TimeSpan wait)
    {
        if ((subject.IsToken ? _tokenBudgetLog : _idBudgetLog).TryStart())
            Logger.BudgetEmpty(Name, Credential.LaneOf(subject).Name, (long)Math.Ceiling(wait.TotalSeconds), subject.IsToken ? nameof(Settings.TokenRequestsPerMinute) : nameof(Settings.IdRequestsPerMinute));
    }

    // Without UseForwardedHeaders, all callers behind a proxy have the address of the proxy, and share one limit.
    private void WarnAboutProxy(HttpContext context, IPAddress? address)
    {
        if (_hasWarnedAboutProxy == 0
            && context.Request.Headers.ContainsKey("X-Forwarded-For")
            && !context.Request.Headers.ContainsKey("X-Original-For")
            && (address is null || IsPrivate(address))
            && Interlocked.Exchange(ref _hasWarnedAboutProxy, 1) == 0)
            Logger.ForwardedHeadersIgnored(Name);
    }

    private static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal)
            return true;

        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        byte[] bytes = address.GetAddressBytes();

        return bytes.Length == 4 && (bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168));
    }

    private InvalidOperationException NotConfigured(string option) => new($"The gate '{Name}' can't send such a request, because {option} isn't set.");
}
