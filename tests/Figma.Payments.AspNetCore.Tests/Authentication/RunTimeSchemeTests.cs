using System;
using System.Net.Http;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authentication;

/// <summary>An authentication scheme that the application adds to the provider of ASP.NET Core before it starts.</summary>
public sealed class RunTimeSchemeTests
{
    [Fact]
    public async Task Scheme_that_was_added_at_run_time_can_sign_users_in()
    {
        await using GateApp app = await StartAsync("Header", static gate =>
        {
            gate.UserScheme = "Header";
            gate.UserIdClaim = "figma";
        });

        app.TokenOf(PaymentStatus.Paid, out UserId user);
        using HttpResponseMessage response = await SendAsync(app, "/paid", user.Value);
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Scheme_that_was_not_added_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("Other", static gate =>
        {
            gate.UserScheme = "Header";
            gate.UserIdClaim = "figma";
        }));

        Assert.Contains("'Header', which doesn't exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_scheme_that_was_added_at_run_time_remains_the_default()
    {
        await using GateApp app = await StartAsync("Header");

        using HttpResponseMessage signedIn = await SendAsync(app, "/private", "1");
        Assert.Equal(200, (int)signedIn.StatusCode);

        using HttpResponseMessage stranger = await app.GetAsync("/private");
        Assert.Equal(401, (int)stranger.StatusCode);

        using HttpResponseMessage refused = await SendAsync(app, "/paid", "1");
        Assert.Equal(401, (int)refused.StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(GateApp app, string path, string user) => app.SendAsync(HttpMethod.Get, path, configure: request => request.Headers.Add("X-User", user));

    private static Task<GateApp> StartAsync(string scheme, Action<FigmaPaymentsGateOptions>? gate = null) => GateApp.StartAsync(
        app =>
        {
            app.Services.GetRequiredService<IAuthenticationSchemeProvider>().AddScheme(new AuthenticationScheme(scheme, displayName: null, typeof(HeaderHandler)));
            app.MapGet("/private", static () => "secret").RequireAuthorization();
            app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate);
        },
        options =>
        {
            options.Gate = gate ?? options.Gate;
            options.Services = static services => services.AddTransient<HeaderHandler>();
        });

    private sealed class HeaderHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-User"].ToString() is { Length: > 0 } user
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim("figma", user)], "Header")), Scheme.Name))
            : AuthenticateResult.NoResult());
    }
}
