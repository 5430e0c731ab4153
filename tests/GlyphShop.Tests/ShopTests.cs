using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Figma.Payments;
using GlyphShop.StandIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GlyphShop.Tests;

/// <summary>Tests the back end and the stand-in without a browser.</summary>
public sealed class ShopTests : IAsyncLifetime
{
    private static readonly PluginId Plugin = new("1678669904810665842");

    private static readonly HttpClient Http = new();
    private FigmaStandIn _figma = null!;
    private WebApplication? _shop;

    public async Task InitializeAsync() => _figma = await FigmaStandIn.StartAsync("http://127.0.0.1:0");

    public async Task DisposeAsync()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();

        await _figma.DisposeAsync();
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task Stand_in_responds_only_to_its_own_name(string host, HttpStatusCode status)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, _figma.Address + "/status") { Headers = { Host = host } };
        using HttpResponseMessage response = await Http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("true", HttpStatusCode.OK)]
    [InlineData("false", HttpStatusCode.PaymentRequired)]
    public async Task Trial_is_enough_if_the_configuration_says_so(string setting, HttpStatusCode status)
    {
        await StartShopAsync("--Gate:AllowTrial=" + setting);
        UserId user = _figma.Payments.AddUser();
        _figma.Payments.StartTrial(user, Plugin);

        Assert.Equal(status, await ExportAsync(user));
    }

    [Fact]
    public async Task Access_token_that_has_expired_is_found_with_the_probe_user()
    {
        RecordedLog log = await StartShopAsync("--Gate:ProbeUser=" + _figma.Payments.AddUser());
        UserId user = _figma.Payments.AddUser();
        _figma.Payments.ExpireAccessToken(_figma.Payments.AccessToken);

        // For a token request, Figma doesn't say which of the two tokens it rejects.
        for (int i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await ExportAsync(user));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ExportAsync(user));
        Assert.Contains("Figma rejects the personal access token", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_address_of_a_redis_server_counts_as_none()
    {
        await StartShopAsync("--ConnectionStrings:redis=");

        Assert.Null(_shop!.Services.GetService<IDistributedCache>());
    }

    [Fact]
    public void Preview_has_few_exact_coordinates_of_the_glyph() => Assert.All(Glyphs.All, static glyph =>
    {
        decimal[] exact = NumbersOf(glyph.Path);
        decimal[] preview = NumbersOf(Regex.Match(glyph.ToPreview(), " d=\"(.*?)\"").Groups[1].Value);

        // 0 and 1 are also flags of arcs.
        (decimal Exact, decimal Preview)[] coordinates = [.. exact.Zip(preview).Where(static pair => pair.First > 1)];

        Assert.Equal(exact.Length, preview.Length);
        Assert.True(2 * coordinates.Count(static coordinate => coordinate.Exact == coordinate.Preview) < coordinates.Length, glyph.Name);
    });

    private static decimal[] NumbersOf(string path) => [.. Regex.Matches(path, @"[\d.]+").Select(static match => decimal.Parse(match.Value, CultureInfo.InvariantCulture))];

    private async Task<RecordedLog> StartShopAsync(string setting)
    {
        WebApplicationBuilder builder = Shop.CreateBuilder(["--urls=http://127.0.0.1:0", setting]);
        RecordedLog log = new();
        builder.Configuration.AddInMemoryCollection(_figma.Settings);
        builder.Logging.ClearProviders().AddProvider(log);
        _shop = Shop.Build(builder);
        await _shop.StartAsync();
        return log;
    }

    private async Task<HttpStatusCode> ExportAsync(UserId user)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, _shop!.Urls.Single() + "/export") { Content = JsonContent.Create(new ExportRequest("star", "#7b61ff")) };
        request.Headers.Authorization = new("Bearer", _figma.Payments.IssuePaymentToken(user, Plugin));
        using HttpResponseMessage response = await Http.SendAsync(request);
        return response.StatusCode;
    }
}
