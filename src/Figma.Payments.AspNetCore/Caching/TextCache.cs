using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>
/// A cache of texts, for applications with Native AOT that add no <see cref="HybridCache"/>: the serializer of Microsoft's implementation uses reflection,
/// so that publishing the application causes warnings. It has what <see cref="SharedCache"/> uses.
/// </summary>
internal sealed class TextCache(IMemoryCache memory, IDistributedCache? distributed) : HybridCache
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(5);

    public override async ValueTask<T> GetOrCreateAsync<TState, T>(string key, TState state, Func<TState, CancellationToken, ValueTask<T>> factory, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default)
    {
        if (!Has(options, HybridCacheEntryFlags.DisableLocalCacheRead) && memory.TryGetValue(key, out string? local) && local is T known)
            return known;

        if (distributed is not null && !Has(options, HybridCacheEntryFlags.DisableDistributedCacheRead) && await distributed.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } bytes)
        {
            string text = Encoding.UTF8.GetString(bytes);
            Keep(key, text, options?.LocalCacheExpiration ?? DefaultLifetime);

            if (text is T found)
                return found;
        }

        return await factory(state, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask SetAsync<T>(string key, T value, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default)
    {
        if (value is not string text)
            throw new NotSupportedException("The cache contains only texts.");

        TimeSpan lifetime = options?.Expiration ?? DefaultLifetime;
        Keep(key, text, lifetime);

        if (distributed is not null && !Has(options, HybridCacheEntryFlags.DisableDistributedCacheWrite))
            await distributed.SetAsync(key, Encoding.UTF8.GetBytes(text), new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime }, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        memory.Remove(key);

        if (distributed is not null)
            await distributed.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => throw new NotSupportedException("The cache has no tags.");

    // The size matters only if the application limits its memory cache.
    private void Keep(string key, string text, TimeSpan lifetime) =>
        memory.Set(key, text, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime, Size = key.Length + text.Length });

    private static bool Has(HybridCacheEntryOptions? options, HybridCacheEntryFlags flag) => (options?.Flags & flag) == flag;
}
