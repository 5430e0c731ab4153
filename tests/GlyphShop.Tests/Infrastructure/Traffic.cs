using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace GlyphShop.Tests;

/// <summary>Records the requests that reach the back end.</summary>
internal sealed class Traffic : IStartupFilter
{
    private readonly ConcurrentQueue<Exchange> _exchanges = new();

    public Exchange[] All => [.. _exchanges];

    /// <summary>Gets the requests for glyphs, without preflight requests.</summary>
    public int[] ExportStatuses => [.. StatusesOf("POST", "/export")];

    public int[] PreflightStatuses => [.. StatusesOf("OPTIONS", "/export")];

    public void Clear() => _exchanges.Clear();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            try
            {
                await following(context);
            }
            finally
            {
                _exchanges.Enqueue(new Exchange(context.Request.Method, context.Request.Path, context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal), context.Response.StatusCode));
            }
        });

        next(app);
    };

    private System.Collections.Generic.IEnumerable<int> StatusesOf(string method, string path) =>
        All.Where(exchange => exchange.Method == method && exchange.Path == path).Select(static exchange => exchange.Status);
}

/// <summary>A request and the status of its response.</summary>
internal sealed record Exchange(string Method, string Path, string Token, int Status);
