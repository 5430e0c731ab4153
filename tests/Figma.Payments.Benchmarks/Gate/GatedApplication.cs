using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.Benchmarks.Gate;

/// <summary>An application with one endpoint that is bare, protected by a plain scheme and policy, or gated.</summary>
internal sealed class GatedApplication : IAsyncDisposable
{
    private const string Gate = "glyphs";

    private readonly WebApplication _app;

    private GatedApplication(WebApplication app) => _app = app;

    public static PluginId Plugin { get; } = new("1678669904810665842");

    public DirectServer Server => (DirectServer)_app.Services.GetRequiredService<IServer>();

    public IFigmaPaymentsGate Checks => _app.Services.GetRequiredService<IFigmaPaymentsGate>();

    public Uri Address => new(_app.Urls.Single());

    public static Task<GatedApplication> StartBareAsync(bool usesSockets) => StartAsync(usesSockets, static _ => { }, static _ => { }, static _ => { });

    /// <summary>The scheme looks up the token in a dictionary, and the policy requires a claim.</summary>
    public static Task<GatedApplication> StartPlainAsync(bool usesSockets) => StartAsync(
        usesSockets,
        static services =>
        {
            services.AddAuthentication(PlainHandler.Name).AddScheme<AuthenticationSchemeOptions, PlainHandler>(PlainHandler.Name, null);
            services.AddAuthorizationBuilder().AddPolicy("paid", static policy => policy.AddAuthenticationSchemes(PlainHandler.Name).RequireClaim("status", "PAID"));
        },
        static app => app.UseAuthentication().UseAuthorization(),
        static endpoint => endpoint.RequireAuthorization("paid"));

    /// <summary>The gate gets its responses from a function, so that only its own costs are measured.</summary>
    public static Task<GatedApplication> StartGatedAsync(bool usesSockets, TimeProvider? time = null, HybridCache? cache = null) => StartAsync(
        usesSockets,
        services =>
        {
            if (time is not null)
                services.AddSingleton(time);

            if (cache is not null)
                services.AddSingleton(cache);

            long user = 0;

            services.AddFigmaPaymentsGate(Gate, gate =>
            {
                gate.Resource = Plugin;
                gate.TokenRequestsPerMinute = 10_000;
                gate.CheckByToken = (_, _, _) => Task.FromResult(new PaymentsResult(new PaymentInformation(new UserId(Interlocked.Increment(ref user)), Plugin, PaymentStatus.Paid)));
            });
        },
        static app => app.UseFigmaPayments(),
        static endpoint => endpoint.RequireFigmaPayments(Gate));

    private static async Task<GatedApplication> StartAsync(bool usesSockets, Action<IServiceCollection> addServices, Action<WebApplication> addMiddleware, Action<RouteHandlerBuilder> protect)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());

        if (usesSockets)
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        else
            builder.Services.AddSingleton<IServer, DirectServer>();

        builder.Services.AddRoutingCore();
        builder.Services.AddRouting();
        addServices(builder.Services);

        WebApplication app = builder.Build();
        app.UseRouting();
        addMiddleware(app);
        protect(app.MapGet("/paid", static () => "paid"));
        await app.StartAsync();
        return new GatedApplication(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
