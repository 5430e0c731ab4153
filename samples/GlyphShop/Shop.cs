using System;
using Figma.Payments;
using Figma.Payments.AspNetCore;
using GlyphShop.Operator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace GlyphShop;

/// <summary>The back end of the plugin.</summary>
internal static class Shop
{
    /// <param name="args">The command line, which can contain settings.</param>
    public static WebApplicationBuilder CreateBuilder(string[] args) =>
        // The files of the sample are next to the program, wherever it is started from.
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

    /// <param name="builder">The builder, with all settings.</param>
    /// <param name="configure">A function that changes the services, for tests.</param>
    public static WebApplication Build(WebApplicationBuilder builder, Action<WebApplicationBuilder>? configure = null)
    {
        builder.Services.AddGlyphPayments(builder.Configuration.GetSection("Figma"));

        builder.Services.AddGlyphPaymentsGate(builder.Configuration.GetSection("Gate"));

        // On several machines: with Gate:CacheSecret, they share what Figma says through Redis.
        if (builder.Configuration.GetConnectionString("redis") is { Length: > 0 } redis)
        {
            builder.Services.AddStackExchangeRedisCache(options =>
            {
                options.ConfigurationOptions = ConfigurationOptions.Parse(redis);
                options.ConfigurationOptions.AbortOnConnectFail = false;
                options.ConfigurationOptions.BacklogPolicy = BacklogPolicy.FailFast;
            });
        }

        builder.Services.AddSingleton<GateMetrics>();
        configure?.Invoke(builder);

        WebApplication app = builder.Build();
        app.UseFigmaPayments();

        // For everybody: the page of the plugin shows it as an image, which needs no CORS.
        app.MapGet("/previews/{name}", static (string name) => Glyphs.Find(name) is { } glyph
            ? Results.Text(glyph.ToPreview(), "image/svg+xml")
            : Results.NotFound());

        // For everybody, and more for users who have paid.
        app.MapGet("/glyphs", static (FigmaPayment? payment, HttpContext context) => Catalog.For(payment, context.GetFigmaPaymentsDecision())).ReadGlyphPayments();

        // Only for users who have paid.
        app.MapPost("/export", static (ExportRequest request) => Glyphs.Find(request.Name) is { } glyph && Glyph.IsColor(request.Color)
            ? Results.Text(glyph.ToSvg(request.Color), "image/svg+xml")
            : Results.BadRequest()).RequireGlyphPayments();

        if (app.Configuration.GetValue<bool>("Operator"))
            app.MapOperator();

        return app;
    }
}
