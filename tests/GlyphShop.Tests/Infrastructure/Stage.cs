using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using GlyphShop.StandIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PuppeteerSharp;

namespace GlyphShop.Tests;

/// <summary>The sample as a person starts it, and a browser.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly WebApplication _shop;
    private readonly IBrowser _browser;
    private readonly string? _folder;

    private Stage(FigmaStandIn figma, WebApplication shop, IBrowser browser, string? folder)
    {
        Figma = figma;
        _shop = shop;
        _browser = browser;
        _folder = folder;
    }

    public FigmaStandIn Figma { get; }

    public ShopClock Clock => (ShopClock)_shop.Services.GetRequiredService<TimeProvider>();

    public Traffic Traffic => (Traffic)_shop.Services.GetServices<IStartupFilter>().First(static filter => filter is Traffic);

    public RecordedLog Log => (RecordedLog)_shop.Services.GetServices<ILoggerProvider>().Single();

    public static string Artifacts { get; } = Path.Combine(Metadata("Artifacts"), "screenshots", "GlyphShop");

    /// <summary>Gets a value that the project file of the tests contains.</summary>
    public static string Metadata(string key) => typeof(Stage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;

    /// <param name="configure">A function that changes the back end.</param>
    /// <param name="edit">A function that changes the text of each file of the plugin.</param>
    public static async Task<Stage> StartAsync(Action<WebApplicationBuilder>? configure = null, Func<string, string>? edit = null)
    {
        string? folder = edit is null ? null : CopyPlugin(edit);
        FigmaStandIn figma = await FigmaStandIn.StartAsync("http://127.0.0.1:0", folder);

        WebApplicationBuilder builder = Shop.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Configuration.AddInMemoryCollection(figma.Settings);

        WebApplication shop = Shop.Build(builder, builder =>
        {
            builder.Services.AddSingleton<TimeProvider, ShopClock>();
            builder.Services.AddSingleton<IStartupFilter, Traffic>();
            builder.Logging.ClearProviders().Services.PostConfigure<LoggerFilterOptions>(static filters =>
            {
                filters.MinLevel = LogLevel.Trace;
                filters.Rules.Clear();
            });
            builder.Services.AddSingleton<ILoggerProvider, RecordedLog>();
            configure?.Invoke(builder);
        });

        await shop.StartAsync();
        return new Stage(figma, shop, await Browsers.StartAsync(PortOf(shop.Urls.Single()), PortOf(figma.Address)), folder);
    }

    /// <summary>Opens the page of the stand-in, as a new user. The limits and caches of earlier visits are over.</summary>
    public async Task<Visit> OpenAsync()
    {
        Figma.Payments.Faults.Clear();
        Traffic.Proxy = null;
        Clock.Advance(TimeSpan.FromHours(1));
        IPage page = await _browser.NewPageAsync();
        await page.GoToAsync("http://localhost:5181/");
        Visit visit = new(page);
        await visit.WaitAsync();
        Traffic.Clear();
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
        await Figma.DisposeAsync();

        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private static int PortOf(string address) => new Uri(address).Port;

    private static string CopyPlugin(Func<string, string> edit)
    {
        string folder = Directory.CreateTempSubdirectory("GlyphShop").FullName;

        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Plugin")))
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), edit(File.ReadAllText(file)));

        return folder;
    }
}
