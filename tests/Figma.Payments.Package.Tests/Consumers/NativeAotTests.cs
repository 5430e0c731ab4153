using System;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

[Collection(nameof(PackedPackages))]
public sealed class NativeAotTests(PackedPackages packages)
{
    private const string Source = """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Figma.Payments;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        Uri address = new(args[0]);
        PersonalAccessToken token = new(args[1]);
        UserId user = new(args[2]);
        PluginId plugin = new(args[3]);

        IPayments created = PaymentsClient.Create(new PaymentsClientOptions { AccessToken = token, BaseAddress = address });

        ServiceCollection services = new();
        services.AddPayments(Configure);
        services.AddKeyedPayments("red", Configure);
        services.AddKeyedPayments("blue", new ConfigurationBuilder().AddInMemoryCollection([new("AccessToken", args[1]), new("BaseAddress", args[0])]).Build());
        using ServiceProvider provider = services.BuildServiceProvider();

        foreach (IPayments payments in new[] { created, provider.GetRequiredService<IPayments>(), provider.GetRequiredKeyedService<IPayments>("red"), provider.GetRequiredKeyedService<IPayments>("blue") })
        {
            PaymentInformation byIds = await payments.GetPaymentsAsync(user, plugin);
            PaymentInformation byToken = await payments.GetPaymentsAsync(new PluginPaymentToken(args[4]));
            Console.WriteLine($"{byIds.IsPaid} {byToken.IsPaid} {byToken.DateOfPurchase is not null}");

            string json = JsonSerializer.Serialize(byIds, StoredContext.Default.PaymentInformation);
            Console.WriteLine(JsonSerializer.Deserialize(json, StoredContext.Default.PaymentInformation) == byIds);
        }

        try
        {
            _ = await created.GetPaymentsAsync(user, new WidgetId("1"));
        }
        catch (FigmaPaymentsException error)
        {
            Console.WriteLine(error.Kind);
        }

        void Configure(PaymentsClientOptions options)
        {
            options.AccessToken = token;
            options.BaseAddress = address;
        }

        [PaymentsClient]
        public partial interface IPayments;

        [JsonSerializable(typeof(PaymentInformation))]
        internal sealed partial class StoredContext : JsonSerializerContext;
        """;

    [NativeAotFact]
    public async Task Native_AOT_consumer_publishes_without_warnings_and_runs()
    {
        FakeFigmaPayments figma = new();
        UserId user = figma.AddUser();
        PluginId plugin = figma.AddPlugin();
        figma.Pay(user, plugin);
        await using FakeFigmaPaymentsServer server = await figma.StartAsync();

        Consumer app = Consumer.NewConsole(
            packages,
            "Ahead",
            $"""
            <PublishAot>true</PublishAot>
                <CppCompilerAndLinker>{NativeAotFactAttribute.Linker}</CppCompilerAndLinker>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            """,
            """<PackageReference Include="Microsoft.Extensions.Http" Version="8.0.1" />""");
        app.Write("Program.cs", Source);

        DotnetRun publish = (await app.PublishAsync()).OrFail();
        Assert.DoesNotContain(" warning ", publish.Output, StringComparison.Ordinal);
        Assert.Contains("Generating native code", publish.Output, StringComparison.Ordinal);

        DotnetRun run = await app.RunPublishedAsync("Ahead", server.BaseAddress.AbsoluteUri, figma.AccessTokenText, user.Value, plugin.Value, figma.IssuePaymentToken(user, plugin));

        Assert.Equal([.. Enumerable.Repeat<string[]>(["True True True", "True"], 4).SelectMany(static lines => lines), "NotFound"], run.OrFail().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Trim()));
    }
}
