using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>Applications whose caches would drop the entries of the gate.</summary>
public sealed class LimitedMemoryTests
{
    [Theory]
    [InlineData("size")]
    [InlineData("instance")]
    [InlineData("key")]
    [InlineData("payload")]
    public async Task Limits_of_the_application_do_not_apply_to_the_gate(string limit)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            options => options.Services = services =>
            {
                if (limit == "size")
                    services.AddMemoryCache(static memory => memory.SizeLimit = 100);
                else if (limit == "instance")
                    services.AddSingleton<IMemoryCache>(static _ => new MemoryCache(new MemoryCacheOptions { SizeLimit = 1_024 }));
                else
                    services.Configure<HybridCacheOptions>(cache => (cache.MaximumKeyLength, cache.MaximumPayloadBytes) = limit == "key" ? (50, 1_048_576) : (1_024, 50));
            });

        string token = app.TokenOf(PaymentStatus.Paid);

        for (int i = 0; i < 20; i++)
            Assert.Equal("secret", await app.Http.GetStringWithTokenAsync("/paid", token));

        Assert.Single(app.Figma.Requests);
    }
}
