using System;
using System.Collections.Generic;
using System.IO;
using GlyphShop;
using GlyphShop.StandIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

string? accessToken = Environment.GetEnvironmentVariable("FIGMA_ACCESS_TOKEN");

if (!string.IsNullOrEmpty(accessToken))
{
    await using WebApplication production = Shop.Create(args, new Dictionary<string, string?> { ["Figma:AccessToken"] = accessToken });
    await production.RunAsync();
    return;
}

string? standIn = Environment.GetEnvironmentVariable("FIGMA_STAND_IN");

// Buyers must not meet the fake because a variable is missing.
if (standIn is null && Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") != Environments.Development)
{
    Console.WriteLine("FIGMA_ACCESS_TOKEN is not set. Set it, or set FIGMA_STAND_IN to an address such as http://localhost:5181 to try the shop with a fake of Figma.");
    Environment.ExitCode = 1;
    return;
}

// Without an access token, a fake of Figma sells the plugin, and a page plays Figma's editor.
try
{
    await using FigmaStandIn figma = await FigmaStandIn.StartAsync(standIn ?? "http://localhost:5181");
    await using WebApplication shop = Shop.Create(args, figma.Settings);
    await shop.StartAsync();
    Console.WriteLine($"FIGMA_ACCESS_TOKEN is not set, so nothing here costs money. Open {figma.Address} and click a glyph.");
    await shop.WaitForShutdownAsync();
}
catch (IOException exception) when (exception.InnerException is AddressInUseException)
{
    Console.WriteLine($"{exception.Message} Perhaps the shop is already running.");
    Environment.ExitCode = 1;
}
