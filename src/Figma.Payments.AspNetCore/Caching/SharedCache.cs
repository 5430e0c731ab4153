using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Telemetry;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>
/// Reads and writes signed entries. Failures of the cache are misses, and each operation takes a quarter of a second at most.
/// After a failure, the distributed cache isn't used for some seconds.
/// </summary>
/// <param name="cache">The cache.</param>
/// <param name="signer">The signer of the entries.</param>
/// <param name="isDistributed"><c>true</c> if entries leave the process.</param>
/// <param name="localLifetime">The time for which entries of the distributed cache stay in memory.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The logger.</param>
internal sealed class SharedCache(HybridCache cache, EntrySigner signer, bool isDistributed, TimeSpan localLifetime, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Removal = TimeSpan.FromSeconds(1);

    // The factory must not run: an entry is written only after a request to Figma, with a lifetime that depends on the response.
    // Other combinations of flags read the distributed cache several times.
    private static readonly HybridCacheEntryOptions ReadLocally = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableDistributedCache };

    private static readonly HybridCacheEntryOptions RemovedLocally = new() { Expiration = Removal, LocalCacheExpiration = Removal, Flags = HybridCacheEntryFlags.DisableDistributedCache };

    // An entry that was read stays in memory until it can't be used anymore, because the distributed cache can fail at the same time as Figma. The time in it limits its use.
    private readonly HybridCacheEntryOptions _read = new() { Expiration = localLifetime, LocalCacheExpiration = localLifetime, Flags = HybridCacheEntryFlags.DisableUnderlyingData };
    private readonly HybridCacheEntryOptions _readShared = new() { Expiration = localLifetime, LocalCacheExpiration = localLifetime, Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCacheRead };

    private long _pausedUntil = long.MinValue;

    private bool UsesDistributedCache => isDistributed && time.GetTimestamp() >= Volatile.Read(ref _pausedUntil);

    /// <summary>Gets a value that indicates whether entries leave the process.</summary>
    public bool IsDistributed => isDistributed;

    /// <summary>Returns the entry of a key, or null. The signature of the entry has not been verified.</summary>
    public ValueTask<string?> ReadAsync(string key, bool isLocal, CancellationToken cancellationToken) =>
        ReadAsync(key, !isLocal && UsesDistributedCache ? _read : ReadLocally, cancellationToken);

    /// <summary>Returns the entry of a key in the distributed cache, or null, although there is one in memory. The signature of the entry has not been verified.</summary>
    public ValueTask<string?> ReadSharedAsync(string key, CancellationToken cancellationToken) =>
        UsesDistributedCache ? ReadAsync(key, _readShared, cancellationToken) : new ValueTask<string?>((string?)null);

    /// <summary>Verifies the signature of an entry.</summary>
    public bool TryGetValue(string key, string entry, [NotNullWhen(true)] out string? value)
    {
        if (signer.TryGetValue(key, entry, out value))
            return true;

        logger.EntryNotSigned();
        return false;
    }

    public async ValueTask WriteAsync(string key, string value, TimeSpan lifetime)
    {
        HybridCacheEntryOptions options = new()
        {
            Expiration = lifetime,
            LocalCacheExpiration = lifetime,
            Flags = UsesDistributedCache ? HybridCacheEntryFlags.None : HybridCacheEntryFlags.DisableDistributedCache,
        };

        await WaitAsync(() => cache.SetAsync(key, signer.Sign(key, value), options, tags: null, CancellationToken.None)).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(string key)
    {
        // A removal can't be limited to the memory of this process, so the entry is replaced by one that contains nothing and expires soon.
        if (isDistributed)
            await WaitAsync(() => cache.RemoveAsync(key, CancellationToken.None)).ConfigureAwait(false);
        else
            await WriteAsync(key, "null", Removal).ConfigureAwait(false);
    }

    /// <summary>Removes an entry from the memory of this process. Nobody waits for it, and it never fails.</summary>
    public void RemoveLocally(string key) => _ = WaitAsync(() => cache.SetAsync(key, signer.Sign(key, "null"), RemovedLocally, tags: null, CancellationToken.None)).AsTask();

    private ValueTask<string?> ReadAsync(string key, HybridCacheEntryOptions options, CancellationToken cancellationToken)
    {
        ValueTask<string?> pending;

        try
        {
            pending = cache.GetOrCreateAsync(key, static _ => new ValueTask<string?>((string?)null), options, tags: null, CancellationToken.None);
        }
        catch (Exception exception) when (!IsFatal(exception))
        {
            Failed(exception);
            return new ValueTask<string?>((string?)null);
        }

        return pending.IsCompletedSuccessfully ? pending : WaitAsync(pending.AsTask(), cancellationToken);
    }

    private async ValueTask<string?> WaitAsync(Task<string?> pending, CancellationToken cancellationToken)
    {
        try
        {
            return await pending.WaitAsync(Timeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsFatal(exception) && !cancellationToken.IsCancellationRequested)
        {
            Observe(pending);
            Failed(exception);
            return null;
        }
    }

    private async ValueTask WaitAsync(Func<ValueTask> start)
    {
        Task? pending = null;

        try
        {
            pending = start().AsTask();
            await pending.WaitAsync(Timeout, time).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsFatal(exception))
        {
            Observe(pending);
            Failed(exception);
        }
    }

    private void Failed(Exception exception)
    {
        long now = time.GetTimestamp();

        if (Interlocked.Exchange(ref _pausedUntil, now + (long)(Pause.TotalSeconds * time.TimestampFrequency)) < now)
            logger.CacheFailed(exception.GetType().FullName);
    }

    // The operation continues after the time-out, and nobody waits for its exception.
    private static void Observe(Task? pending) =>
        pending?.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static bool IsFatal(Exception exception) => exception is OutOfMemoryException;
}
