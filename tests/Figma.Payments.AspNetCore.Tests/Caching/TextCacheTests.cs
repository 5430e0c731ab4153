using Figma.Payments.AspNetCore.Caching;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>The cache of applications with Native AOT passes the same tests.</summary>
public sealed class TextCacheTests : DistributedCacheTests
{
    private protected override void AddCache(IServiceCollection services) =>
        services.AddSingleton<HybridCache>(static provider => new TextCache(provider.GetRequiredService<IMemoryCache>(), provider.GetRequiredService<IDistributedCache>()));
}
