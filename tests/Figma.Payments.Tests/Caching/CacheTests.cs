using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Tests.Caching;

/// <summary>Two processes share a <c>HybridCache</c> over a server with the protocol of Redis.</summary>
public sealed class CacheTests
{
    [Fact]
    public async Task Process_reads_what_another_process_cached_in_Garnet()
    {
        using CacheServer server = CacheServer.StartGarnet();
        await AssertSharedAsync(server);
    }

    [RedisFact]
    public async Task Process_reads_what_another_process_cached_in_Redis()
    {
        using CacheServer server = CacheServer.StartRedis(CacheServer.RedisProgram ?? "redis-server");
        await AssertSharedAsync(server);
    }

    private static async Task AssertSharedAsync(CacheServer server)
    {
        IReadOnlyList<string> written = await CacheProcess.GetAllAsync(server.Address, "ours/", isReader: false);
        Assert.Equal(CacheEntry.All.Count, written.Distinct().Count());
        Assert.Equal(written, await RunAsync(server, "ours/", "read"));

        Assert.Equal(written, await RunAsync(server, "theirs/", "write"));
        Assert.Equal(written, await CacheProcess.GetAllAsync(server.Address, "theirs/", isReader: true));

        string dump = await server.DumpAsync();
        Assert.Equal(2 * CacheEntry.All.Count, dump.Split('\n').Count(static line => line.StartsWith("ours/", StringComparison.Ordinal) || line.StartsWith("theirs/", StringComparison.Ordinal)));
        Assert.Contains("\"userId\":\"" + Samples.User, dump, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", dump, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string[]> RunAsync(CacheServer server, string prefix, string mode)
    {
        ProcessStartInfo start = new("dotnet", [typeof(CacheTests).Assembly.Location, CacheProcess.Command, server.Address, prefix, mode])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, error);
        return (await output).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A fact that is skipped if the machine has no <c>redis-server</c>, except on CI, whose script installs it. The test with Garnet always runs.</summary>
    private sealed class RedisFactAttribute : FactAttribute
    {
        public RedisFactAttribute()
        {
            if (CacheServer.RedisProgram is null && Environment.GetEnvironmentVariable("CI") != "true")
                Skip = "This machine has no redis-server (apt-get install redis-server). The same test ran with Garnet.";
        }
    }
}
