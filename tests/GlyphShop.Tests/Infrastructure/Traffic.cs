using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace GlyphShop.Tests;

/// <summary>Records the requests that reach the back end.</summary>
internal sealed class Traffic : IStartupFilter
{
    private readonly ConcurrentQueue<Exchange> _exchanges = new();

    public Exchange[] All => [.. _exchanges];

    /// <summary>Gets the requests for glyphs, without preflight requests.</summary>
    public int[] ExportStatuses => [.. StatusesOf("POST", "/export")];

    public int[] PreflightStatuses => [.. StatusesOf("OPTIONS", "/export")];

    /// <summary>Gets or sets a response of a proxy in front of the back end, which then doesn't get the requests for its path.</summary>
    public (string Path, ProxyResponse Response)? Proxy { get; set; }

    public void Clear() => _exchanges.Clear();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            try
            {
                if (Proxy is { } proxy && context.Request.Path == proxy.Path && context.Request.Method != "OPTIONS")
                    await proxy.Response.WriteAsync(context);
                else
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

/// <summary>A response of a proxy, which the page of the plugin can read.</summary>
internal sealed record ProxyResponse(int Status, string Body, string? RetryAfter = null)
{
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets or sets a value that indicates whether the connection is closed after the body, as if the body were longer.</summary>
    public bool IsCut { get; init; }

    /// <summary>Gets or sets a value that indicates whether the response doesn't end.</summary>
    public bool IsStalled { get; init; }

    /// <summary>Gets a task that completes when a response has stalled.</summary>
    public Task Stalled => _stalled.Task;

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.AccessControlExposeHeaders = "Retry-After";

        if (RetryAfter is not null)
            context.Response.Headers.RetryAfter = RetryAfter;

        if (Body.Length > 0)
            await context.Response.WriteAsync(Body);

        if (IsCut)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }

        if (IsStalled)
        {
            await context.Response.Body.FlushAsync();
            _stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }
}

/// <summary>A request and the status of its response.</summary>
internal sealed record Exchange(string Method, string Path, string Token, int Status);
