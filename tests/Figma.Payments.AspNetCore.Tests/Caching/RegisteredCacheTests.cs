using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>Distributed caches that an application registers for other purposes, or in another way than usual.</summary>
public sealed class RegisteredCacheTests
{
    private const string Secret = "a secret of at least 32 characters";

    /// <summary>As for one cache for each tenant. In development, the host validates scopes.</summary>
    [Fact]
    public async Task Gate_keeps_entries_in_memory_if_the_distributed_cache_is_scoped()
    {
        RecordingLogs logs = new();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "Tenants" });
        builder.WebHost.UseTestServer();
        builder.Logging.AddProvider(logs);
        builder.Services.AddScoped<IDistributedCache, MemoryDistributedCache>();
        int requests = 0;

        builder.Services.AddFigmaPaymentsGate(GateApp.Gate, gate =>
        {
            gate.Resource = new PluginId(IGlyphPayments.Id);
            gate.CacheSecret = Secret;
            gate.CheckByUser = (_, user, _) =>
            {
                requests++;
                return Task.FromResult(new PaymentsResult(new PaymentInformation(user, new PluginId(IGlyphPayments.Id), PaymentStatus.Paid)));
            };
        });

        await using WebApplication app = builder.Build();
        app.UseFigmaPayments();
        app.MapGet("/", static (IDistributedCache cache) => cache.GetType().Name);
        app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate);
        await app.StartAsync();

        Assert.Equal(nameof(MemoryDistributedCache), await app.GetTestClient().GetStringAsync(new Uri("/", UriKind.Relative)));

        for (int i = 0; i < 2; i++)
            Assert.True((await app.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(new UserId("1"))).IsGranted);

        Assert.Equal(1, requests);
        Assert.Contains("scoped", Assert.Single(logs.OfGate, static record => record.Event.Id == 28).Message, StringComparison.Ordinal);
    }

    /// <summary>A factory that connects to a server can fail when the application starts, and succeed later.</summary>
    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TimeoutException))]
    public async Task Distributed_cache_that_cannot_be_created_at_start_is_used_later(Type exception)
    {
        MemoryDistributedCache cache = new();
        ClockWithTimers clock = new();
        int calls = 0;

        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            options =>
            {
                options.Time = clock;
                options.Gate = static gate => gate.CacheSecret = Secret;
                options.Services = services => services.AddSingleton<IDistributedCache>(_ => ++calls == 1 ? throw (Exception)Activator.CreateInstance(exception)! : cache);
            });

        Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 28);
        Assert.Equal("secret", await app.Http.GetStringWithTokenAsync("/paid", app.TokenOf(PaymentStatus.Paid)));
        Assert.Empty(cache.Entries);

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("secret", await app.Http.GetStringWithTokenAsync("/paid", app.TokenOf(PaymentStatus.Paid)));
        Assert.NotEmpty(cache.Entries);
        Assert.Equal(2, calls);
        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keyed_distributed_cache_of_HybridCache_is_used_only_with_a_secret(bool hasSecret)
    {
        MemoryDistributedCache cache = new();

        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            options =>
            {
                options.Gate = gate => gate.CacheSecret = hasSecret ? Secret : null;
                options.Services = services =>
                {
                    services.AddKeyedSingleton<IDistributedCache>("hybrid", cache);
                    services.AddHybridCache(static hybrid => hybrid.DistributedCacheServiceKey = "hybrid");
                };
            });

        Assert.Equal("secret", await app.Http.GetStringWithTokenAsync("/paid", app.TokenOf(PaymentStatus.Paid)));

        if (hasSecret)
        {
            Assert.NotEmpty(cache.Entries);
        }
        else
        {
            Assert.Empty(cache.Entries);
            Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 10);
        }
    }
}
