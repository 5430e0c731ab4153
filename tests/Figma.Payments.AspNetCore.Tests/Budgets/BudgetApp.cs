using System;
using System.Linq;
using System.Net;
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

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>Starts applications whose clock a test advances, and sends requests from addresses that a test chooses.</summary>
internal static class BudgetApp
{
    public static Task<GateApp> StartAsync(TimeProvider clock, Action<FigmaPaymentsGateOptions>? configure = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null, TimeSpan? tokenLifetime = null) => GateApp.StartAsync(
        app =>
        {
            app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate);
            map?.Invoke(app);
        },
        options =>
        {
            options.Time = clock;
            options.Fake.TimeProvider = clock;
            options.Fake.PaymentTokenLifetime = tokenLifetime ?? TimeSpan.FromDays(30);
            options.Gate = gate => configure?.Invoke(gate);
            options.Services = collection => services?.Invoke(collection);
            options.Pipeline = static app =>
            {
                app.Use(static (HttpContext context, RequestDelegate next) =>
                {
                    if (IPAddress.TryParse(context.Request.Headers["X-Test-Address"], out IPAddress? address))
                        context.Connection.RemoteIpAddress = address;

                    return next(context);
                });

                app.UseFigmaPayments();
            };
        });

    public static int TokenRequests(GateApp app) => app.Figma.Requests.Count(static request => request.Kind == FakeRequestKind.Token);

    public static async Task<int> StatusAsync(GateApp app, string token, string address, string path = "/paid")
    {
        using HttpResponseMessage response = await SendAsync(app, token, address, path);
        return (int)response.StatusCode;
    }

    public static Task<HttpResponseMessage> SendAsync(GateApp app, string token, string address, string path = "/paid") =>
        app.SendAsync(HttpMethod.Get, path, token, request => request.Headers.Add("X-Test-Address", address));

    /// <summary>Starts an application whose callers are signed in, with a gate for each of several plugins at <c>/0</c>, <c>/1</c> and so on, and one for the plugin of the fake.</summary>
    public static Task<GateApp> StartForUsersAsync(TimeProvider clock, int count, Func<UserId, PluginId, Task<PaymentsResult>> check, Action<FigmaPaymentsGateOptions>? configure = null) => GateApp.StartAsync(
        app =>
        {
            app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate);

            for (int i = 0; i < count; i++)
                app.MapGet("/" + i, static () => "secret").RequireFigmaPayments("gate " + i);
        },
        options =>
        {
            options.Time = clock;
            options.Fake.TimeProvider = clock;
            options.Fake.PaymentTokenLifetime = TimeSpan.FromDays(30);
            options.Gate = Configure;
            options.Services = services =>
            {
                services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, UserHandler>(UserHandler.Name, null);

                for (int i = 0; i < count; i++)
                {
                    PluginId plugin = new(1000000000000000000 + i);

                    services.AddFigmaPaymentsGate("gate " + i, gate =>
                    {
                        Configure(gate);
                        gate.Resource = plugin;
                        gate.CheckByUser = (_, user, _) => check(user, plugin);
                    });
                }
            };

            void Configure(FigmaPaymentsGateOptions gate)
            {
                gate.UserScheme = UserHandler.Name;
                gate.UserIdClaim = UserHandler.Claim;
                configure?.Invoke(gate);
            }
        });

    public static async Task<int> StatusOfUserAsync(GateApp app, UserId user, string path = "/0", string? token = null)
    {
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, path, configure: request =>
        {
            request.Headers.Add("X-User", user.Value);

            if (token is not null)
                request.Headers.Add("X-Figma-Payment-Token", token);
        });

        return (int)response.StatusCode;
    }

    private sealed class UserHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string Name = "Users";
        public const string Claim = "figma_user_id";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-User"].ToString() is { Length: > 0 } user
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(Claim, user)], Name)), Name))
            : AuthenticateResult.NoResult());
    }
}
