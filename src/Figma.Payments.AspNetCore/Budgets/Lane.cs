using System;
using System.Globalization;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Caching;
using Figma.Payments.AspNetCore.Telemetry;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>Limits the requests of one kind (token requests or ID requests), for which Figma has a limit of its own.</summary>
internal sealed class Lane
{
    /// <summary>The number of requests that each machine sends in a minute at least: one for known callers, and one for all others.</summary>
    public const int MinRequests = 2;

    private static readonly TimeSpan DefaultCoolDown = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxCoolDown = TimeSpan.FromDays(30);
    private static readonly TimeSpan SharedReadInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxLimiterTime = TimeSpan.FromSeconds(1);

    private readonly RequestWindow _open;
    private readonly RequestWindow _reserved;
    private readonly RateLimiter? _sharedLimiter;
    private readonly SharedCache _cache;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly string _key;

    // A timestamp, because the clock can be corrected.
    private long _coolDownUntil = long.MinValue;
    private long _sharedUntil;
    private long _nextSharedRead;

    public Lane(string name, string budget, int requestsPerMinute, int instances, RateLimiter? sharedLimiter, SharedCache cache, TimeProvider time, ILogger logger)
    {
        Name = name;
        int own = Math.Max(MinRequests, requestsPerMinute / instances);
        _reserved = new RequestWindow(own / 2, time);
        _open = new RequestWindow(own - (own / 2), time);
        _sharedLimiter = sharedLimiter;
        _cache = cache;
        _time = time;
        _logger = logger;
        _key = "figma.payments:cooldown:" + budget + ":" + name;
    }

    public string Name { get; }

    public int Available => _open.Available + _reserved.Available;

    /// <summary>Gets the time until Figma accepts requests again, or null if it does.</summary>
    public TimeSpan? CoolDown
    {
        get
        {
            long until = Volatile.Read(ref _coolDownUntil);
            long now = _time.GetTimestamp();
            return until > now ? _time.GetElapsedTime(now, until) : null;
        }
    }

    /// <summary>Gets the time until Figma accepts requests again, as far as any machine knows.</summary>
    public async ValueTask<TimeSpan?> GetSharedCoolDownAsync()
    {
        if (CoolDown is { } known)
            return known;

        long now = _time.GetTimestamp();

        if (!_cache.IsDistributed || now < Volatile.Read(ref _nextSharedRead))
            return null;

        Volatile.Write(ref _nextSharedRead, now + (long)(SharedReadInterval.TotalSeconds * _time.TimestampFrequency));

        // Not from memory, which can still contain an earlier cool-down.
        ExtendToShared(await _cache.ReadSharedAsync(_key, default).ConfigureAwait(false));
        return CoolDown;
    }

    // The clocks of machines differ, so a cool-down takes at most as long as on the machine whose request was limited, and applies once.
    private void ExtendToShared(string? entry)
    {
        if (entry is null || !_cache.TryGetValue(_key, entry, out string? value))
            return;

        string[] parts = value.Split(' ');

        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long until)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            || Interlocked.Exchange(ref _sharedUntil, until) == until)
            return;

        long remaining = Math.Min(until - _time.GetUtcNow().UtcTicks, Math.Min(length, MaxCoolDown.Ticks));

        if (remaining > 0)
            Extend(TimeSpan.FromTicks(remaining));
    }

    /// <summary>Stops the requests, because Figma has limited one.</summary>
    public async ValueTask StartCoolDownAsync(TimeSpan? retryAfter)
    {
        TimeSpan wait = retryAfter is { } specified && specified > TimeSpan.Zero ? specified : DefaultCoolDown;
        wait = wait < MaxCoolDown ? wait : MaxCoolDown;

        if (!Extend(wait))
            return;

        _logger.CoolDownStarted(Name, (long)wait.TotalSeconds);

        if (!_cache.IsDistributed)
            return;

        // Another machine might have stored a longer one while the request was under way.
        ExtendToShared(await _cache.ReadSharedAsync(_key, default).ConfigureAwait(false));

        if (CoolDown <= wait)
        {
            long until = (_time.GetUtcNow() + wait).UtcTicks;
            Volatile.Write(ref _sharedUntil, until);
            await _cache.WriteAsync(_key, string.Create(CultureInfo.InvariantCulture, $"{until} {wait.Ticks}"), wait).ConfigureAwait(false);
        }
    }

    /// <summary>Takes one request from the budget, or returns the time to wait. The reserved half is for known callers only.</summary>
    public async ValueTask<TimeSpan?> TryAcquireAsync(Caller caller, KnownCallers known, CancellationToken cancellationToken)
    {
        bool isKnown = known.Contains(caller);

        if (!isKnown && !_open.TryAcquire(out TimeSpan retryAfter))
        {
            if (!await known.ContainsElsewhereAsync(caller).ConfigureAwait(false))
                return retryAfter;

            isKnown = true;
        }
        else if (!isKnown)
        {
            return await TryAcquireSharedAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_sharedLimiter is not null && await TryAcquireFromLimiterAsync(_sharedLimiter, cancellationToken).ConfigureAwait(false) is { } lease)
            return lease.IsAcquired ? null : lease.RetryAfter;

        return _reserved.TryAcquire(out retryAfter) || _open.TryAcquire(out retryAfter) ? null : retryAfter;
    }

    private async ValueTask<TimeSpan?> TryAcquireSharedAsync(CancellationToken cancellationToken)
    {
        if (_sharedLimiter is null || await TryAcquireFromLimiterAsync(_sharedLimiter, cancellationToken).ConfigureAwait(false) is not { } lease)
            return null;

        return lease.IsAcquired ? null : lease.RetryAfter;
    }

    /// <summary>Uses the limiter that all machines share. If it fails or takes more than a second, the result is null, and the share of this machine applies.</summary>
    private async ValueTask<(bool IsAcquired, TimeSpan RetryAfter)?> TryAcquireFromLimiterAsync(RateLimiter limiter, CancellationToken cancellationToken)
    {
        try
        {
            using CancellationTokenSource timeout = new(MaxLimiterTime, _time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            using RateLimitLease lease = await limiter.AcquireAsync(permitCount: 1, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
            return (lease.IsAcquired, lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter) ? retryAfter : TimeSpan.FromSeconds(10));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.SharedLimiterFailed(Name, exception.GetType().FullName);
            return null;
        }
    }

    private bool Extend(TimeSpan wait)
    {
        long until = _time.GetTimestamp() + (long)(wait.TotalSeconds * _time.TimestampFrequency);
        long current = Volatile.Read(ref _coolDownUntil);

        while (until > current)
        {
            long seen = Interlocked.CompareExchange(ref _coolDownUntil, until, current);

            if (seen == current)
                return true;

            current = seen;
        }

        return false;
    }
}
