using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.Tests.Caching;

/// <summary>Reads or writes all entries in the cache of a server.</summary>
internal static class CacheProcess
{
    public const string Command = "cache";

    /// <summary>The second process: prints the entries.</summary>
    public static async Task RunAsync(string server, string prefix, bool isReader)
    {
        foreach (string line in await GetAllAsync(server, prefix, isReader))
            Console.WriteLine(line);
    }

    public static async Task<IReadOnlyList<string>> GetAllAsync(string server, string prefix, bool isReader)
    {
        ServiceCollection services = new();
        services.AddHybridCache();
        services.AddStackExchangeRedisCache(options => options.Configuration = server);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HybridCache cache = provider.GetRequiredService<HybridCache>();
        List<string> lines = [];

        foreach (CacheEntry entry in CacheEntry.All)
            lines.Add(await entry.GetAsync(cache, prefix, isReader));

        return lines;
    }
}
