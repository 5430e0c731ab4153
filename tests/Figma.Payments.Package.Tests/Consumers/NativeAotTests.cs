using System;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

public sealed class NativeAotTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Source = """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Figma.Payments;
        using Figma.Payments.AspNetCore;

        Uri address = new(args[0]);
        PersonalAccessToken token = new(args[1]);
        UserId user = new(args[2]);
        PluginId plugin = new(args[3]);

        IPayments created = PaymentsClient.Create(new PaymentsClientOptions { AccessToken = token, BaseAddress = address });

        // Another container than that of the web application.
        #pragma warning disable ASP0000
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

        // An application whose endpoint is gated.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGlyphPayments(Configure);
        builder.Services.AddGlyphPaymentsGate(builder.Configuration.GetSection("Gate"));

        await using WebApplication app = builder.Build();
        app.UseFigmaPayments();
        app.MapPost("/render", (FigmaPayment payment) => payment.UserId.Value).RequireGlyphPayments();
        await app.StartAsync();
        using HttpClient http = new() { BaseAddress = new Uri(app.Urls.First()) };

        foreach (string paymentToken in args[4..])
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/render");
            request.Headers.Add("Authorization", "Bearer " + paymentToken);
            using HttpResponseMessage response = await http.SendAsync(request);
            string body = await response.Content.ReadAsStringAsync();
            Console.WriteLine($"{(int)response.StatusCode} {(body == args[2] ? "user" : JsonDocument.Parse(body).RootElement.GetProperty("type").GetString())}");
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
        public partial interface IPayments : IPaymentsClient;

        [PaymentsClient(PluginId = "1678669904810665842")]
        public partial interface IGlyphPayments : IPinnedPaymentsClient;

        [JsonSerializable(typeof(PaymentInformation))]
        internal sealed partial class StoredContext : JsonSerializerContext;
        """;

    [NativeAotFact]
    public async Task Native_AOT_consumer_publishes_without_warnings_and_runs()
    {
        FakeFigmaPayments figma = new();
        UserId user = figma.AddUser();
        UserId other = figma.AddUser();
        PluginId plugin = figma.AddPlugin(new PluginId("1678669904810665842"));
        figma.Pay(user, plugin);
        await using FakeFigmaPaymentsServer server = await figma.StartAsync();

        Consumer app = Consumer.NewWeb(
            packages,
            "Ahead",
            "net10.0",
            $"""
            <PublishAot>true</PublishAot>
                <CppCompilerAndLinker>{NativeAotFactAttribute.Linker}</CppCompilerAndLinker>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
                <UseAppHost>true</UseAppHost>
            """);
        app.Write("Program.cs", Source);

        DotnetRun publish = (await app.PublishAsync()).OrFail();
        Assert.DoesNotContain(" warning ", publish.Output, StringComparison.Ordinal);
        Assert.Contains("Generating native code", publish.Output, StringComparison.Ordinal);

        DotnetRun run = await app.RunPublishedAsync("Ahead", server.BaseAddress.AbsoluteUri, figma.AccessTokenText, user.Value, plugin.Value, figma.IssuePaymentToken(user, plugin), figma.IssuePaymentToken(other, plugin), "garbage");

        Assert.Equal([.. Enumerable.Repeat<string[]>(["True True True", "True"], 4).SelectMany(static lines => lines), "200 user", "402 urn:figma-payments:payment-required", "401 urn:figma-payments:token-invalid", "NotFound"], run.OrFail().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Trim()));
    }
}
