using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Options;

public sealed class GenericHostTests
{
    /// <summary>In development, the host validates all services when it is built.</summary>
    [Fact]
    public async Task Gate_of_a_host_without_endpoints_decides()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        builder.Services.AddFigmaPaymentsGate("gate", static gate =>
        {
            gate.Resource = new PluginId(1);
            gate.CheckByUser = static (_, _, _) => Task.FromResult(new PaymentsResult(new PaymentsError(PaymentsErrorKind.NotFound, "It failed.")));
        });

        using IHost host = builder.Build();
        await host.StartAsync();

        FigmaPaymentsDecision decision = await host.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(new UserId(1));
        Assert.Equal(FigmaPaymentsRefusal.UserNotFound, decision.Refusal);
    }
}
