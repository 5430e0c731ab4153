using System;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_is_degraded_while_Figma_limits_and_recovers_by_itself()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using GateApp app = await StartAsync(clock);
        Assert.Equal(HealthStatus.Healthy, await CheckAsync(app));

        app.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromMinutes(10)));
        using HttpResponseMessage response = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid));
        Assert.Equal(HealthStatus.Degraded, await CheckAsync(app));

        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HealthStatus.Healthy, await CheckAsync(app));
        Assert.Single(app.Figma.Requests);
    }

    [Fact]
    public async Task Health_is_degraded_after_a_rejected_access_token()
    {
        await using GateApp app = await StartAsync(null);
        app.Figma.ExpireAccessToken(app.Figma.AccessToken);
        app.TokenOf(PaymentStatus.Paid, out UserId user);

        await app.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(user);
        Assert.Equal(HealthStatus.Degraded, await CheckAsync(app));
    }

    [Fact]
    public async Task Health_is_reported_if_the_application_has_no_gate()
    {
        ServiceCollection services = new();
        services.AddLogging().AddHealthChecks().AddFigmaPayments();
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(HealthStatus.Healthy, (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status);
    }

    private static Task<GateApp> StartAsync(TimeProvider? time) => GateApp.StartAsync(
        static app => app.MapGet("/paid", static () => "").RequireFigmaPayments(GateApp.Gate),
        options =>
        {
            options.Time = time;
            options.Fake.TimeProvider = time ?? TimeProvider.System;
            options.Services = static services => services.AddHealthChecks().AddFigmaPayments();
        });

    private static async Task<HealthStatus> CheckAsync(GateApp app) => (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;
}
