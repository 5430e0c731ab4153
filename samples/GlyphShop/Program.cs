using System;
using GlyphShop;
using GlyphShop.StandIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

WebApplicationBuilder builder = Shop.CreateBuilder(args);

if (builder.Configuration["FIGMA_ACCESS_TOKEN"] is { Length: > 0 } accessToken)
    builder.Configuration["Figma:AccessToken"] = accessToken;

if (!string.IsNullOrEmpty(builder.Configuration["Figma:AccessToken"]))
{
    await using WebApplication production = Shop.Build(builder);
    await production.RunAsync();
    return;
}

// Buyers must not meet the fake because a variable is missing.
if (builder.Configuration["FIGMA_STAND_IN"] is { Length: > 0 } || builder.Environment.IsDevelopment())
{
    await StandInProgram.RunAsync(builder);
    return;
}

Console.WriteLine("To try the shop with a fake of Figma, set FIGMA_STAND_IN to an address such as http://localhost:5181.");
Console.WriteLine("FIGMA_ACCESS_TOKEN is not set.");
Environment.ExitCode = 1;
