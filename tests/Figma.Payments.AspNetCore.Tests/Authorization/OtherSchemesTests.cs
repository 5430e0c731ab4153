using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Tests.Grpc;
using Figma.Payments.AspNetCore.Tests.Hubs;
using global::Grpc.Core;
using global::Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>Endpoints with a gate and another authentication scheme. ASP.NET Core challenges all schemes of an endpoint.</summary>
public sealed class OtherSchemesTests
{
    private static readonly string[] Paths = ["/cookies", "/cookies-first", "/header", "/attribute", "/group", "/controller", "/hub/negotiate?negotiateVersion=1"];

    public static TheoryData<string, string, string?> Refusals
    {
        get
        {
            TheoryData<string, string, string?> data = new();

            foreach (string path in Paths)
            {
                foreach (string name in new[] { "no token", "unpaid", "token of another plugin", "Figma fails" })
                {
                    data.Add(path, name, null);
                    data.Add(path, name, "Ada");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Refusal_of_the_gate_replaces_those_of_other_schemes(string path, string name, string? user)
    {
        await using GateApp app = await StartAsync();
        RefusalCase expected = RefusalCase.All[name];
        string? token = await expected.TokenAsync(app);
        using HttpResponseMessage response = await SendAsync(app, path.StartsWith("/hub", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path, token, user);

        Assert.Equal(expected.Status, (int)response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Equal(expected.Challenge, response.Headers.WwwAuthenticate.SingleOrDefault()?.ToString());
        Assert.True(response.Headers.CacheControl?.NoStore);
        expected.AssertRetryAfter(response.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal("urn:figma-payments:" + expected.Type, (await Problem.ReadAsync(response)).Type);
        Assert.Equal(0, app.Executions);
    }

    [Theory]
    [InlineData("/cookies")]
    [InlineData("/cookies-first")]
    [InlineData("/header")]
    public async Task Refusal_of_a_HEAD_request_replaces_those_of_other_schemes(string path)
    {
        await using GateApp app = await StartAsync();
        using HttpResponseMessage response = await SendAsync(app, HttpMethod.Head, path, app.TokenOf(PaymentStatus.Unpaid), user: null);

        Assert.Equal(402, (int)response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Empty(response.Headers.WwwAuthenticate);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    /// <summary>A user of Figma is no user of the application, so ASP.NET Core challenges the other scheme.</summary>
    [Theory]
    [InlineData("/cookies", 302, "/Account/Login")]
    [InlineData("/cookies-first", 302, "/Account/Login")]
    [InlineData("/header", 401, null)]
    [InlineData("/controller", 401, null)]
    [InlineData("/default", 302, "/Account/Login")]
    public async Task Refusal_of_another_scheme_remains_if_the_gate_admits_the_caller(string path, int status, string? location)
    {
        await using GateApp app = await StartAsync();

        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            if (path == "/controller" && method == HttpMethod.Head)
                continue;

            using HttpResponseMessage response = await SendAsync(app, method, path, app.TokenOf(PaymentStatus.Paid), user: null);

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal(location, response.Headers.Location?.AbsolutePath);
            Assert.Equal(0, app.Executions);
        }
    }

    [Theory]
    [InlineData("/header")]
    [InlineData("/attribute")]
    [InlineData("/group")]
    [InlineData("/controller")]
    public async Task Caller_who_has_paid_and_is_signed_in_is_admitted(string path)
    {
        await using GateApp app = await StartAsync();
        using HttpResponseMessage response = await SendAsync(app, HttpMethod.Get, path, app.TokenOf(PaymentStatus.Paid), "Ada");

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(1, app.Executions);
    }

    [Fact]
    public async Task Refusal_of_gRPC_replaces_those_of_other_schemes()
    {
        await using GateApp app = await StartAsync();
        using GrpcChannel channel = GrpcTests.Open(app);
        RpcException error = await Assert.ThrowsAsync<RpcException>(async () => await GrpcTests.RenderAsync(channel, token: null));

        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
        Assert.Equal("urn:figma-payments:token-missing", error.Status.Detail);
    }

    private static Task<HttpResponseMessage> SendAsync(GateApp app, HttpMethod method, string path, string? token, string? user) => app.SendAsync(method, path, token, request =>
    {
        if (user is not null)
            request.Headers.Add("X-User", user);
    });

    private static Task<GateApp> StartAsync() => GateApp.StartAsync(
        static app =>
        {
            Map(app, "/cookies").RequireFigmaPayments(GateApp.Gate).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = "Cookies" });
            Map(app, "/cookies-first").RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = "Cookies" }).RequireFigmaPayments(GateApp.Gate);
            Map(app, "/header").RequireFigmaPayments(GateApp.Gate).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = "Header" });
            Map(app, "/default").RequireFigmaPayments(GateApp.Gate).RequireAuthorization();
            app.MapGet("/attribute", [RequireFigmaPayments(GateApp.Gate, AuthenticationSchemes = "Header")] (Executions executions) => executions.Add());
            app.MapGroup("/group").RequireFigmaPayments(GateApp.Gate).MapGet("", static (Executions executions) => executions.Add()).RequireAuthorization("two schemes");
            app.MapGet(RefusalCase.PreparationPath, static () => "").RequireFigmaPayments(GateApp.Gate);
            app.MapHub<PaidHub>("/hub").RequireFigmaPayments(GateApp.Gate).RequireAuthorization("two schemes");
            app.MapGrpcService<RendererService>().RequireFigmaPayments(GateApp.Gate).RequireAuthorization("two schemes");
            app.MapControllers();
        },
        static options => options.Services = static services =>
        {
            services.AddGrpc();
            services.AddSignalR();
            services.AddControllers().ConfigureApplicationPartManager(static parts => parts.FeatureProviders.Add(new OnlyController()));
            services.AddAuthentication("Cookies").AddCookie("Cookies").AddScheme<AuthenticationSchemeOptions, HeaderHandler>("Header", null);

            services.AddAuthorizationBuilder().AddPolicy("two schemes", static policy => policy.AddAuthenticationSchemes("Header", "Cookies").RequireAuthenticatedUser());
        });

    private static RouteHandlerBuilder Map(WebApplication app, string path) => app.MapMethods(path, ["GET", "HEAD"], static (Executions executions) => executions.Add());

    private sealed class HeaderHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-User"].ToString() is { Length: > 0 } name
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "Header")), Scheme.Name))
            : AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Headers.WWWAuthenticate = "Header";
            return base.HandleChallengeAsync(properties);
        }
    }

    private sealed class OnlyController : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            feature.Controllers.Add(typeof(SignedInController).GetTypeInfo());
        }
    }

    [Route("controller")]
    [RequireFigmaPayments(GateApp.Gate)]
    internal sealed class SignedInController(Executions executions) : ControllerBase
    {
        [HttpGet]
        [Authorize(AuthenticationSchemes = "Header")]
        public void Get() => executions.Add();
    }
}
