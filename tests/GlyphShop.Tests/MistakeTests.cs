using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Sdk;

namespace GlyphShop.Tests;

/// <summary>Tests what a person sees if the manifest, the back end or the plugin has a common mistake. The other tests find each of them.</summary>
public sealed class MistakeTests
{
    [BrowserFact]
    public async Task Manifest_without_the_permission_is_reported()
    {
        await using Stage stage = await Stage.StartAsync(edit: static text => text.Replace("\"permissions\": [\"payments\"],", "", StringComparison.Ordinal));
        await using Visit visit = await stage.OpenAsync();

        Assert.Equal("This plugin can’t check payments: its manifest lacks the permission “payments”.", await visit.WaitAsync());
        Assert.Equal("Preview", await visit.EditionAsync());
        await visit.ScreenshotAsync("mistake-permission");
    }

    [BrowserFact]
    public async Task Manifest_without_the_domain_is_reported()
    {
        await using Stage stage = await Stage.StartAsync(edit: static text => text.Replace("\"devAllowedDomains\": [\"http://localhost:5180\"],", "", StringComparison.Ordinal));
        await using Visit visit = await stage.OpenAsync();

        Assert.Equal("The plugin’s manifest doesn’t allow requests to http://localhost:5180.", await visit.WaitAsync());
        Assert.DoesNotContain(stage.Traffic.All, static exchange => exchange.Path == "/glyphs");
        await visit.ScreenshotAsync("mistake-domain");
    }

    [BrowserFact]
    public async Task Cors_policy_without_headers_is_found()
    {
        await using Stage stage = await Stage.StartAsync(static builder => builder.Services.AddSingleton<IStartupFilter>(new AnyOrigin()));

        await Assert.ThrowsAnyAsync<XunitException>(() => Scenarios.PayAsync(stage));

        await using Visit visit = await stage.OpenAsync();
        Assert.Equal("The shop can’t be reached. Are you online?", await visit.WaitAsync());
        await visit.ScreenshotAsync("mistake-cors");
    }

    [BrowserFact]
    public async Task Gate_of_another_plugin_is_found()
    {
        await using Stage stage = await Stage.StartAsync(edit: static text => text.Replace("1678669904810665842", "737805260747778092", StringComparison.Ordinal));

        await Assert.ThrowsAnyAsync<XunitException>(() => Scenarios.PayAsync(stage));

        await using Visit visit = await stage.OpenAsync();
        Assert.Equal("This shop sells another plugin.", await visit.BuyAsync("star"));
        await visit.ScreenshotAsync("mistake-plugin");
    }

    [BrowserFact]
    public async Task Cache_that_keeps_unpaid_users_for_a_minute_is_found()
    {
        await using Stage stage = await Stage.StartAsync(static builder => builder.Configuration["Gate:UnpaidFor"] = "00:01:00");

        await Assert.ThrowsAnyAsync<XunitException>(() => Scenarios.BuyElsewhereAsync(stage));
    }

    [BrowserFact]
    public async Task Plugin_that_retries_in_a_loop_is_found()
    {
        const string tail = "setTimeout(() => finish(seconds), seconds * 1000);";
        await using Stage stage = await Stage.StartAsync(edit: static text => text.Replace(tail, "setTimeout(() => run(action), 1000); return; " + tail, StringComparison.Ordinal));

        await Assert.ThrowsAnyAsync<XunitException>(() => Scenarios.LimitAsync(stage));
    }

    /// <summary>The policy in many answers to questions about CORS, which refuses preflight requests for JSON and for tokens.</summary>
    private sealed class AnyOrigin : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseCors(static policy => policy.AllowAnyOrigin());
            next(app);
        };
    }
}
