using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>Several machines with a grace period of an hour, in front of one fake of Figma.</summary>
internal sealed class GraceMachines : IAsyncDisposable
{
    public const string Secret = "a secret of at least 32 characters";

    private readonly TimeProvider _clock;
    private readonly List<GateApp> _apps = [];

    public GraceMachines(TimeProvider clock)
    {
        _clock = clock;
        Figma = new FakeFigmaPayments(new FakeFigmaPaymentsOptions { TimeProvider = clock, PaymentTokenLifetime = TimeSpan.FromDays(1) });
        Figma.AddPlugin(Plugin);
    }

    public static PluginId Plugin => new(IGlyphPayments.Id);

    public FakeFigmaPayments Figma { get; }

    public async Task<GateApp> StartAsync(IDistributedCache? cache = null, Action<FigmaPaymentsGateOptions>? configure = null, Action<IServiceCollection>? services = null, TimeProvider? time = null)
    {
        GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            options =>
            {
                options.Time = time ?? _clock;
                options.Figma = Figma;
                options.Gate = gate =>
                {
                    gate.CacheSecret = Secret;
                    gate.GraceFor = TimeSpan.FromHours(1);
                    configure?.Invoke(gate);
                };
                options.Services = collection =>
                {
                    if (cache is not null)
                        collection.AddSingleton(cache);

                    services?.Invoke(collection);
                };
            });

        _apps.Add(app);
        return app;
    }

    /// <summary>Lets all requests fail from now on.</summary>
    public void StopFigma() => Figma.Faults.Enqueue(FakeFault.Status(503), count: 1_000);

    public UserId AddPayer()
    {
        UserId user = Figma.AddUser();
        Figma.Pay(user, Plugin);
        return user;
    }

    public PluginPaymentToken TokenOf(UserId user) => new(Figma.IssuePaymentToken(user, Plugin));

    public static async Task<FigmaPaymentsDecision> CheckAsync(GateApp app, PluginPaymentToken token, string gate = GateApp.Gate) =>
        await app.Services.GetRequiredKeyedService<IFigmaPaymentsGate>(gate).CheckAsync(token);

    public static async Task<FigmaPaymentsDecision> CheckAsync(GateApp app, UserId user) =>
        await app.Services.GetRequiredKeyedService<IFigmaPaymentsGate>(GateApp.Gate).CheckAsync(user);

    public async ValueTask DisposeAsync()
    {
        foreach (GateApp app in _apps)
            await app.DisposeAsync();
    }
}
