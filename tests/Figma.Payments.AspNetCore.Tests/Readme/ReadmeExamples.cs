using System;
using System.Linq;
using System.Net.Http;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Medallion.Threading;
using Medallion.Threading.Redis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using StackExchange.Redis;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Figma.Payments.AspNetCore.Tests.Readme;

[PaymentsClient(PluginId = "1678669904810665842")]
public partial interface IGlyphPayments : IPinnedPaymentsClient;

internal sealed class RedisLock(IDistributedLockProvider locks) : IFigmaPaymentsLock
{
    public async ValueTask<IAsyncDisposable?> AcquireAsync(string name, CancellationToken cancellationToken) =>
        await locks.AcquireLockAsync(name, cancellationToken: cancellationToken);
}

internal sealed class Exports([FromKeyedServices(GlyphPaymentsGateExtensions.GateName)] IFigmaPaymentsGate gate)
{
    public async Task<bool> CanRunAsync(UserId user, CancellationToken cancellation) => (await gate.CheckAsync(user, cancellation)).IsGranted;
}

internal sealed class PaymentTokenFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RequireFigmaPaymentsAttribute>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("figma", context.Document)] = [] }];
    }
}

internal sealed record Drawing(string Glyph);

/// <summary>Examples of the package's README. A test compares them.</summary>
internal static class ReadmeExamples
{
    public static (FakeFigmaPayments Figma, UserId Ada) AddFake(WebApplicationBuilder builder)
    {
        FakeFigmaPayments figma = new();
        PluginId plugin = figma.AddPlugin(new PluginId("1678669904810665842"));
        UserId ada = figma.AddUser();
        figma.Pay(ada, plugin);

        builder.Services.AddGlyphPayments(options => options.AccessToken = figma.AccessToken).ConfigurePrimaryHttpMessageHandler(figma.CreateHandler);

        Console.WriteLine($"Payment token of a user who has paid: {figma.IssuePaymentToken(ada, plugin)}");
        Console.WriteLine($"Payment token of another user: {figma.IssuePaymentToken(figma.AddUser(), plugin)}");
        return (figma, ada);
    }

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

    public static void MapBody(WebApplication app)
    {
        app.MapPost("/draw", async (HttpRequest request, FigmaPayment payment) =>
        {
            Drawing? drawing = await JsonSerializer.DeserializeAsync<Drawing>(request.Body, JsonSerializerOptions.Web);
            return $"Drew {drawing?.Glyph} for user {payment.UserId}.";
        }).RequireGlyphPayments();
    }

    public static void MapForget(WebApplication app)
    {
        app.MapGet("/after-checkout", async (ClaimsPrincipal user, IFigmaPaymentsGate gate, CancellationToken cancellation) =>
        {
            if (UserId.TryParse(user.FindFirstValue("figma:user_id"), out UserId id))
                await gate.ForgetAsync(id, cancellation);

            return Results.Redirect("/");
        });
    }

    public static void AddOpenApi(IServiceCollection services)
    {
        WithServices builder = new(services);

        builder.Services.AddOpenApi(options => options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequireFigmaPaymentsAttribute>().Any())
            {
                // Or, for Authorization: Bearer, { Type = SecuritySchemeType.Http, Scheme = "bearer" }.
                context.Document!.AddComponent("figma", new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Figma-Payment-Token" });
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("figma", context.Document)] = [] }];
            }

            return Task.CompletedTask;
        }));
    }

    public static void AddSwagger(IServiceCollection services)
    {
        WithServices builder = new(services);

        builder.Services.AddSwaggerGen(options =>
        {
            options.AddSecurityDefinition("figma", new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Figma-Payment-Token" });
            options.OperationFilter<PaymentTokenFilter>();
        });
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

    // The tests of OpenAPI documents have no builder of an application.
    private sealed record WithServices(IServiceCollection Services);
}
