using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Tests.Endpoints;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>A gate together with other schemes, policies and gates of the application.</summary>
public sealed class OtherPoliciesTests
{
    /// <summary>MVC combines the policy of a global filter with those of the endpoint, and evaluates them with another resource.</summary>
    [Theory]
    [InlineData(false, "Ada", 200)]
    [InlineData(false, null, 302)]
    [InlineData(true, null, 200)]
    public async Task Global_filter_of_MVC_admits_whom_the_gate_and_the_filter_admit(bool allowsEverybody, string? user, int expected)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapControllers(),
            options => options.Services = services =>
            {
                services.AddAuthentication("Users").AddScheme<AuthenticationSchemeOptions, NamedUserHandler>("Users", null);
                services
                    .AddControllers(mvc => mvc.Filters.Add(allowsEverybody
                        ? new AuthorizeFilter(new AuthorizationPolicyBuilder().RequireAssertion(static _ => true).Build())
                        : new AuthorizeFilter()))
                    .ConfigureApplicationPartManager(static parts => parts.FeatureProviders.Add(new FilteredControllers()));
            });

        foreach ((PaymentStatus status, int result) in new[] { (PaymentStatus.Unpaid, 402), (PaymentStatus.Paid, expected) })
        {
            using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/filtered", app.TokenOf(status), request =>
            {
                if (user is not null)
                    request.Headers.Add("X-User", user);
            });

            Assert.Equal(result, (int)response.StatusCode);
        }
    }

    /// <summary>An endpoint for the users of one scheme isn't opened for those of another one.</summary>
    [Theory]
    [InlineData("Ada", null, 401)]
    [InlineData(null, "shared", 200)]
    public async Task Users_of_the_default_scheme_are_none_of_a_policy_that_names_another_scheme(string? user, string? shared, int expected)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (ClaimsPrincipal user) => user.Identities.Count(static identity => identity.IsAuthenticated))
                .RequireFigmaPayments(GateApp.Gate)
                .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = "Named" }),
            static options => options.Services = static services => services.AddAuthentication("Users")
                .AddScheme<AuthenticationSchemeOptions, NamedUserHandler>("Users", null)
                .AddScheme<AuthenticationSchemeOptions, HeaderUserHandler>("Named", null));

        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", app.TokenOf(PaymentStatus.Paid), request =>
        {
            request.Headers.TryAddWithoutValidation("X-User", user);
            request.Headers.TryAddWithoutValidation("X-Named-User", shared);
        });

        Assert.Equal(expected, (int)response.StatusCode);

        if (expected == 200)
            Assert.Equal("1", await response.Content.ReadAsStringAsync());
    }

    /// <summary>A cookie can contain the claims of an earlier request, and a group and its endpoint the same gate.</summary>
    [Fact]
    public async Task Claims_of_the_gate_are_those_of_the_request_and_are_there_once()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGroup("").RequireFigmaPayments(GateApp.Gate).MapGet("/paid", static (ClaimsPrincipal user) => $"{user.Identity!.Name} {user.Claims.Single(static claim => claim.Type == "figma:granted_by").Value}")
                .RequireFigmaPayments(GateApp.Gate)
                .RequireAuthorization(),
            static options => options.Services = static services => services.AddAuthentication("Copied").AddScheme<AuthenticationSchemeOptions, CopiedUserHandler>("Copied", null));

        Assert.Equal("Ada Paid", await app.Http.GetStringWithTokenAsync("/paid", app.TokenOf(PaymentStatus.Paid)));
    }

    /// <summary>A scheme can use one object for all requests of a user.</summary>
    [Fact]
    public async Task Identity_of_the_gate_is_not_added_to_the_user_of_another_request()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (ClaimsPrincipal user) => string.Join(", ", user.Claims.Where(static claim => claim.Type == "figma:granted_by").Select(static claim => claim.Value)))
                .RequireFigmaPayments(GateApp.Gate)
                .RequireAuthorization(static policy => policy.AddAuthenticationSchemes("Shared").RequireClaim("figma:granted_by", "Paid")),
            static options =>
            {
                options.Gate = static gate => gate.AllowTrial = true;
                options.Services = static services => services.AddAuthentication("Users")
                    .AddScheme<AuthenticationSchemeOptions, NamedUserHandler>("Users", null)
                    .AddScheme<AuthenticationSchemeOptions, SharedUserHandler>("Shared", null);
            });

        foreach ((PaymentStatus status, int expected) in new[] { (PaymentStatus.Paid, 200), (PaymentStatus.Trial, 403), (PaymentStatus.Paid, 200), (PaymentStatus.Trial, 403) })
        {
            using HttpResponseMessage response = await app.GetAsync("/paid", app.TokenOf(status));
            Assert.Equal(expected, (int)response.StatusCode);

            if (expected == 200)
                Assert.Equal("Paid", await response.Content.ReadAsStringAsync());
        }
    }

    private const string SecondGate = "strokes";

    private static readonly WidgetId SecondWidget = new("999888777666555444");

    [Fact]
    public async Task Caller_who_has_paid_does_not_satisfy_Authorize()
    {
        await using GateApp app = await GateApp.StartAsync(static app =>
        {
            app.MapGet("/read", static () => "secret").ReadFigmaPayments(GateApp.Gate).RequireAuthorization();
            app.MapGet("/required", static () => "secret").RequireFigmaPayments(GateApp.Gate).RequireAuthorization();
        });

        foreach (string path in new[] { "/read", "/required" })
        {
            using HttpResponseMessage response = await app.GetAsync(path, app.TokenOf(PaymentStatus.Paid));
            Assert.Equal(401, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Identity_of_the_gate_is_not_authenticated()
    {
        await using GateApp app = await GateApp.StartAsync(static app =>
            app.MapGet("/paid", static (ClaimsPrincipal user) => $"{user.Identity?.IsAuthenticated} {user.FindFirst("figma:user")?.Value} {user.FindFirst(ClaimTypes.NameIdentifier)?.Value}").RequireFigmaPayments(GateApp.Gate));

        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal($"False {user} ", await app.Http.GetStringWithTokenAsync("/paid", token));
    }

    [Fact]
    public async Task Roles_of_the_application_still_apply()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/admin", static (ClaimsPrincipal user) => user.Identity?.Name).RequireFigmaPayments(GateApp.Gate).RequireAuthorization(static policy => policy.RequireRole("admin")),
            static options => options.Services = AddTestScheme);

        string paid = app.TokenOf(PaymentStatus.Paid);

        Assert.Equal(200, await StatusAsync(app, "/admin", paid, "admin"));
        Assert.Equal(403, await StatusAsync(app, "/admin", paid, "guest"));
        Assert.Equal(402, await StatusAsync(app, "/admin", app.TokenOf(PaymentStatus.Unpaid), "admin"));
        Assert.Equal(401, await StatusAsync(app, "/admin", null, "admin"));
    }

    [Fact]
    public async Task Refused_gate_that_is_only_read_does_not_hide_the_refusal_of_a_role()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/admin", static (Executions executions) => executions.Add())
                .RequireFigmaPayments(GateApp.Gate)
                .ReadFigmaPayments("other")
                .RequireAuthorization(static policy => policy.RequireRole("admin")),
            static options => options.Services = static services =>
            {
                AddTestScheme(services);
                services.AddFigmaPaymentsGate("other", static gate =>
                {
                    gate.Resource = SecondWidget;
                    gate.CheckByToken = static (_, _, _) => Task.FromResult(new PaymentsResult(new PaymentsError(PaymentsErrorKind.Unavailable, "It failed.")));
                });
            });

        Assert.Equal(403, await StatusAsync(app, "/admin", app.TokenOf(PaymentStatus.Paid), "guest"));
        Assert.Equal(0, app.Executions);
        Assert.Equal(200, await StatusAsync(app, "/admin", app.TokenOf(PaymentStatus.Paid), "admin"));
    }

    [Fact]
    public async Task Refusal_does_not_redirect_to_a_sign_in_page()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            static options => options.Services = static services => services.AddAuthentication("Cookies").AddCookie("Cookies"));

        Assert.Equal(401, await StatusAsync(app, "/paid", null, null));
        Assert.Equal(402, await StatusAsync(app, "/paid", app.TokenOf(PaymentStatus.Unpaid), null));
        Assert.Equal(200, await StatusAsync(app, "/paid", app.TokenOf(PaymentStatus.Paid), null));
    }

    [Fact]
    public async Task Endpoint_with_two_gates_requires_both_and_writes_the_first_refusal()
    {
        await using GateApp app = await StartWithTwoGatesAsync();
        string paidForFirst = app.TokenOf(PaymentStatus.Paid, out UserId user);
        string second = app.Figma.IssuePaymentToken(user, SecondWidget);

        using HttpResponseMessage unpaid = await SendAsync(app, "/both", paidForFirst, second);
        Assert.Equal(402, (int)unpaid.StatusCode);
        Assert.Equal("urn:figma-payments:payment-required", (await Problem.ReadAsync(unpaid)).Type);

        using HttpResponseMessage missing = await SendAsync(app, "/both", null, second);
        Assert.Equal(401, (int)missing.StatusCode);
        Assert.Equal("urn:figma-payments:token-missing", (await Problem.ReadAsync(missing)).Type);

        Assert.Equal(0, app.Executions);
        app.Figma.Pay(user, SecondWidget);

        using HttpResponseMessage paid = await SendAsync(app, "/both", paidForFirst, app.Figma.IssuePaymentToken(user, SecondWidget));
        Assert.Equal($"{IGlyphPayments.Id} {SecondWidget}", await paid.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("required")]
    [InlineData("nullable")]
    [InlineData("member")]
    [InlineData("read")]
    public async Task Parameter_for_the_payment_of_two_gates_fails_at_start(string kind)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartWithTwoGatesAsync(app =>
        {
            RouteHandlerBuilder endpoint = kind switch
            {
                "required" => app.MapGet("/ambiguous", static (FigmaPayment payment) => "never"),
                "member" => app.MapGet("/ambiguous", static ([AsParameters] Arguments arguments) => "never"),
                _ => app.MapGet("/ambiguous", static (FigmaPayment? payment) => "never"),
            };

            if (kind == "read")
                endpoint.ReadFigmaPayments(GateApp.Gate).ReadFigmaPayments(SecondGate);
            else
                endpoint.RequireFigmaPayments(GateApp.Gate).RequireFigmaPayments(SecondGate);
        }));

        Assert.Contains("/ambiguous", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{GateApp.Gate}' and '{SecondGate}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'payment'", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("GateName", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameter_for_the_payment_of_a_gate_that_is_specified_twice_starts()
    {
        await using GateApp app = await StartWithTwoGatesAsync(static app =>
            app.MapGet("/twice", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate).RequireFigmaPayments(GateApp.Gate));

        Assert.Equal(200, await StatusAsync(app, "/twice", app.TokenOf(PaymentStatus.Paid), null));
    }

    public sealed record Arguments(FigmaPayment? Payment);

    /// <summary>Code that isn't verified at start.</summary>
    [Fact]
    public async Task Payment_of_an_endpoint_with_two_gates_needs_the_name_of_the_gate()
    {
        await using GateApp app = await StartWithTwoGatesAsync(static app =>
            app.MapGet("/ambiguous", static (HttpContext context) => context.GetFigmaPayment()?.UserId.Value).ReadFigmaPayments(GateApp.Gate).ReadFigmaPayments(SecondGate));

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => app.GetAsync("/ambiguous", app.TokenOf(PaymentStatus.Paid)));
        Assert.Contains("several gates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gate_of_one_plugin_does_not_admit_who_has_paid_for_another()
    {
        await using GateApp app = await StartWithTwoGatesAsync();
        string token = app.TokenOf(PaymentStatus.Paid);

        Assert.Equal(403, await StatusAsync(app, "/second", token, null));
        Assert.Equal(0, app.Executions);
    }

    [Theory]
    [InlineData("/controller/none")]
    [InlineData("/controller/read")]
    [InlineData("/public")]
    [InlineData("/read")]
    public async Task Payment_is_never_read_from_the_data_of_the_request(string path)
    {
        await using GateApp app = await GateApp.StartAsync(Sample.Map, static options => options.Services = Sample.AddServices);
        string json = $$$"""{"userId":"1","UserId":{"Value":"1"},"status":2,"grantedBy":1,"payment":{"userId":"1"}}""";

        using HttpResponseMessage posted = await app.SendAsync(
            path == "/public" ? HttpMethod.Get : HttpMethod.Post,
            path + "?payment=1&payment.userId=1&userId=1&payment.grantedBy=1",
            configure: request => request.Content = new StringContent(json, Encoding.UTF8, "application/json"));

        Assert.Equal("none", await posted.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Endpoint_without_a_gate_sends_no_request_although_the_scheme_is_the_default()
    {
        await using GateApp app = await GateApp.StartAsync(Sample.Map, static options => options.Services = Sample.AddServices);

        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/public", app.TokenOf(PaymentStatus.Paid)));
        Assert.Empty(app.Figma.Requests);
    }

    [Fact]
    public async Task Gate_decides_once_in_a_request()
    {
        await using GateApp app = await GateApp.StartAsync(Sample.Map, static options => options.Services = Sample.AddServices);

        using HttpResponseMessage response = await app.GetAsync("/minimal", app.TokenOf(PaymentStatus.Unpaid));
        Assert.Equal(402, (int)response.StatusCode);
        Assert.Single(app.Figma.Requests);
    }

    [Fact]
    public async Task Gate_decides_outside_of_a_request()
    {
        await using GateApp app = await GateApp.StartAsync(static _ => { });
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        string paid = app.TokenOf(PaymentStatus.Paid, out UserId ada);
        string unpaid = app.TokenOf(PaymentStatus.Unpaid, out UserId bob);

        Assert.Same(gate, app.Services.GetRequiredKeyedService<IFigmaPaymentsGate>(GateApp.Gate));
        Assert.Equal(FigmaPaymentGrant.Paid, (await gate.CheckAsync(new PluginPaymentToken(paid))).Payment?.GrantedBy);
        Assert.True((await gate.CheckAsync(ada)).IsGranted);
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, (await gate.CheckAsync(new PluginPaymentToken(unpaid))).Refusal);
        Assert.Equal(PaymentStatus.Unpaid, (await gate.CheckAsync(bob)).Status);
        Assert.Equal(FigmaPaymentsRefusal.TokenInvalid, (await gate.CheckAsync(default(PluginPaymentToken))).Refusal);
        await Assert.ThrowsAsync<ArgumentException>(async () => await gate.CheckAsync(default(UserId)));
    }

    [Theory]
    [InlineData(true, PaymentStatus.Trial, FigmaPaymentGrant.Trial)]
    [InlineData(false, PaymentStatus.Trial, null)]
    [InlineData(true, PaymentStatus.Unpaid, null)]
    [InlineData(true, PaymentStatus.Paid, FigmaPaymentGrant.Paid)]
    public async Task Trials_are_admitted_only_if_the_option_is_set(bool allowTrial, PaymentStatus status, FigmaPaymentGrant? expected)
    {
        await using GateApp app = await GateApp.StartAsync(static _ => { }, options => options.Gate = gate => gate.AllowTrial = allowTrial);
        FigmaPaymentsDecision decision = await app.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(new PluginPaymentToken(app.TokenOf(status)));

        Assert.Equal(expected, decision.Payment?.GrantedBy);
    }

    [Fact]
    public async Task Allowed_user_is_admitted_without_a_purchase()
    {
        UserId creator = new("1111111111111111111");
        await using GateApp app = await GateApp.StartAsync(static _ => { }, options => options.Gate = gate => gate.AllowedUsers.Add(creator));
        app.Figma.AddUser(creator);
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();

        FigmaPaymentsDecision decision = await gate.CheckAsync(new PluginPaymentToken(app.Figma.IssuePaymentToken(creator, app.Plugin)));
        Assert.Equal(FigmaPaymentGrant.AllowedUser, decision.Payment?.GrantedBy);
        Assert.Equal(PaymentStatus.Unpaid, decision.Payment?.Status);
        Assert.False((await gate.CheckAsync(new PluginPaymentToken(app.TokenOf(PaymentStatus.Unpaid)))).IsGranted);
    }

    [Theory]
    [InlineData("""{"paymentToken":"{token}","text":"x"}""", 200)]
    [InlineData("\uFEFF{\"paymentToken\":\"{token}\"}", 200)]
    [InlineData("\uFEFF\uFEFF{\"paymentToken\":\"{token}\"}", 401)]
    [InlineData("\uFEFF", 401)]
    [InlineData("""{"text":"x"}""", 401)]
    [InlineData("""{"paymentToken":1}""", 401)]
    [InlineData("""["{token}"]""", 401)]
    [InlineData("""{"paymentToken":"{token}" """, 401)]
    [InlineData("", 401)]
    public async Task Token_can_be_read_from_the_body_which_the_endpoint_can_read_again(string body, int expected)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapPost("/paid", static async (HttpRequest request) =>
            {
                using System.IO.MemoryStream read = new();
                await request.Body.CopyToAsync(read);
                return System.Text.Encoding.UTF8.GetString(read.ToArray());
            }).RequireFigmaPayments(GateApp.Gate),
            static options => options.Gate = static gate => gate.ReadToken = FigmaPaymentTokenReader.FromJsonBody());

        body = body.Replace("{token}", app.TokenOf(PaymentStatus.Paid), StringComparison.Ordinal);
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, "/paid", configure: request => request.Content = new StringContent(body));

        Assert.Equal(expected, (int)response.StatusCode);

        if (expected == 200)
            Assert.Equal(body, System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_the_limit_contains_no_token(bool isChunked)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapPost("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            static options => options.Gate = static gate => gate.ReadToken = FigmaPaymentTokenReader.FromJsonBody(maxBytes: 1_000));

        string body = $$"""{"paymentToken":"{{app.TokenOf(PaymentStatus.Paid)}}","text":"{{new string('x', 1_000)}}"}""";
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, "/paid", configure: request =>
        {
            request.Content = new StringContent(body);
            request.Headers.TransferEncodingChunked = isChunked;
        });

        Assert.Equal(401, (int)response.StatusCode);
    }

    private static Task<GateApp> StartWithTwoGatesAsync(Action<WebApplication>? map = null) => GateApp.StartAsync(
        app =>
        {
            app.MapGet("/both", static (HttpContext context, Executions executions) =>
            {
                executions.Add();
                return $"{context.GetFigmaPayment(GateApp.Gate)?.ResourceId.Value} {context.GetFigmaPayment(SecondGate)?.ResourceId.Value}";
            }).RequireFigmaPayments(GateApp.Gate).RequireFigmaPayments(SecondGate);

            app.MapGet("/second", static (Executions executions) => executions.Add()).RequireFigmaPayments(SecondGate);
            map?.Invoke(app);
        },
        options =>
        {
            options.Figma = new Testing.FakeFigmaPayments();
            options.Figma.AddPlugin(new PluginId(IGlyphPayments.Id));
            options.Figma.AddWidget(SecondWidget);
            PaymentsClient payments = new(new HttpClient(options.Figma.CreateHandler()), new PaymentsClientOptions { AccessToken = options.Figma.AccessToken });

            options.Services = services => services.AddFigmaPaymentsGate(SecondGate, gate =>
            {
                gate.Resource = SecondWidget;
                gate.CheckByToken = async (_, token, cancellation) =>
                {
                    try
                    {
                        return new PaymentsResult(await payments.GetPaymentsAsync(token, cancellation));
                    }
                    catch (FigmaPaymentsException exception)
                    {
                        return new PaymentsResult(exception.Error);
                    }
                };

                gate.ReadToken = static context => ValueTask.FromResult<string?>(context.Request.Headers["X-Second"].ToString() is { Length: > 0 } second ? second : context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal));
            });
        });

    private static Task<HttpResponseMessage> SendAsync(GateApp app, string path, string? token, string? second) =>
        app.SendAsync(HttpMethod.Get, path, token, request => request.Headers.Add("X-Second", second));

    private static async Task<int> StatusAsync(GateApp app, string path, string? token, string? role)
    {
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, path, token, request =>
        {
            if (role is not null)
                request.Headers.Add("X-Role", role);
        });

        return (int)response.StatusCode;
    }

    private static void AddTestScheme(IServiceCollection services) =>
        services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, RoleHandler>("Test", null);

    private sealed class RoleHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Role"].ToString() is { Length: > 0 } role
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role), new Claim(ClaimTypes.Name, "Ada")], "Test")), "Test"))
            : AuthenticateResult.NoResult());
    }

    private sealed class FilteredControllers : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            feature.Controllers.Add(typeof(FilteredController).GetTypeInfo());
        }
    }

    [Route("filtered")]
    [RequireFigmaPayments(GateApp.Gate)]
    internal sealed class FilteredController : ControllerBase
    {
        [HttpGet]
        public OkResult Get() => Ok();
    }

    private sealed class NamedUserHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-User"].ToString() is { Length: > 0 } user
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], "Users")), Scheme.Name))
            : AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Redirect("/sign-in");
            return Task.CompletedTask;
        }
    }

    private sealed class HeaderUserHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Named-User"].ToString() is { Length: > 0 } user
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], "Named")), Scheme.Name))
            : AuthenticateResult.NoResult());
    }

    private sealed class CopiedUserHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ada"), new Claim("figma:gate", "glyphs"), new Claim("figma:granted_by", "Trial")], "Copied")), Scheme.Name)));
    }

    private sealed class SharedUserHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        private static readonly ClaimsPrincipal Shared = new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "shared")], "Shared"));

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(Shared, Scheme.Name)));
    }
}

[PaymentsClient]
public partial interface IPayments;
