using System;
using System.Threading.Tasks;
using Xunit;

namespace GlyphShop.Tests;

/// <summary>Tests that the sample passes, and that it doesn't pass with a certain mistake.</summary>
internal static class Scenarios
{
    /// <summary>The plugin keeps its token, so the purchase becomes visible when the time of the cache for <c>UNPAID</c> is over.</summary>
    public static async Task BuyElsewhereAsync(Stage stage)
    {
        await using Visit visit = await stage.OpenAsync();
        await visit.ClickAsync("pay");
        stage.Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal("“star” is on your canvas.", await visit.BuyAsync("star"));
        Assert.Equal([200], stage.Traffic.ExportStatuses);
    }

    /// <summary>The plugin says when to try again, refuses clicks until then, and doesn't send a request by itself.</summary>
    public static async Task LimitAsync(Stage stage)
    {
        await using Visit visit = await stage.OpenAsync();
        await visit.ClickAsync("limit");
        await visit.ReopenAsync();
        await visit.KeepTimersAsync();

        Assert.Equal("Figma can’t say right now whether you have paid. Try again in 30 seconds. Your purchase is safe.", await visit.BuyAsync("star"));
        Assert.Equal(30_000, Assert.Single(await visit.TimersAsync()));
        Assert.True(await visit.IsBusyAsync());
        await Visit.WaitUntilAsync(visit.HasOperatorCoolDownAsync);
        await visit.ScreenshotAsync("limited");

        await visit.LetTimePassAsync();
        Assert.False(await visit.IsBusyAsync());
        Assert.Equal([503], stage.Traffic.ExportStatuses);

        // The request has used the limit.
        await Visit.WaitUntilAsync(async () => await visit.ApiStatusAsync() == "works");
    }

    /// <summary>A user who has paid gets the glyph.</summary>
    public static async Task PayAsync(Stage stage)
    {
        await using Visit visit = await stage.OpenAsync();
        await visit.ClickAsync("pay");
        Assert.Equal("Click a glyph to put it on your canvas.", await visit.ReopenAsync());
        Assert.Equal("“star” is on your canvas.", await visit.BuyAsync("star"));
    }
}
