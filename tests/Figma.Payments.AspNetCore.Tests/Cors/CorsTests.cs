using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Tests.Endpoints;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Cors;

/// <summary>The headers that a browser requires to show a response to the page of a plugin, whose origin is <c>null</c>.</summary>
public sealed class CorsTests
{
    public static TheoryData<string> Paths => ["/minimal", "/group/inner", "/lambda", "/controller/required", "/class", "/read"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Preflight_request_is_accepted_without_a_token(string path)
    {
        await using GateApp app = await StartAsync();
        using HttpResponseMessage response = await PreflightAsync(app, path);

        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Contains("x-figma-payment-token", Header(response, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
        Assert.Null(Header(response, "Access-Control-Allow-Credentials"));
        Assert.Equal(0, app.Executions);
        Assert.Empty(app.Figma.Requests);
    }

    [Theory]
    [InlineData("paid", 200)]
    [InlineData("none", 401)]
    [InlineData("unpaid", 402)]
    [InlineData("limited", 503)]
    public async Task Page_can_read_each_response_and_its_headers(string caller, int expected)
    {
        await using GateApp app = await StartAsync();
        string? token = caller switch
        {
            "none" => null,
            "unpaid" => app.TokenOf(PaymentStatus.Unpaid),
            _ => app.TokenOf(PaymentStatus.Paid),
        };

        if (caller == "limited")
            app.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromSeconds(5)));

        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/minimal", token, static request => request.Headers.Add("Origin", "null"));

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("Retry-After,WWW-Authenticate,Grpc-Status,Grpc-Message,Grpc-Status-Details-Bin", Header(response, "Access-Control-Expose-Headers"));
    }

    [Fact]
    public async Task Other_endpoints_stay_closed_although_the_application_has_a_default_policy()
    {
        await using GateApp app = await StartAsync(static services => services.AddCors(static cors => cors.AddDefaultPolicy(static policy => policy.AllowAnyOrigin())));
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/public", null, static request => request.Headers.Add("Origin", "null"));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Policy_of_the_developer_takes_precedence()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapGet("/before", static () => "").RequireCors("mine").RequireFigmaPayments(GateApp.Gate);
                app.MapGet("/after", static () => "").RequireFigmaPayments(GateApp.Gate).RequireCors("mine");
            },
            static options => options.Services = static services => services.AddCors(static cors => cors.AddPolicy("mine", static policy => policy.WithOrigins("https://example.com"))));

        foreach (string path in new[] { "/before", "/after" })
        {
            using HttpResponseMessage foreign = await app.SendAsync(HttpMethod.Get, path, null, static request => request.Headers.Add("Origin", "null"));
            Assert.Null(Header(foreign, "Access-Control-Allow-Origin"));

            using HttpResponseMessage own = await app.SendAsync(HttpMethod.Get, path, null, static request => request.Headers.Add("Origin", "https://example.com"));
            Assert.Equal("https://example.com", Header(own, "Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task Refusal_before_UseFigmaPayments_has_the_headers_too_and_the_order_is_logged_once()
    {
        await using GateApp app = await StartAsync(pipeline: static app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.UseFigmaPayments();
        });

        using HttpResponseMessage preflight = await PreflightAsync(app, "/minimal");
        Assert.Equal(204, (int)preflight.StatusCode);

        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/minimal", null, static request => request.Headers.Add("Origin", "null"));
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 20);
    }

    [Fact]
    public async Task Error_page_has_the_headers_too()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", string () => throw new InvalidTimeZoneException("secret")).RequireFigmaPayments(GateApp.Gate),
            static options => options.Pipeline = static app =>
            {
                app.UseExceptionHandler(static error => error.Run(static context => context.Response.WriteAsync("failed")));
                app.UseFigmaPayments();
            });

        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", app.TokenOf(PaymentStatus.Paid), static request => request.Headers.Add("Origin", "null"));
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
    }

    private static Task<GateApp> StartAsync(Action<IServiceCollection>? services = null, Action<WebApplication>? pipeline = null) => GateApp.StartAsync(Sample.Map, options =>
    {
        options.Pipeline = pipeline ?? options.Pipeline;
        options.Services = collection =>
        {
            Sample.AddServices(collection);
            services?.Invoke(collection);
        };
    });

    private static Task<HttpResponseMessage> PreflightAsync(GateApp app, string path) => app.SendAsync(HttpMethod.Options, path, null, static request =>
    {
        request.Headers.Add("Origin", "null");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "x-figma-payment-token,content-type");
    });

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;
}
