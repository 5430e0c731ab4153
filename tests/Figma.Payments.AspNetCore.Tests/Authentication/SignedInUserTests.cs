using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authentication;

/// <summary>Callers who are signed in on the developer's own server, with or without a payment token.</summary>
public sealed class SignedInUserTests
{
    private const string ClaimType = "figma_user_id";
    private const string Scheme = "Users";

    [Fact]
    public async Task Signed_in_user_is_checked_by_ID()
    {
        await using GateApp app = await StartAsync();
        app.TokenOf(PaymentStatus.Paid, out UserId paid);
        app.TokenOf(PaymentStatus.Unpaid, out UserId unpaid);

        Assert.Equal((200, paid.Value), await SendAsync(app, null, paid.Value));
        Assert.Equal(402, (await SendAsync(app, null, unpaid.Value)).Status);
        Assert.Equal(401, (await SendAsync(app, null)).Status);
        Assert.All(app.Figma.Requests, static request => Assert.Equal(FakeRequestKind.Id, request.Kind));
    }

    [Fact]
    public async Task Unknown_user_gets_403()
    {
        await using GateApp app = await StartAsync();
        app.Figma.Faults.Enqueue(FakeFault.Status(404));

        Assert.Equal(403, (await SendAsync(app, null, "3333333333333333333")).Status);
    }

    [Fact]
    public async Task Token_of_another_user_gets_403_even_from_the_cache()
    {
        await using GateApp app = await StartAsync();
        string token = app.TokenOf(PaymentStatus.Paid, out UserId owner);
        app.TokenOf(PaymentStatus.Unpaid, out UserId other);

        Assert.Equal(403, (await SendAsync(app, token, other.Value)).Status);
        Assert.Equal(200, (await SendAsync(app, token, owner.Value)).Status);
        Assert.Equal(403, (await SendAsync(app, token, other.Value)).Status);
        Assert.All(app.Logs.OfGate, static record =>
        {
            Assert.StartsWith("Security:", record.Message, StringComparison.Ordinal);
            Assert.Contains("UserIdClaim", record.Message, StringComparison.Ordinal);
        });
        Assert.Equal(2, app.Logs.OfGate.Length);
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 401)]
    public async Task Token_without_a_signed_in_user_is_refused_if_it_is_bound_to_the_caller(bool isBound, int expected)
    {
        await using GateApp app = await StartAsync(gate => gate.BindToCaller = isBound);

        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", configure: request => request.Headers.Add("X-Figma-Payment-Token", app.TokenOf(PaymentStatus.Paid)));
        Assert.Equal(expected, (int)response.StatusCode);

        if (isBound)
            Assert.Equal("urn:figma-payments:sign-in-required", (await Problem.ReadAsync(response)).Type);
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("1", "1")]
    [InlineData("not an ID")]
    [InlineData("https://www.figma.com/community/plugin/1")]
    public async Task Claim_that_is_not_exactly_one_ID_is_refused(params string[] values)
    {
        await using GateApp app = await StartAsync();

        Assert.Equal(403, (await SendAsync(app, null, values)).Status);
        Assert.Empty(app.Figma.Requests);
    }

    [Fact]
    public async Task Claim_of_an_identity_that_is_not_authenticated_or_of_another_scheme_is_not_read()
    {
        await using GateApp app = await StartAsync();
        app.TokenOf(PaymentStatus.Paid, out UserId user);

        using HttpResponseMessage anonymous = await app.SendAsync(HttpMethod.Get, "/paid", configure: request => request.Headers.Add("X-Anonymous-User", user.Value));
        Assert.Equal(401, (int)anonymous.StatusCode);

        using HttpResponseMessage other = await app.SendAsync(HttpMethod.Get, "/paid", configure: request => request.Headers.Add("X-Other", user.Value));
        Assert.Equal(401, (int)other.StatusCode);
    }

    [Fact]
    public async Task Authorization_header_belongs_to_the_scheme_of_the_users()
    {
        await using GateApp app = await StartAsync();

        using HttpResponseMessage response = await app.GetAsync("/paid", "a-token-of-another-service");
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Empty(app.Figma.Requests);
    }

    [Fact]
    public async Task Bearer_token_that_is_not_read_is_logged_once_and_without_the_token()
    {
        await using GateApp app = await StartAsync();
        app.TokenOf(PaymentStatus.Paid, out UserId user);

        // Callers who are signed in, and other kinds of credentials, need no hint.
        Assert.Equal(200, (await SendAsync(app, null, user.Value)).Status);
        Assert.Equal(401, (await SendAsync(app, null)).Status);
        using HttpResponseMessage basic = await app.SendAsync(HttpMethod.Get, "/paid", configure: static request => request.Headers.Authorization = new("Basic", "QQ=="));
        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 31);

        string token = app.TokenOf(PaymentStatus.Paid);

        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage response = await app.GetAsync("/paid", token);
            Assert.Equal("urn:figma-payments:token-missing", (await Problem.ReadAsync(response)).Type);
        }

        string message = Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 31).Message;
        Assert.Contains("send it in X-Figma-Payment-Token", message, StringComparison.Ordinal);
        Assert.DoesNotContain(token, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_of_a_decorator_about_another_user_is_refused()
    {
        await using GateApp app = await StartAsync(static gate => gate.CheckByUser = static (_, _, _) =>
            Task.FromResult(new PaymentsResult(new PaymentInformation(new UserId(7), new PluginId(IGlyphPayments.Id), PaymentStatus.Paid))));

        Assert.Equal(403, (await SendAsync(app, null, "8")).Status);
        Assert.Equal(200, (await SendAsync(app, null, "7")).Status);
    }

    [Fact]
    public async Task Rejected_access_token_gets_503()
    {
        await using GateApp app = await StartAsync();
        app.TokenOf(PaymentStatus.Paid, out UserId user);
        app.Figma.ExpireAccessToken(app.Figma.AccessToken);

        Assert.Equal(503, (await SendAsync(app, null, user.Value)).Status);
        Assert.Equal(503, (await SendAsync(app, null, user.Value)).Status);
        Assert.Single(app.Figma.Requests);
    }

    [Fact]
    public async Task Limit_of_a_signed_in_caller_does_not_depend_on_the_network()
    {
        await using GateApp app = await StartAsync(static gate => gate.IdRequestsPerMinute = 100);
        app.TokenOf(PaymentStatus.Paid, out UserId attacker);
        app.TokenOf(PaymentStatus.Paid, out UserId neighbor);
        Assert.Equal(200, (await SendAsync(app, null, attacker.Value)).Status);

        for (int i = 0; i < 30; i++)
            await SendAsync(app, "garbage" + i, attacker.Value);

        Assert.Equal(429, (await SendAsync(app, "garbage", attacker.Value)).Status);
        Assert.Equal(200, (await SendAsync(app, app.Figma.IssuePaymentToken(neighbor, app.Plugin), neighbor.Value)).Status);
    }

    [Theory]
    [InlineData(null, ClaimType)]
    [InlineData(Scheme, null)]
    [InlineData("Figma.Payments:glyphs", ClaimType)]
    public async Task Invalid_user_options_fail_at_start(string? scheme, string? claim) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(gate =>
        {
            gate.UserScheme = scheme;
            gate.UserIdClaim = claim;
        }));

    [Fact]
    public async Task Unknown_scheme_fails_at_start() =>
        Assert.Contains("'Unknown'", (await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(static gate => gate.UserScheme = "Unknown"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Scheme_that_forwards_to_the_gate_does_not_lead_back_to_it(bool isUserScheme, bool isPolicyScheme)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate),
            options =>
            {
                options.Services = services =>
                {
                    AuthenticationBuilder authentication = services.AddAuthentication("Smart");

                    if (isPolicyScheme)
                        authentication.AddPolicyScheme("Smart", null, static smart => smart.ForwardDefaultSelector = static _ => "Figma.Payments:" + GateApp.Gate);
                    else
                        authentication.AddScheme<AuthenticationSchemeOptions, OtherHandler>("Smart", static smart => smart.ForwardAuthenticate = "Figma.Payments:" + GateApp.Gate);
                };

                if (isUserScheme)
                {
                    options.Gate = static gate =>
                    {
                        gate.UserScheme = "Smart";
                        gate.UserIdClaim = ClaimType;
                    };
                }
            });

        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);

        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", configure: request => request.Headers.Add("X-Figma-Payment-Token", token)).WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal(user.Value, await response.Content.ReadAsStringAsync());
        }

        using HttpResponseMessage refused = await app.GetAsync("/paid");
        Assert.Equal(401, (int)refused.StatusCode);
    }

    // The scheme forwards the refusal to the gate too, which has admitted the caller and writes nothing.
    [Fact]
    public async Task Refusal_of_another_policy_is_none_of_the_gate_and_no_success()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate).RequireAuthorization(static policy => policy.RequireRole("staff"));
                app.MapGet("/read", static () => "secret").ReadFigmaPayments(GateApp.Gate).RequireAuthorization(static policy => policy.RequireRole("staff"));
            },
            static options => options.Services = static services =>
                services.AddAuthentication("Smart").AddPolicyScheme("Smart", null, static smart => smart.ForwardDefaultSelector = static _ => "Figma.Payments:" + GateApp.Gate));

        foreach (string path in new[] { "/paid", "/read" })
        {
            using HttpResponseMessage refused = await app.GetAsync(path, app.TokenOf(PaymentStatus.Paid));
            Assert.True((int)refused.StatusCode is 401 or 403, $"{path}: {refused.StatusCode}");
        }

        using HttpResponseMessage unpaid = await app.GetAsync("/read", app.TokenOf(PaymentStatus.Unpaid));
        Assert.Equal(401, (int)unpaid.StatusCode);
    }

    [Fact]
    public async Task Only_scheme_of_the_application_stays_its_default_one()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapGet("/me", static () => "me").RequireAuthorization();
                app.MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate);
            },
            static options => options.Services = static services => services.AddAuthentication().AddCookie("Cookies"));

        using HttpResponseMessage response = await app.GetAsync("/me");
        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal(401, (int)(await app.GetAsync("/paid")).StatusCode);
        Assert.Equal(200, (int)(await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid))).StatusCode);
    }

    private static Task<GateApp> StartAsync(Action<FigmaPaymentsGateOptions>? configure = null) => GateApp.StartAsync(
        static app => app.MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate),
        options =>
        {
            options.Services = static services => services.AddAuthentication("Other")
                .AddScheme<AuthenticationSchemeOptions, OtherHandler>("Other", null)
                .AddScheme<AuthenticationSchemeOptions, UserHandler>(Scheme, null);

            options.Gate = gate =>
            {
                gate.UserScheme = Scheme;
                gate.UserIdClaim = ClaimType;
                configure?.Invoke(gate);
            };
        });

    private static async Task<(int Status, string Body)> SendAsync(GateApp app, string? token, params string[] users)
    {
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", configure: request =>
        {
            if (users.Length > 0)
                request.Headers.TryAddWithoutValidation("X-User", string.Join('|', users));

            if (token is not null)
                request.Headers.TryAddWithoutValidation("X-Figma-Payment-Token", token);
        });

        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed class UserHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            List<ClaimsIdentity> identities = [];

            if (Request.Headers["X-User"].ToString() is { Length: > 0 } users)
                identities.Add(new ClaimsIdentity(users.Split('|').Select(static user => new Claim(ClaimType, user)), "Users"));

            if (Request.Headers["X-Anonymous-User"].ToString() is { Length: > 0 } anonymous)
                identities.Add(new ClaimsIdentity([new Claim(ClaimType, anonymous)]));

            return Task.FromResult(identities.Count == 0 ? AuthenticateResult.NoResult() : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identities), Scheme.Name)));
        }
    }

    private sealed class OtherHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Other"].ToString() is { Length: > 0 } user
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimType, user)], "Other")), "Other"))
            : AuthenticateResult.NoResult());
    }
}
