using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Figma.Payments;
using Figma.Payments.AspNetCore.Tests.Redis;
using Figma.Payments.Testing;
using Xunit;

namespace GlyphShop.Tests;

/// <summary>Tests the sample's program as other processes.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Program_without_an_account_prints_the_address_of_the_page()
    {
        await using SampleProcess program = await SampleProcess.StartAllAsync();

        Assert.Contains("A stand-in for Figma", await program.Http.GetStringAsync(""), StringComparison.Ordinal);
        Assert.Contains("figma.showUI", await program.Http.GetStringAsync("plugin/code.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purchase_at_one_back_end_is_seen_at_the_other()
    {
        FakeFigmaPayments figma = new();
        PluginId plugin = figma.AddPlugin(new PluginId("1678669904810665842"));
        UserId user = figma.AddUser();
        UserId other = figma.AddUser();
        figma.Pay(other, plugin);
        await using FakeFigmaPaymentsServer api = await figma.StartAsync();
        await using RedisTestServer redis = await RedisTestServer.StartAsync("Garnet");
        await using SampleProcess first = await StartAsync(figma, api, redis);
        await using SampleProcess second = await StartAsync(figma, api, redis);
        string warmUp = figma.IssuePaymentToken(other, plugin);
        Assert.Equal(200, await ExportAsync(first, warmUp));
        Assert.Equal(200, await ExportAsync(second, warmUp));

        // The second back end reads UNPAID from Redis.
        string token = figma.IssuePaymentToken(user, plugin);
        Assert.Equal(402, await ExportAsync(first, token));
        Assert.Equal(402, await ExportAsync(second, token));
        Assert.Equal(2, figma.Requests.Count);

        figma.Pay(user, plugin);
        string newToken = figma.IssuePaymentToken(user, plugin);
        Assert.Equal(200, await ExportAsync(first, newToken));
        Assert.Equal(200, await ExportAsync(second, newToken));
        Assert.Equal(3, figma.Requests.Count);

        // The old token is admitted, too, when the time of the cache is over.
        await Visit.WaitUntilAsync(async () => await ExportAsync(second, token) == 200);

        foreach (string log in new[] { first.Log, second.Log })
        {
            Assert.Contains("/export", log, StringComparison.Ordinal);
            Assert.All(new[] { warmUp, token, newToken, figma.AccessTokenText }, secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
        }
    }

    private static Task<SampleProcess> StartAsync(FakeFigmaPayments figma, FakeFigmaPaymentsServer api, RedisTestServer redis) => SampleProcess.StartShopAsync(
        new Dictionary<string, string>
        {
            ["FIGMA_ACCESS_TOKEN"] = figma.AccessTokenText,
            ["ConnectionStrings__redis"] = redis.Address,
            ["Gate__CacheSecret"] = "a secret of at least 32 characters",
        },
        "--Figma:BaseAddress=" + api.BaseAddress,
        "--Gate:UnpaidFor=00:00:04",
        "--Logging:LogLevel:Default=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore=Trace",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Trace");

    private static async Task<int> ExportAsync(SampleProcess shop, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "export") { Content = JsonContent.Create(new ExportRequest("star", "#7b61ff")) };
        request.Headers.Authorization = new("Bearer", token);
        using HttpResponseMessage response = await shop.Http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
