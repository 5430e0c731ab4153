using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Distributed;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>
/// A distributed cache that couldn't be created when the application started. Creating it is tried again once in a minute; until it succeeds, the cache is empty.
/// <see cref="TextCache"/> uses it.
/// </summary>
/// <param name="create">The function that creates the cache of the application. It throws an exception if that isn't possible.</param>
/// <param name="time">The clock.</param>
internal sealed class LateDistributedCache(Func<IDistributedCache?> create, TimeProvider time) : IDistributedCache
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private IDistributedCache? _cache;
    private long _triedAt = time.GetTimestamp();

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Find()?.GetAsync(key, token) ?? Task.FromResult<byte[]?>(null);

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => Find()?.SetAsync(key, value, options, token) ?? Task.CompletedTask;

    public Task RemoveAsync(string key, CancellationToken token = default) => Find()?.RemoveAsync(key, token) ?? Task.CompletedTask;

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    [SuppressMessage("Design", "CA1031", Justification = "The factory of the application can throw any exception. The gate works without the cache.")]
    private IDistributedCache? Find()
    {
        if (Volatile.Read(ref _cache) is { } known)
            return known;

        long triedAt = Volatile.Read(ref _triedAt);

        if (time.GetElapsedTime(triedAt) < Interval || Interlocked.CompareExchange(ref _triedAt, time.GetTimestamp(), triedAt) != triedAt)
            return null;

        try
        {
            IDistributedCache? created = create();
            Volatile.Write(ref _cache, created);
            return created;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
