using System;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Xunit;

namespace GlyphShop.Tests;

/// <summary>Tests what a person sees, in a real browser. Each test writes a screenshot.</summary>
public sealed class PluginTests(PluginTests.SharedStage shared) : IClassFixture<PluginTests.SharedStage>
{
    private const string Invitation = "Click a glyph to put it on your canvas.";
    private const string OnCanvas = "“star” is on your canvas.";
    private const string ForBuyers = "Glyphs are for buyers. If you have just paid, try again in a few seconds.";

    private readonly Stage _stage = shared.Stage;

    [BrowserFact]
    public async Task User_who_has_paid_gets_the_glyph()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("pay");

        Assert.Equal(Invitation, await visit.ReopenAsync());
        Assert.Equal("Full edition", await visit.EditionAsync());
        Assert.Equal(12, (await visit.GlyphsAsync()).Length);

        foreach (string glyph in new[] { "gem", "heart", "star" })
            Assert.Equal($"“{glyph}” is on your canvas.", await visit.BuyAsync(glyph));

        Assert.Equal(["gem", "heart", "star"], await visit.CanvasAsync());
        Assert.Equal([200, 200, 200], _stage.Traffic.ExportStatuses);
        Assert.Equal([204, 204, 204], _stage.Traffic.PreflightStatuses);
        await visit.ScreenshotAsync("paid");
    }

    [BrowserFact]
    public async Task User_in_the_trial_period_gets_the_glyph()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("trial");
        await visit.ReopenAsync();

        Assert.Equal("Trial", await visit.EditionAsync());
        Assert.Equal(OnCanvas, await visit.BuyAsync("star"));
        await visit.ScreenshotAsync("trial");
    }

    [BrowserFact]
    public async Task User_who_does_not_buy_gets_no_glyph()
    {
        await using Visit visit = await _stage.OpenAsync();

        Assert.Equal("Preview", await visit.EditionAsync());
        Assert.Equal(6, (await visit.GlyphsAsync()).Length);
        await visit.ScreenshotAsync("never-bought");

        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        await visit.ScreenshotAsync("checkout");

        Assert.Equal(ForBuyers, await visit.CloseCheckoutAsync("cancel"));
        Assert.Empty(await visit.CanvasAsync());
        Assert.Equal([402], _stage.Traffic.ExportStatuses);
        await visit.ScreenshotAsync("not-bought");
    }

    [BrowserFact]
    public async Task User_who_buys_gets_the_glyph()
    {
        await using Visit visit = await _stage.OpenAsync();

        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        Assert.Equal(OnCanvas, await visit.CloseCheckoutAsync("pay"));
        await WaitForEditionAsync(visit, "Full edition");
        Assert.Equal(["star"], await visit.CanvasAsync());
        Assert.Equal([402, 200], _stage.Traffic.ExportStatuses);
        await visit.ScreenshotAsync("bought");
    }

    [BrowserFact]
    public Task User_who_has_bought_elsewhere_gets_the_glyph_after_ten_seconds() => Scenarios.BuyElsewhereAsync(_stage);

    [BrowserFact]
    public async Task User_after_a_refund_gets_no_glyph_after_the_time_of_the_cache()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("pay");
        await visit.ReopenAsync();
        Assert.Equal(OnCanvas, await visit.BuyAsync("star"));

        await visit.ClickAsync("refund");
        Assert.Equal(OnCanvas, await visit.BuyAsync("star"));

        _stage.Clock.Advance(TimeSpan.FromSeconds(22));
        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        Assert.Equal(ForBuyers, await visit.CloseCheckoutAsync("cancel"));
        await WaitForEditionAsync(visit, "Preview");
        await visit.ScreenshotAsync("refunded");
    }

    [BrowserFact]
    public async Task Expired_token_is_replaced()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("pay");
        await visit.ReopenAsync();
        await visit.ClickAsync("expire");
        _stage.Clock.Advance(TimeSpan.FromSeconds(22));

        Assert.Equal(OnCanvas, await visit.BuyAsync("star"));
        Assert.Equal([401, 200], _stage.Traffic.ExportStatuses);
        await visit.ScreenshotAsync("expired");
    }

    [BrowserFact]
    public async Task Visitor_whose_token_has_expired_can_buy()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("expire");
        _stage.Clock.Advance(TimeSpan.FromSeconds(22));

        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        Assert.Equal(OnCanvas, await visit.CloseCheckoutAsync("pay"));
        Assert.Equal([401, 402, 200], _stage.Traffic.ExportStatuses);
    }

    [BrowserFact]
    public async Task Rejected_tokens_are_reported_and_then_limited()
    {
        // The limit is higher where users have been admitted, as by the other tests.
        await using Stage stage = await Stage.StartAsync(static builder => builder.Configuration["Gate:CallerRefusalsPerMinute"] = "2");
        await using Visit visit = await stage.OpenAsync();
        stage.Figma.Payments.Faults.Enqueue(FakeFault.Status(400), count: 2);
        await visit.ReopenAsync();

        Assert.Equal("Figma doesn’t recognize your session. Close the plugin and open it again.", await visit.BuyAsync("star"));
        Assert.Equal([401, 401], stage.Traffic.ExportStatuses);
        await visit.ScreenshotAsync("rejected");

        stage.Traffic.Clear();
        Assert.Equal("Too many attempts. Try again in 60 seconds. Your purchase is safe.", await visit.BuyAsync("star"));
        Assert.Equal([401, 429], stage.Traffic.ExportStatuses);
        Assert.True(await visit.IsBusyAsync());
        await visit.ScreenshotAsync("too-many-attempts");
    }

    [BrowserFact]
    public async Task Checkout_stays_closed_for_a_user_who_has_bought_elsewhere()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("pay");

        // The shop still has UNPAID for the first token in its cache.
        Assert.Equal(OnCanvas, await visit.BuyAsync("star"));
        Assert.Equal([402, 200], _stage.Traffic.ExportStatuses);
    }

    [BrowserFact]
    public async Task Visitor_who_keeps_closing_the_checkout_is_not_limited()
    {
        await using Visit visit = await _stage.OpenAsync();

        for (int i = 0; i < 11; i++)
        {
            Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
            Assert.Equal(ForBuyers, await visit.CloseCheckoutAsync("cancel"));
        }

        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        Assert.Equal(OnCanvas, await visit.CloseCheckoutAsync("pay"));
    }

    [BrowserFact]
    public async Task Sale_during_which_Figma_gives_no_new_token_opens_no_second_checkout()
    {
        await using Visit visit = await _stage.OpenAsync();
        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        await visit.FailTokensAsync(count: 1);

        Assert.Equal("Figma didn’t say who you are. Sign in to Figma and open the plugin again. If you have paid, your purchase is safe.", await visit.CloseCheckoutAsync("pay"));
        Assert.Equal(OnCanvas, await visit.BuyAsync("star"));
    }

    [BrowserFact]
    public async Task Sale_after_which_Figma_does_not_respond_ends()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.KeepTimersAsync();
        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        await visit.KeepTokenAsync();

        // The checkout itself has no deadline.
        await visit.PassDeadlinesAsync();
        Task<string> text = visit.CloseCheckoutAsync("pay");
        await Visit.WaitUntilAsync(visit.HasKeptTokenAsync);
        await visit.PassDeadlinesAsync();
        Assert.Equal("Figma doesn’t respond. Close the plugin and open it again. If you have paid, your purchase is safe.", await text);

        await visit.LetTimePassAsync();
        Assert.Equal(OnCanvas, await visit.BuyAsync("star"));
    }

    [BrowserFact]
    public async Task Token_that_comes_too_late_is_ignored()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("expire");
        _stage.Clock.Advance(TimeSpan.FromSeconds(22));
        await visit.KeepTimersAsync();
        await visit.KeepTokenAsync();

        Task<string> text = visit.BuyAsync("star");
        await Visit.WaitUntilAsync(visit.HasKeptTokenAsync);
        await visit.PassDeadlinesAsync();
        Assert.Equal("Figma doesn’t respond. Close the plugin and open it again.", await text);

        await visit.LetTimePassAsync();
        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        await visit.ReleaseTokenAsync();
        Assert.Equal(OnCanvas, await visit.CloseCheckoutAsync("pay"));
        Assert.Equal([401, 402, 200], _stage.Traffic.ExportStatuses);
    }

    [BrowserFact]
    public async Task Checkout_opens_although_Figma_does_not_know_the_status()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.HideStatusAsync();

        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        Assert.Equal(ForBuyers, await visit.CloseCheckoutAsync("cancel"));
        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        Assert.Equal(OnCanvas, await visit.CloseCheckoutAsync("pay"));
    }

    [BrowserFact]
    public async Task Glyph_that_Figma_can_not_draw_is_not_on_the_canvas()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("pay");
        await visit.ReopenAsync();
        await visit.FailDrawingAsync();

        Assert.Equal("Figma couldn’t draw the glyph. Your purchase is safe.", await visit.BuyAsync("star"));
        Assert.Empty(await visit.CanvasAsync());
    }

    [BrowserFact]
    public async Task Response_of_a_proxy_is_explained()
    {
        (ProxyResponse Response, string Text)[] cases =
        [
            (new(200, "[]"), "Something went wrong in the shop. Try again later."),
            (new(204, ""), "Something went wrong in the shop. Try again later."),
            (new(500, "null"), "Something went wrong in the shop. Try again later."),
            (new(503, "<html>", "Wed, 21 Oct 2015 07:28:00 GMT"), "Something went wrong in the shop. Try again later."),
            (new(503, "<html>", DateTimeOffset.UtcNow.AddDays(1).ToString("R")), "Something went wrong in the shop. Try again in 60 minutes."),
            (new(502, "<html>", "20"), "Something went wrong in the shop. Try again in 20 seconds."),
            (new(502, "<html>", "1"), "Something went wrong in the shop. Try again in 1 second."),
            (new(503, "<html>", "99999999"), "Something went wrong in the shop. Try again in 60 minutes."),
        ];

        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("pay");
        await visit.KeepTimersAsync();

        foreach ((ProxyResponse response, string text) in cases)
        {
            _stage.Traffic.Proxy = ("/export", response);
            Assert.Equal(text, await visit.BuyAsync("star"));
            await visit.LetTimePassAsync();
        }

        foreach ((ProxyResponse response, string text) in cases)
        {
            _stage.Traffic.Proxy = ("/glyphs", response);
            Assert.Equal(text, await visit.ReopenAsync());
        }

        Assert.Empty(await visit.CanvasAsync());
    }

    [BrowserFact]
    public async Task Response_that_breaks_off_is_explained()
    {
        ProxyResponse stalled = new(200, "{") { IsStalled = true };
        await using Visit visit = await _stage.OpenAsync();
        await visit.BlockAsync();

        _stage.Traffic.Proxy = ("/export", new(200, "{") { IsCut = true });
        Assert.Equal("The shop can’t be reached. Are you online?", await visit.BuyAsync("star"));

        await visit.KeepTimersAsync();
        _stage.Traffic.Proxy = ("/export", stalled);
        Task<string> text = visit.BuyAsync("star");
        await stalled.Stalled;
        await visit.PassDeadlinesAsync();
        Assert.Equal("The shop doesn’t respond. Try again later.", await text);
    }

    [BrowserFact]
    public async Task Shop_that_did_not_open_can_be_opened_again()
    {
        await using Visit visit = await _stage.OpenAsync();
        Assert.False(await visit.CanTryAgainAsync());
        _stage.Traffic.Proxy = ("/glyphs", new(503, "<html>"));
        Assert.Equal("Something went wrong in the shop. Try again later.", await visit.ReopenAsync());
        await Visit.WaitUntilAsync(visit.CanTryAgainAsync);
        await visit.ScreenshotAsync("not-open");

        await visit.KeepTimersAsync();
        _stage.Traffic.Proxy = ("/glyphs", new(429, "<html>", "20"));
        Assert.Equal("Something went wrong in the shop. Try again in 20 seconds.", await visit.TryAgainAsync());
        Assert.False(await visit.CanTryAgainAsync());
        Assert.Equal(20_000, Assert.Single(await visit.TimersAsync()));
        await visit.LetTimePassAsync();
        Assert.Equal("You can try again now.", await visit.WaitAsync());

        _stage.Traffic.Proxy = null;
        await visit.FailTokensAsync(count: 1);
        Assert.Equal("Figma didn’t say who you are. Sign in to Figma and open the plugin again.", await visit.TryAgainAsync());
        await visit.LetTimePassAsync();
        Assert.Equal(Invitation, await visit.TryAgainAsync());
        await visit.LetTimePassAsync();
        Assert.False(await visit.CanTryAgainAsync());
    }

    [BrowserFact]
    public async Task Sale_succeeds_although_the_new_list_does_not_load()
    {
        await using Visit visit = await _stage.OpenAsync();
        _stage.Traffic.Proxy = ("/glyphs", new(200, "{") { IsStalled = true });

        Assert.Equal(Visit.Checkout, await visit.BuyAsync("star"));
        Assert.Equal(OnCanvas, await visit.CloseCheckoutAsync("pay"));
    }

    [BrowserFact]
    public Task Plugin_waits_while_Figma_limits_requests() => Scenarios.LimitAsync(_stage);

    [BrowserFact]
    public async Task Plugin_works_again_after_Figma_was_down()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.ClickAsync("pay");
        await visit.ClickAsync("down");

        Assert.Equal("The shop can’t find out right now whether you have paid. These are only some of the glyphs. Your purchase is safe.", await visit.ReopenAsync());
        Assert.Equal("Preview", await visit.EditionAsync());
        await visit.KeepTimersAsync();
        Assert.StartsWith("Figma can’t say right now whether you have paid. Try again in ", await visit.BuyAsync("star"));
        Assert.Equal([503], _stage.Traffic.ExportStatuses);
        await visit.ScreenshotAsync("down");

        await visit.ClickAsync("up");
        _stage.Clock.Advance(TimeSpan.FromSeconds(await visit.TimersAsync() is [int time] ? time / 1000 : 0));
        await visit.LetTimePassAsync();
        Assert.Equal(OnCanvas, await visit.BuyAsync("star"));
        await WaitForEditionAsync(visit, "Full edition");
        await visit.ScreenshotAsync("up");
    }

    [BrowserFact]
    public async Task Operator_sees_the_decisions()
    {
        await using Visit visit = await _stage.OpenAsync();
        int before = await visit.OperatorCountAsync("paid");
        await visit.ClickAsync("pay");
        await visit.ReopenAsync();
        await visit.BuyAsync("star");

        // The request for the list of glyphs, and the one for the glyph.
        await Visit.WaitUntilAsync(async () => await visit.OperatorCountAsync("paid") == before + 2);
        await visit.ScreenshotAsync("operator");
    }

    [BrowserFact]
    public async Task Log_contains_no_token()
    {
        await using Visit visit = await _stage.OpenAsync();
        await visit.BuyAsync("star");
        await visit.CloseCheckoutAsync("pay");
        string[] tokens = [.. _stage.Traffic.All.Select(static exchange => exchange.Token).Where(static token => token.Length > 0).Distinct()];

        Assert.Equal(2, tokens.Length);
        Assert.Contains("/export", _stage.Log.Text);
        Assert.All(tokens, token => Assert.DoesNotContain(token, _stage.Log.Text));
        Assert.DoesNotContain(_stage.Figma.Payments.AccessTokenText, _stage.Log.Text);
    }

    /// <summary>Waits for the list, which is loaded after the text is shown.</summary>
    private static Task WaitForEditionAsync(Visit visit, string edition) => Visit.WaitUntilAsync(async () => await visit.EditionAsync() == edition);

    /// <summary>The stage that the tests share.</summary>
    public sealed class SharedStage : IAsyncLifetime
    {
        internal Stage Stage { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            if (Browsers.Path is not null)
                Stage = await Stage.StartAsync();
        }

        public async Task DisposeAsync()
        {
            if (Stage is not null)
                await Stage.DisposeAsync();
        }
    }
}
