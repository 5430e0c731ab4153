using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace GlyphShop.StandIn;

/// <summary>Runs the shop without an access token: a fake of Figma sells the plugin, and a page plays Figma's editor.</summary>
internal static class StandInProgram
{
    public static async Task RunAsync(WebApplicationBuilder builder)
    {
        string address = builder.Configuration["FIGMA_STAND_IN"] is { Length: > 0 } given ? given : "http://localhost:5181";

        if (!IsAddress(address))
        {
            Console.WriteLine($"FIGMA_STAND_IN is '{address}'. It must be an address such as http://localhost:5181.");
            Environment.ExitCode = 1;
            return;
        }

        try
        {
            await using FigmaStandIn figma = await FigmaStandIn.StartAsync(address);
            builder.Configuration.AddInMemoryCollection(figma.Settings);

            if (string.IsNullOrEmpty(builder.Configuration["URLS"]))
                builder.WebHost.UseUrls("http://localhost:5180");

            await using WebApplication shop = Shop.Build(builder);
            await shop.StartAsync();

            if (!shop.Urls.Contains(figma.ShopAddress))
                Console.WriteLine($"The plugin sends its requests to {figma.ShopAddress}, but this shop is at {shop.Urls.First()}. To try it here, change the address in ui.html, and allow it in manifest.json.");

            Console.WriteLine($"FIGMA_ACCESS_TOKEN is not set, so nothing here costs money. Open {figma.Address} and click a glyph.");
            await shop.WaitForShutdownAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            Console.WriteLine($"{exception.Message} Perhaps the shop is already running.");
            Environment.ExitCode = 1;
        }
    }

    // The server can't choose a free port for the name localhost.
    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && uri is { Scheme: "http", PathAndQuery: "/", Fragment: "", UserInfo: "" } and not { Host: "localhost", Port: 0 };
}
