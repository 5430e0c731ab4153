using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Distributed;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>A distributed cache that several applications of a test share, and that can fail or hang. Without a clock, its entries don't expire.</summary>
internal sealed class MemoryDistributedCache(TimeProvider? time = null) : IDistributedCache
{
    private readonly ConcurrentDictionary<string, (byte[] Value, DateTimeOffset ExpiresAt)> _entries = new();
    private readonly ConcurrentQueue<string> _removals = new();
    private int _reads;
    private int _operations;

    public (string Key, byte[] Value)[] Entries => [.. _entries.Select(static pair => (pair.Key, pair.Value.Value))];

    public int Reads => _reads;

    /// <summary>Gets the keys that were removed, whether there was an entry or not.</summary>
    public string[] Removals => [.. _removals];

    /// <summary>Gets the number of reads and writes of any key.</summary>
    public int Operations => _operations;

    public bool Hangs { get; set; }

    public bool Fails { get; set; }

    /// <summary>Gets or sets a task that a read waits for after it has read, or null.</summary>
    public Task? DelayOfReads { get; set; }

    public void Clear() => _entries.Clear();

    public byte[]? Get(string key) => _entries.TryGetValue(key, out (byte[] Value, DateTimeOffset ExpiresAt) entry) && (time is null || time.GetUtcNow() < entry.ExpiresAt) ? entry.Value : null;

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        // The framework's cache also reads the time at which all entries were invalidated.
        if (key.StartsWith("figma.payments:", StringComparison.Ordinal))
            Interlocked.Increment(ref _reads);

        await BreakAsync();
        byte[]? value = Get(key);

        if (DelayOfReads is { } delay)
            await delay;

        return value;
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) =>
        _entries[key] = (value, time is not null && options.AbsoluteExpirationRelativeToNow is { } lifetime ? time.GetUtcNow() + lifetime : DateTimeOffset.MaxValue);

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await BreakAsync();
        Set(key, value, options);
    }

    public void Refresh(string key)
    {
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key)
    {
        _removals.Enqueue(key);
        _entries.TryRemove(key, out _);
    }

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await BreakAsync();
        Remove(key);
    }

    private Task BreakAsync()
    {
        Interlocked.Increment(ref _operations);
        return Hangs ? Task.Delay(Timeout.Infinite) : Fails ? Task.FromException(new InvalidOperationException("The cache is broken.")) : Task.CompletedTask;
    }
}
