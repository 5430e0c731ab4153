using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.Tests.Registration;

/// <summary>Registers several clients of one interface with keys, and validates options when the host starts. Old versions of the framework support neither.</summary>
public sealed class KeyedTests
{
    [Fact]
    public async Task Keyed_clients_have_their_own_tokens_and_handlers()
    {
        CannedHandler[] figmas = [new(Samples.Paid), new(Samples.Paid), new(Samples.Paid)];
        ServiceCollection services = new();
        services.AddShopPayments(static options => options.AccessToken = new PersonalAccessToken("figd_none")).ConfigurePrimaryHttpMessageHandler(() => figmas[0]);
        services.AddKeyedShopPayments("red", static options => options.AccessToken = new PersonalAccessToken("figd_red")).ConfigurePrimaryHttpMessageHandler(() => figmas[1]);
        services.AddKeyedShopPayments("blue", static (options, _) => options.AccessToken = new PersonalAccessToken("figd_blue")).ConfigurePrimaryHttpMessageHandler(() => figmas[2]);
        services.AddTransient<RedTeam>();
        using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        await SendAsync(provider.GetRequiredService<IShopPayments>());
        await SendAsync(provider.GetRequiredService<RedTeam>().Payments);
        await SendAsync(provider.GetRequiredKeyedService<IShopPayments>("blue"));

        Assert.Equal(["figd_none", "figd_red", "figd_blue"], figmas.Select(static figma => Assert.Single(Assert.Single(figma.Requests).Headers.GetValues("X-Figma-Token"))));
        Assert.Null(provider.GetKeyedService<IShopPayments>("green"));
    }

    [Fact]
    public async Task Invalid_options_are_reported_when_the_host_starts()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        IServiceCollection services = builder.Services;
        services.AddShopPayments(static _ => { });
        services.AddKeyedShopPayments("red", static options =>
        {
            options.AccessToken = new PersonalAccessToken(Samples.AccessToken);
            options.Timeout = TimeSpan.Zero;
        });
        services.AddKeyedShopPayments("blue", static options => options.AccessToken = new PersonalAccessToken(Samples.AccessToken));
        using IHost host = builder.Build();

        AggregateException errors = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync());

        string[] failures = [.. errors.InnerExceptions.Cast<OptionsValidationException>().SelectMany(static error => error.Failures).Order(StringComparer.Ordinal)];
        Assert.Equal(2, failures.Length);
        Assert.StartsWith("Figma.Payments.Tests.Registration.IShopPayments/red: Timeout: ", failures[0], StringComparison.Ordinal);
        Assert.StartsWith("Figma.Payments.Tests.Registration.IShopPayments: AccessToken: ", failures[1], StringComparison.Ordinal);
    }

    private static Task<PaymentInformation> SendAsync(IShopPayments payments) => payments.GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

    private sealed class RedTeam([FromKeyedServices("red")] IShopPayments payments)
    {
        public IShopPayments Payments => payments;
    }
}
