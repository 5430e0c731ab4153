using System;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Medallion.Threading;
using Medallion.Threading.Redis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Figma.Payments.AspNetCore.Tests.Readme;

[PaymentsClient(PluginId = "1678669904810665842")]
public partial interface IGlyphPayments : IPinnedPaymentsClient;

internal sealed class RedisLock(IDistributedLockProvider locks) : IFigmaPaymentsLock
{
    public async ValueTask<IAsyncDisposable?> AcquireAsync(string name, CancellationToken cancellationToken) =>
        await locks.AcquireLockAsync(name, cancellationToken: cancellationToken);
}

/// <summary>Examples of the package's README. A test compares them.</summary>
internal static class ReadmeExamples
{
    public static void AddUntypedGate(WebApplicationBuilder builder)
    {
        builder.Services.AddFigmaPaymentsGate("glyphs", gate =>
        {
            gate.Resource = new PluginId("1678669904810665842");
            gate.CheckByToken = (services, token, cancellation) => services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
        });
    }

    public static void MapUntyped(WebApplication app)
    {
        app.MapPost("/export", (FigmaPayment payment) => $"Exported for user {payment.UserId}.").RequireFigmaPayments("glyphs");
    }

    public static void ReadTokenFromBody(FigmaPaymentsGateOptions gate)
    {
        gate.ReadToken = FigmaPaymentTokenReader.FromJsonBody("paymentToken", maxBytes: 16_384);
    }

    public static void ReadUsers(FigmaPaymentsGateOptions gate)
    {
        gate.UserScheme = "Cookies";
        gate.UserIdClaim = "figma:user_id";          // user_id_string of Figma's response, see below
    }

    public static void AddSignIn(WebApplicationBuilder builder)
    {
        string clientId = builder.Configuration["Figma:ClientId"] ?? throw new InvalidOperationException("Set Figma:ClientId.");
        string clientSecret = builder.Configuration["Figma:ClientSecret"] ?? throw new InvalidOperationException("Set Figma:ClientSecret.");

        builder.Services
            .AddAuthentication("Cookies")
            .AddCookie("Cookies")
            .AddOAuth("Figma", figma =>
            {
                figma.ClientId = clientId;
                figma.ClientSecret = clientSecret;
                figma.AuthorizationEndpoint = "https://www.figma.com/oauth";
                figma.TokenEndpoint = "https://api.figma.com/v1/oauth/token";
                figma.CallbackPath = "/signin-figma";
                figma.Scope.Add("current_user:read");

                // Figma expects the credentials of the client in the header.
                figma.Backchannel = new HttpClient();
                figma.Backchannel.DefaultRequestHeaders.Authorization = new(
                    "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}")));

                figma.ClaimActions.MapJsonKey("figma:user_id", "user_id_string");
                figma.Events.OnCreatingTicket = context =>
                {
                    context.RunClaimActions(context.TokenResponse.Response!.RootElement);
                    return Task.CompletedTask;
                };
            });
    }

    public static void MapSignIn(WebApplication app)
    {
        app.MapGet("/sign-in", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/" }, ["Figma"]));
    }

    public static void AddRedis(WebApplicationBuilder builder)
    {
        builder.Services.AddStackExchangeRedisCache(options =>
        {
            options.ConfigurationOptions = ConfigurationOptions.Parse(builder.Configuration["Redis"]!);
            options.ConfigurationOptions.BacklogPolicy = BacklogPolicy.FailFast;
        });
    }

    public static void AddLock(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IDistributedLockProvider>(_ =>
            new RedisDistributedSynchronizationProvider(ConnectionMultiplexer.Connect(builder.Configuration["Redis"]!).GetDatabase()));
        builder.Services.AddSingleton<IFigmaPaymentsLock, RedisLock>();
    }

    public static void ShareCache(FigmaPaymentsGateOptions gate, WebApplicationBuilder builder)
    {
        gate.CacheSecret = builder.Configuration["Figma:CacheSecret"];      // at least 32 characters, the same on all machines
        gate.Instances = 2;
    }
}
