using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>Endpoints that a middleware selects after the final check, such as a second routing or a re-execution.</summary>
public sealed class SecondEndpointTests
{
    [Theory]
    [InlineData("/read")]
    [InlineData("/public")]
    public async Task Endpoint_that_is_selected_after_the_gate_is_guarded(string path)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapGet("/read", static () => "read").ReadFigmaPayments(GateApp.Gate);
                app.MapGet("/public", static () => "public").RequireCors(static _ => { });
                app.MapGet("/paid", static (Executions executions) => Run(executions)).RequireFigmaPayments(GateApp.Gate);
            },
            static options => options.Pipeline = static app =>
            {
                app.UseFigmaPayments();
                app.UseCors();
                app.Use(static (context, next) =>
                {
                    context.SetEndpoint(context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.Single(static endpoint => endpoint is RouteEndpoint { RoutePattern.RawText: "/paid" }));
                    return next(context);
                });
            });

        foreach ((string? token, int status) in new[] { (null, 401), ("garbage", 401), (app.TokenOf(PaymentStatus.Unpaid), 402) })
        {
            using HttpResponseMessage response = await app.GetAsync(path, token);
            Assert.Equal(status, (int)response.StatusCode);
        }

        Assert.Equal(0, app.Executions);

        using HttpResponseMessage paid = await app.GetAsync(path, app.TokenOf(PaymentStatus.Paid));
        Assert.Equal(200, (int)paid.StatusCode);
        Assert.Equal(1, app.Executions);
    }

    /// <summary>A middleware keeps the endpoint of one request, and executes it for a request to another endpoint.</summary>
    [Fact]
    public async Task Endpoint_that_a_middleware_executes_itself_is_guarded()
    {
        Endpoint? kept = null;

        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapGet("/read", static () => "read").ReadFigmaPayments(GateApp.Gate);
                app.MapGet("/public", static () => "public");
                app.MapGet("/paid", static (Executions executions) => Run(executions)).RequireFigmaPayments(GateApp.Gate);
            },
            options => options.Pipeline = app =>
            {
                app.UseFigmaPayments();
                app.Use((context, next) =>
                {
                    if (kept is not null)
                        return kept.RequestDelegate!(context);

                    kept = context.GetEndpoint();
                    return next(context);
                });
            });

        Assert.Equal(200, (int)(await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid))).StatusCode);

        foreach (string path in new[] { "/paid", "/read", "/public" })
        {
            Assert.Equal(402, (int)(await app.GetAsync(path, app.TokenOf(PaymentStatus.Unpaid))).StatusCode);
            Assert.Equal(1, app.Executions);
        }
    }

    [Fact]
    public async Task Endpoint_that_a_middleware_executes_after_it_was_cleared_is_guarded()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (Executions executions) => Run(executions)).RequireFigmaPayments(GateApp.Gate),
            static options => options.Pipeline = static app =>
            {
                app.UseFigmaPayments();
                app.Use(static (HttpContext context, RequestDelegate next) =>
                {
                    Endpoint endpoint = context.GetEndpoint()!;
                    context.SetEndpoint(null);
                    return endpoint.RequestDelegate!(context);
                });
            });

        foreach ((string? token, int status) in new[] { (null, 401), (app.TokenOf(PaymentStatus.Unpaid), 402), (app.TokenOf(PaymentStatus.Paid), 200) })
        {
            using HttpResponseMessage response = await app.GetAsync("/paid", token);
            Assert.Equal(status, (int)response.StatusCode);
        }

        Assert.Equal(1, app.Executions);
    }

    /// <summary>As a middleware does that re-executes the pipeline for an error and restores the endpoint.</summary>
    [Fact]
    public async Task Endpoint_that_is_selected_twice_is_executed_once()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (Executions executions) => Run(executions)).RequireFigmaPayments(GateApp.Gate),
            static options => options.Pipeline = static app =>
            {
                app.UseFigmaPayments();
                app.Use(static (context, next) =>
                {
                    Endpoint? endpoint = context.GetEndpoint();
                    context.SetEndpoint(null);
                    context.SetEndpoint(endpoint);
                    Assert.Same(endpoint, context.GetEndpoint());
                    return next(context);
                });
            });

        Assert.Equal(402, (int)(await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Unpaid))).StatusCode);
        Assert.Equal(0, app.Executions);
        Assert.Equal(200, (int)(await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid))).StatusCode);
        Assert.Equal(1, app.Executions);
    }

    [Fact]
    public async Task Endpoint_that_skips_the_pipeline_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(static app =>
            app.MapGet("/paid", static (Executions executions) => Run(executions)).RequireFigmaPayments(GateApp.Gate).ShortCircuit()));

        Assert.Contains("remove ShortCircuit", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A refusal without a body hasn't started the response, so that it can be cleared.</summary>
    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    public async Task Second_attempt_after_a_refusal_is_refused_too(string method)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapMethods("/paid", ["GET", "HEAD"], static (Executions executions) => Run(executions)).RequireFigmaPayments(GateApp.Gate);
                app.MapMethods("/second", ["GET", "HEAD"], static (Executions executions) => Run(executions)).RequireFigmaPayments(GateApp.Gate);
            },
            static options => options.Pipeline = static app =>
            {
                app.Use(static async (context, next) =>
                {
                    await next(context);

                    if (context.Response.HasStarted)
                        return;

                    context.Response.Clear();
                    context.SetEndpoint(null);
                    context.Request.Path = "/second";
                    await next(context);
                });

                app.UseRouting();
                app.UseFigmaPayments();
            });

        using HttpResponseMessage response = await app.SendAsync(new HttpMethod(method), "/paid");

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().ToString());
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(0, app.Executions);
    }

    /// <summary>The properties of the attribute take precedence over those of the profile.</summary>
    [Theory]
    [InlineData(ResponseCacheLocation.Client, true)]
    [InlineData(ResponseCacheLocation.Any, false)]
    public async Task Location_of_the_attribute_replaces_that_of_the_profile(ResponseCacheLocation profile, bool fails)
    {
        Task<GateApp> start = GateApp.StartAsync(
            app => (fails
                ? app.MapGet("/paid", [ResponseCache(CacheProfileName = "minute", Location = ResponseCacheLocation.Any)] static (Executions executions) => Run(executions))
                : app.MapGet("/paid", [ResponseCache(CacheProfileName = "minute", Location = ResponseCacheLocation.Client)] static (Executions executions) => Run(executions))).RequireFigmaPayments(GateApp.Gate),
            options => options.Services = services => services.AddControllers(mvc => mvc.CacheProfiles.Add("minute", new CacheProfile { Duration = 60, Location = profile })));

        if (fails)
            Assert.Contains("[ResponseCache]", (await Assert.ThrowsAsync<InvalidOperationException>(() => start)).Message, StringComparison.Ordinal);
        else
            await (await start).DisposeAsync();
    }

    [Theory]
    [InlineData("public, max-age=60", "max-age=60, private")]
    [InlineData("max-age=60, s-maxage=600", "max-age=60, private")]
    [InlineData("public", "private")]
    [InlineData("max-age=60", "max-age=60, private")]
    [InlineData("no-cache", "no-cache, private")]
    [InlineData("no-store", "no-store, private")]
    [InlineData("private=\"X-Own\", max-age=60", "max-age=60, private")]
    [InlineData("public, max-age=1d", "no-store, private")]
    [InlineData("private, max-age=60", "max-age=60, private")]
    public async Task Response_is_not_public(string header, string expected)
    {
        await using GateApp app = await GateApp.StartAsync(app => app.MapGet("/paid", (HttpResponse response, Executions executions) =>
        {
            response.Headers.CacheControl = header;
            return Run(executions);
        }).RequireFigmaPayments(GateApp.Gate));

        using HttpResponseMessage response = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid));
        Assert.Equal(expected, response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("CDN-Cache-Control")]
    [InlineData("Cloudflare-CDN-Cache-Control")]
    [InlineData("Edge-Control")]
    [InlineData("Surrogate-Control")]
    [InlineData("X-Accel-Expires")]
    public async Task Header_for_shared_caches_is_removed(string header)
    {
        await using GateApp app = await GateApp.StartAsync(app => app.MapGet("/paid", (HttpResponse response) =>
        {
            response.Headers[header] = "600";
            return "secret";
        }).RequireFigmaPayments(GateApp.Gate));

        using HttpResponseMessage response = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid));
        Assert.False(response.Headers.Contains(header));
        Assert.Equal("no-store, private", response.Headers.CacheControl?.ToString());
    }

    /// <summary>The middleware for CORS is in a branch, and the final check before the endpoint isn't.</summary>
    [Fact]
    public async Task Endpoint_outside_the_branch_of_UseFigmaPayments_is_guarded_and_has_CORS_headers()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (Executions executions) => Run(executions)).RequireFigmaPayments(GateApp.Gate),
            static options => options.Pipeline = static app =>
            {
                app.UseRouting();
                app.UseWhen(static context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), static branch => branch.UseFigmaPayments());
                app.UseAuthorization();
            });

        foreach ((string? token, int status) in new[] { (null, 401), (app.TokenOf(PaymentStatus.Unpaid), 402), (app.TokenOf(PaymentStatus.Paid), 200) })
        {
            using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", token, static request => request.Headers.Add("Origin", "null"));
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        }

        Assert.Equal(1, app.Executions);
    }

    [Theory]
    [InlineData(ResponseCacheLocation.Any, true)]
    [InlineData(ResponseCacheLocation.Client, false)]
    public async Task Cache_profile_for_shared_caches_fails_at_start(ResponseCacheLocation location, bool fails)
    {
        Task<GateApp> start = GateApp.StartAsync(
            static app => app.MapGet("/paid", [ResponseCache(CacheProfileName = "minute")] static (Executions executions) => Run(executions)).RequireFigmaPayments(GateApp.Gate),
            options => options.Services = services => services.AddControllers(mvc => mvc.CacheProfiles.Add("minute", new CacheProfile { Duration = 60, Location = location })));

        if (fails)
            Assert.Contains("[ResponseCache]", (await Assert.ThrowsAsync<InvalidOperationException>(() => start)).Message, StringComparison.Ordinal);
        else
            await (await start).DisposeAsync();
    }

    private static string Run(Executions executions)
    {
        executions.Add();
        return "goods";
    }
}
