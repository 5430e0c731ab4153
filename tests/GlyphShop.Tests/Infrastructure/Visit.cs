using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using PuppeteerSharp;
using Xunit;

namespace GlyphShop.Tests;

/// <summary>A person in front of the stand-in's page: what they click and read.</summary>
internal sealed class Visit(IPage page) : IAsyncDisposable
{
    /// <summary>The result of an action that opens the checkout.</summary>
    public const string Checkout = "(checkout)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Task<string> EditionAsync() => ReadInPluginAsync<string>("document.getElementById('edition').textContent");

    public Task<string[]> GlyphsAsync() => ReadInPluginAsync<string[]>("[...document.querySelectorAll('#glyphs button')].map(button => button.textContent)");

    public Task<bool> IsBusyAsync() => ReadInPluginAsync<bool>("[...document.querySelectorAll('#glyphs button')].some(button => button.disabled)");

    /// <summary>Gets the names of the glyphs on the canvas.</summary>
    public Task<string[]> CanvasAsync() => page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('#canvas figcaption')].map(caption => caption.textContent)");

    /// <summary>Clicks a button of the stand-in, and waits until it has had its effect.</summary>
    public async Task ClickAsync(string name)
    {
        Task<IResponse> response = page.WaitForResponseAsync(response => response.Url.EndsWith('/' + name));
        await page.ClickAsync($"aside [data-post={name}], aside [data-api={name}]");
        await response;
    }

    /// <summary>Opens the plugin again, with a new token, and returns the text that it shows.</summary>
    public async Task<string> ReopenAsync()
    {
        await page.EvaluateExpressionAsync("document.getElementById('pluginPage').replaceChildren()");
        await page.ClickAsync("#reopen");
        return await WaitAsync();
    }

    /// <summary>Clicks a glyph, and returns the text that the plugin shows, or <see cref="Checkout"/>.</summary>
    public async Task<string> BuyAsync(string glyph)
    {
        IElementHandle? button = null;
        await WaitUntilAsync(async () => (button = await (await PluginAsync()).QuerySelectorAsync($"button:enabled:has(img[src$='/{glyph}'])")) is not null);
        await button!.ClickAsync();
        return await WaitAsync();
    }

    /// <summary>Clicks a button of the checkout, and returns the text that the plugin shows.</summary>
    public async Task<string> CloseCheckoutAsync(string button)
    {
        await page.ClickAsync($"#checkout button[value={button}]");
        return await WaitAsync();
    }

    /// <summary>Clicks the button that opens the shop again, and returns the text that the plugin shows.</summary>
    public async Task<string> TryAgainAsync()
    {
        await WaitUntilAsync(CanTryAgainAsync);
        await (await (await PluginAsync()).QuerySelectorAsync("#again")).ClickAsync();
        return await WaitAsync();
    }

    public Task<bool> CanTryAgainAsync() => ReadInPluginAsync<bool>("!document.getElementById('again').hidden");

    /// <summary>Gets the text that says what the Payments API does.</summary>
    public Task<string> ApiStatusAsync() => page.EvaluateExpressionAsync<string>("document.getElementById('apiStatus').textContent");

    /// <summary>Waits until the plugin has finished, or opens the checkout.</summary>
    public async Task<string> WaitAsync()
    {
        string text = "";

        await WaitUntilAsync(async () =>
        {
            if (await page.EvaluateExpressionAsync<bool>("document.getElementById('checkout').open"))
            {
                text = Checkout;
                return true;
            }

            text = await ReadInPluginAsync<string>("document.getElementById('status').textContent");
            return text.Length > 0 && !text.EndsWith('…');
        });

        return text;
    }

    /// <summary>Keeps the timers and the deadlines of the plugin, so that a test can see them and let their time pass.</summary>
    public Task KeepTimersAsync() => ReadInPluginAsync<bool>(
        """
        window.timers = [];
        window.setTimeout = (run, time) => timers.push({ run, time });
        window.deadlines = [];
        AbortSignal.timeout = () => {
          const controller = new AbortController();
          deadlines.push(() => controller.abort(new DOMException("signal timed out", "TimeoutError")));
          return controller.signal;
        };
        true
        """);

    public Task<int[]> TimersAsync() => ReadInPluginAsync<int[]>("timers.map(timer => timer.time)");

    public Task LetTimePassAsync() => ReadInPluginAsync<bool>("timers.splice(0).forEach(timer => timer.run()), true");

    /// <summary>Lets the time of all kept deadlines pass.</summary>
    public Task PassDeadlinesAsync() => ReadInPluginAsync<bool>("deadlines.splice(0).forEach(pass => pass()), true");

    /// <summary>Pretends that the browser has blocked a request.</summary>
    public Task BlockAsync() => ReadInPluginAsync<bool>("dispatchEvent(new Event('securitypolicyviolation'))");

    /// <summary>Lets the next request for a payment token wait until <see cref="ReleaseTokenAsync"/>.</summary>
    public Task KeepTokenAsync() => page.EvaluateExpressionAsync(
        "{ const get = figma.payments.getPluginPaymentTokenAsync; figma.payments.getPluginPaymentTokenAsync = () => new Promise(resolve => { figma.payments.getPluginPaymentTokenAsync = get; window.release = resolve; }); }");

    public Task<bool> HasKeptTokenAsync() => page.EvaluateExpressionAsync<bool>("'release' in window");

    public Task ReleaseTokenAsync() => page.EvaluateExpressionAsync("release('late')");

    /// <summary>Lets Figma not know the payment status.</summary>
    public Task HideStatusAsync() => page.EvaluateExpressionAsync("Object.defineProperty(figma.payments, 'status', { value: { type: 'NOT_SUPPORTED' } })");

    /// <summary>Lets the next requests for a payment token fail, as they do when Figma can't be reached.</summary>
    public Task FailTokensAsync(int count) => page.EvaluateExpressionAsync(
        $"{{ const get = figma.payments.getPluginPaymentTokenAsync; let left = {count}; figma.payments.getPluginPaymentTokenAsync = () => left-- > 0 ? Promise.reject(Error()) : get(); }}");

    /// <summary>Lets Figma refuse to draw.</summary>
    public Task FailDrawingAsync() => page.EvaluateExpressionAsync("figma.createNodeFromSvg = () => { throw Error(); }");

    /// <summary>Gets a count from the operator's page, or 0.</summary>
    public async Task<int> OperatorCountAsync(string outcome)
    {
        IFrame frame = await FrameAsync("#operator");
        return await frame.EvaluateExpressionAsync<int>($"Number(document.querySelector('.{outcome} td:last-child')?.textContent ?? 0)");
    }

    public async Task<bool> HasOperatorCoolDownAsync() =>
        (await (await FrameAsync("#operator")).EvaluateExpressionAsync<string>("document.getElementById('coolDown').textContent")).EndsWith(" s", StringComparison.Ordinal);

    public static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        long start = Stopwatch.GetTimestamp();

        while (!await IsTrueAsync(condition))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
                throw new TimeoutException("The page doesn't show what the test waits for.");

            await Task.Delay(20);
        }
    }

    public Task ScreenshotAsync(string name)
    {
        Directory.CreateDirectory(Stage.Artifacts);
        return page.ScreenshotAsync(Path.Combine(Stage.Artifacts, name + ".png"));
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    // The page of the plugin might be loading.
    private static async Task<bool> IsTrueAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (PuppeteerException)
        {
            return false;
        }
    }

    private async Task<T> ReadInPluginAsync<T>(string expression) => await (await PluginAsync()).EvaluateExpressionAsync<T>(expression);

    private Task<IFrame> PluginAsync() => FrameAsync("#pluginPage iframe");

    private async Task<IFrame> FrameAsync(string selector) =>
        await page.QuerySelectorAsync(selector) is { } element && await element.ContentFrameAsync() is { } frame
            ? frame
            : throw new PuppeteerException("The frame isn't there yet.");
}
