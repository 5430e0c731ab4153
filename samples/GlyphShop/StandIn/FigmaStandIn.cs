using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace GlyphShop.StandIn;

/// <summary>
/// Plays Figma on this machine: its Payments API, and a page that runs the plugin as Figma's editor does. It isn't part of the back end.
/// Each load of the page is another user.
/// </summary>
internal sealed class FigmaStandIn : IAsyncDisposable
{
    private static readonly TimeSpan LimitedFor = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly FigmaClock _clock;
    private readonly FakeFigmaPaymentsServer _api;
    private readonly PluginId _plugin;
    private string _fault = "";

    private FigmaStandIn(WebApplication app, FigmaClock clock, FakeFigmaPayments payments, FakeFigmaPaymentsServer api, PluginId plugin, string shopAddress)
    {
        _app = app;
        _clock = clock;
        Payments = payments;
        _api = api;
        _plugin = plugin;
        ShopAddress = shopAddress;
    }

    /// <summary>Gets the fake of the Payments API.</summary>
    public FakeFigmaPayments Payments { get; }

    public string Address => _app.Urls.Single();

    /// <summary>Gets the address to which the plugin sends its requests.</summary>
    public string ShopAddress { get; }

    /// <summary>Gets the settings of a back end that uses this fake. A person who clicks doesn't want to wait five minutes for a refund.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Figma:AccessToken"] = Payments.AccessTokenText,
        ["Figma:BaseAddress"] = _api.BaseAddress.ToString(),
        ["Gate:PaidFor"] = "00:00:20",
        ["Gate:TrialFor"] = "00:00:20",
        ["Operator"] = "true",
    };

    /// <summary>Gets what the Payments API does with the next request.</summary>
    private string Status => Payments.Faults.Pending > 0 ? _fault : "works";

    /// <param name="address">The address of the page.</param>
    /// <param name="pluginFolder">The folder of the plugin.</param>
    public static async Task<FigmaStandIn> StartAsync(string address, string? pluginFolder = null)
    {
        pluginFolder ??= Path.Combine(AppContext.BaseDirectory, "Plugin");
        FigmaClock clock = new();
        FakeFigmaPayments payments = new(new FakeFigmaPaymentsOptions { TimeProvider = clock });
        PluginId plugin = payments.AddPlugin(ReadId(Path.Combine(pluginFolder, "manifest.json")));

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        builder.Services.AddRouting();

        // Another site can give its own name this address. Without this, it could buy here.
        builder.Services.AddHostFiltering(options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", new Uri(address).Host]);

        FigmaStandIn figma = new(builder.Build(), clock, payments, await payments.StartAsync(), plugin, ReadShopAddress(Path.Combine(pluginFolder, "ui.html")));
        figma._app.UseHostFiltering();
        figma._app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "StandIn")) });
        figma._app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(pluginFolder), RequestPath = "/plugin" });
        figma.MapEndpoints();
        await figma._app.StartAsync();
        return figma;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _api.DisposeAsync();
    }

    private void MapEndpoints()
    {
        _app.MapPost("/users", () => Payments.AddUser().Value);
        _app.MapPost("/users/{id}/token", (UserId id) => Payments.IssuePaymentToken(id, _plugin));
        _app.MapPost("/users/{id}/pay", (UserId id) => Payments.Pay(id, _plugin));
        _app.MapPost("/users/{id}/trial", (UserId id) => Payments.StartTrial(id, _plugin));
        _app.MapPost("/users/{id}/refund", (UserId id) => Payments.EndSubscription(id, _plugin));

        _app.MapGet("/status", () => Status);
        _app.MapPost("/limit", () => Fail("limits the next request, for 30 seconds", FakeFault.RateLimited(LimitedFor), 1));
        _app.MapPost("/down", () => Fail("is down", FakeFault.Status(StatusCodes.Status503ServiceUnavailable), int.MaxValue));
        _app.MapPost("/up", () =>
        {
            Payments.Faults.Clear();
            return Status;
        });
        _app.MapPost("/expire", () =>
        {
            _clock.Advance(TimeSpan.FromMinutes(5));
            return Status;
        });
    }

    private string Fail(string description, FakeFault fault, int count)
    {
        _fault = description;
        Payments.Faults.Clear();
        Payments.Faults.Enqueue(fault, count: count);
        return Status;
    }

    private static string ReadShopAddress(string page) => Regex.Match(File.ReadAllText(page), """^\s*const shop = ["'](.*?)["']""", RegexOptions.Multiline).Groups[1].Value;

    private static PluginId ReadId(string manifest)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(manifest));
        return new PluginId(document.RootElement.GetProperty("id").GetString()!);
    }

    /// <summary>The clock of the fake, which can be advanced so that payment tokens expire.</summary>
    private sealed class FigmaClock : TimeProvider
    {
        private long _offset;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _offset));

        public void Advance(TimeSpan time) => Interlocked.Add(ref _offset, time.Ticks);
    }
}
