using System;
using System.Linq;
using System.Net.Http;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authentication;

/// <summary>Users and schemes that don't come from <c>AddAuthentication</c>.</summary>
public sealed class OwnUserTests
{
    /// <summary>ASP.NET Core replaces the user for each policy that names schemes. The gate's policy is one.</summary>
    [Theory]
    [InlineData("/framework", "Ada, claimed")]
    [InlineData("/paid", "Ada, claimed, , later")]
    public async Task User_of_a_middleware_before_the_gate_is_replaced_as_by_any_policy_with_schemes(string path, string expected)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapGet("/framework", Names).RequireAuthorization(static policy => policy.AddAuthenticationSchemes("Users").RequireAuthenticatedUser());
                app.MapGet("/paid", Names).RequireFigmaPayments(GateApp.Gate);
            },
            static options =>
            {
                options.Services = static services =>
                {
                    services.AddAuthentication("Users").AddScheme<AuthenticationSchemeOptions, AdaHandler>("Users", null);
                    services.AddSingleton<IClaimsTransformation, AdditionalIdentity>();
                };

                options.Pipeline = static app =>
                {
                    app.UseRouting();
                    app.UseAuthentication();
                    app.Use(static (HttpContext context, RequestDelegate next) =>
                    {
                        context.User = new ClaimsPrincipal(Identity("before"));
                        return next(context);
                    });

                    app.UseFigmaPayments();
                    app.Use(static (HttpContext context, RequestDelegate next) =>
                    {
                        if (context.Request.Path == "/paid")
                            context.User.AddIdentity(Identity("later"));

                        return next(context);
                    });
                };
            });

        Assert.Equal(expected, await app.Http.GetStringWithTokenAsync(path, app.TokenOf(PaymentStatus.Paid)));
    }

    /// <summary>The transformation of an application expects its own users, and can add identities that are signed in.</summary>
    [Fact]
    public async Task Claims_transformation_does_not_get_the_identity_of_the_gate()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapGet("/paid", static (ClaimsPrincipal user) => string.Join(", ", user.Claims.Select(static claim => claim.Type))).RequireFigmaPayments(GateApp.Gate);
                app.MapGet("/claim", static () => "secret").RequireFigmaPayments(GateApp.Gate).RequireAuthorization(static policy => policy.RequireClaim("figma:granted_by", "Paid"));
                app.MapGet("/member", static () => "secret").RequireFigmaPayments(GateApp.Gate).RequireAuthorization();
            },
            static options => options.Services = static services =>
            {
                services.AddAuthentication("Cookies").AddCookie("Cookies");
                services.AddSingleton<IClaimsTransformation, AdditionalIdentity>();
            });

        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal("figma:gate, figma:user, figma:resource, figma:granted_by, figma:checked_at", await app.Http.GetStringWithTokenAsync("/paid", token));
        Assert.Equal("secret", await app.Http.GetStringWithTokenAsync("/claim", token));

        using HttpResponseMessage member = await app.GetAsync("/member", token);
        Assert.Equal("/Account/Login", member.Headers.Location?.AbsolutePath);
    }

    [Theory]
    [InlineData(PaymentStatus.Paid, FigmaPaymentGrant.Paid)]
    [InlineData(PaymentStatus.Trial, FigmaPaymentGrant.Trial)]
    [InlineData(PaymentStatus.Unpaid, FigmaPaymentGrant.AllowedUser)]
    public async Task Claim_contains_the_name_of_the_grant(PaymentStatus status, FigmaPaymentGrant expected)
    {
        FakeFigmaPayments figma = new();
        figma.AddPlugin(new PluginId(IGlyphPayments.Id));
        UserId allowed = figma.AddUser();

        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (ClaimsPrincipal user) => user.FindFirst("figma:granted_by")?.Value).RequireFigmaPayments(GateApp.Gate),
            options =>
            {
                options.Figma = figma;

                options.Gate = gate =>
                {
                    gate.AllowTrial = true;
                    gate.AllowedUsers.Add(allowed);
                };
            });

        string token = status == PaymentStatus.Unpaid ? figma.IssuePaymentToken(allowed, app.Plugin) : app.TokenOf(status);
        Assert.Equal(expected.ToString(), await app.Http.GetStringWithTokenAsync("/paid", token));
    }

    [Fact]
    public async Task Scheme_of_another_provider_can_sign_users_in()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate),
            static options =>
            {
                options.Services = static services =>
                {
                    services.AddTransient<AdaHandler>();
                    services.AddSingleton<IAuthenticationSchemeProvider, OwnProvider>();
                };

                options.Gate = static gate =>
                {
                    gate.UserScheme = "Dynamic";
                    gate.UserIdClaim = "figma";
                };
            });

        app.TokenOf(PaymentStatus.Paid, out UserId user);
        using HttpResponseMessage paid = await app.SendAsync(HttpMethod.Get, "/paid", configure: request => request.Headers.Add("X-User", user.Value));
        Assert.Equal(user.Value, await paid.Content.ReadAsStringAsync());

        using HttpResponseMessage missing = await app.GetAsync("/paid");
        Assert.Equal(401, (int)missing.StatusCode);
    }

    /// <summary>Only a request can tell whether another provider knows the scheme.</summary>
    [Fact]
    public async Task Scheme_that_another_provider_does_not_know_refuses()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (Executions executions) => executions.Add()).RequireFigmaPayments(GateApp.Gate),
            static options =>
            {
                options.Services = static services => services.AddSingleton<IAuthenticationSchemeProvider, OwnProvider>();

                options.Gate = static gate =>
                {
                    gate.UserScheme = "Unknown";
                    gate.UserIdClaim = "figma";
                };
            });

        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", configure: request => request.Headers.Add("X-Figma-Payment-Token", app.TokenOf(PaymentStatus.Paid)));
        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal(0, app.Executions);
    }

    private static string Names(ClaimsPrincipal user) => string.Join(", ", user.Identities.Select(static identity => identity.Name));

    private static ClaimsIdentity Identity(string name) => new([new Claim(ClaimTypes.Name, name)], "Own");

    private sealed class AdditionalIdentity : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            if (!principal.Identities.Any(static identity => identity.Name == "claimed"))
                principal.AddIdentity(Identity("claimed"));

            return Task.FromResult(principal);
        }
    }

    private sealed class AdaHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            ClaimsIdentity identity = Identity("Ada");

            if (Request.Headers["X-User"].ToString() is { Length: > 0 } user)
                identity.AddClaim(new Claim("figma", user));
            else if (Scheme.Name == "Dynamic")
                return Task.FromResult(AuthenticateResult.NoResult());

            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }

    private sealed class OwnProvider(IOptions<AuthenticationOptions> options) : AuthenticationSchemeProvider(options)
    {
        public override Task<AuthenticationScheme?> GetSchemeAsync(string name) =>
            name == "Dynamic" ? Task.FromResult<AuthenticationScheme?>(new AuthenticationScheme(name, null, typeof(AdaHandler))) : base.GetSchemeAsync(name);
    }
}
