using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Threading.Tasks;
using Figma.Payments;
using Figma.Payments.AspNetCore.Tests.Redis;
using Figma.Payments.Package.Tests;
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

    [Theory]
    [InlineData("Production")]
    [InlineData("Production", "Production", "")]
    [InlineData("Development", "Production")]
    public async Task Program_in_production_without_an_access_token_ends(string variable, string argument = "Production", string? standIn = null)
    {
        Dictionary<string, string> environment = new() { ["FIGMA_ACCESS_TOKEN"] = "", ["ASPNETCORE_ENVIRONMENT"] = variable };

        if (standIn is not null)
            environment["FIGMA_STAND_IN"] = standIn;

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SampleProcess.StartShopAsync(environment, "--environment", argument));

        Assert.Contains("FIGMA_ACCESS_TOKEN is not set", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening on", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("localhost:5181")]
    [InlineData("http://localhost:0")]
    [InlineData("http://localhost:5181/x")]
    public async Task Address_of_the_stand_in_that_is_none_is_reported(string address)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SampleProcess.StartShopAsync(new() { ["FIGMA_ACCESS_TOKEN"] = "", ["FIGMA_STAND_IN"] = address }));

        Assert.Contains($"FIGMA_STAND_IN is '{address}'. It must be an address such as http://localhost:5181.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_whose_port_is_in_use_says_so()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string address = $"http://{listener.LocalEndpoint}";

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SampleProcess.StartShopAsync(new() { ["FIGMA_ACCESS_TOKEN"] = "", ["FIGMA_STAND_IN"] = address }));

        Assert.Contains($"{address}: address already in use. Perhaps the shop is already running.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_program_sells()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("GlyphShop");

        try
        {
            // The program is already built. Building it here at the same time as another test would be a race.
            (await Dotnet.RunAsync(Stage.Metadata("Sample"), "publish", "--nologo", "--no-build", "-c", Stage.Metadata("Configuration"), "-o", folder.FullName)).OrFail();
            string page = Path.Combine(folder.FullName, "Plugin", "ui.html");
            await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page)).Replace("const shop =", "// const shop = \"http://localhost:5180\";\n  const shop = \"https://shop.example\"; //", StringComparison.Ordinal));
            await using SampleProcess program = await SampleProcess.StartAllAsync(Path.Combine(folder.FullName, "GlyphShop.dll"));
            Assert.Contains("The plugin sends its requests to https://shop.example, but this shop is at http://127.0.0.1:", program.Log, StringComparison.Ordinal);

            Assert.Contains("A stand-in for Figma", await program.Http.GetStringAsync(""), StringComparison.Ordinal);
            Assert.Contains("figma.showUI", await program.Http.GetStringAsync("plugin/code.js"), StringComparison.Ordinal);

            await Visit.WaitUntilAsync(() => Task.FromResult(program.ShopAddress is not null));
            string user = await PostAsync("users");
            Assert.Equal(402, await ExportAsync(program, await PostAsync($"users/{user}/token"), program.ShopAddress));
            await PostAsync($"users/{user}/pay");
            Assert.Equal(200, await ExportAsync(program, await PostAsync($"users/{user}/token"), program.ShopAddress));

            async Task<string> PostAsync(string path)
            {
                using HttpResponseMessage response = await program.Http.PostAsync(path, null);
                return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Purchase_at_one_back_end_is_seen_at_the_other()
    {
        FakeFigmaPayments figma = new();
        PluginId plugin = figma.AddPlugin(new PluginId("1678669904810665842"));
        UserId user = figma.AddUser();
        await using FakeFigmaPaymentsServer api = await figma.StartAsync();
        await using RedisTestServer redis = await RedisTestServer.StartAsync("Garnet");
        await using SampleProcess first = await StartAsync(figma, api, redis);
        await using SampleProcess second = await StartAsync(figma, api, redis);
        List<string> tokens = [];

        // The other back end reads UNPAID from Redis, as soon as both are connected to it.
        await Visit.WaitUntilAsync(() => IsSharedAsync(402));
        string oldToken = tokens[^1];

        figma.Pay(user, plugin);
        await Visit.WaitUntilAsync(() => IsSharedAsync(200));

        // The old token is admitted, too, when the time of the cache is over.
        await Visit.WaitUntilAsync(async () => await ExportAsync(second, oldToken) == 200);

        foreach (string log in new[] { first.Log, second.Log })
        {
            Assert.Contains("/export", log, StringComparison.Ordinal);
            Assert.All([.. tokens, figma.AccessTokenText], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
        }

        async Task<bool> IsSharedAsync(int status)
        {
            int before = figma.Requests.Count;
            tokens.Add(figma.IssuePaymentToken(user, plugin));
            Assert.Equal(status, await ExportAsync(first, tokens[^1]));
            Assert.Equal(status, await ExportAsync(second, tokens[^1]));
            return figma.Requests.Count == before + 1;
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
        "--Gate:UnpaidFor=00:00:02",
        "--Gate:CallerRefusalsPerMinute=1000",
        "--Logging:LogLevel:Default=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore=Trace",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Trace");

    private static async Task<int> ExportAsync(SampleProcess shop, string token, Uri? address = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(address ?? shop.Http.BaseAddress!, "export")) { Content = JsonContent.Create(new ExportRequest("star", "#7b61ff")) };
        request.Headers.Authorization = new("Bearer", token);
        using HttpResponseMessage response = await shop.Http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
