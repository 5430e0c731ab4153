using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>An application that references only the packed gate and the packed fake.</summary>
[Collection(nameof(PackedPackages))]
public sealed class GateConsumerTests(PackedPackages packages)
{
    private const string Source = """
        using System.Net.Http.Headers;
        using Figma.Payments;
        using Figma.Payments.AspNetCore;
        using Figma.Payments.Testing;

        FakeFigmaPayments figma = new();
        PluginId plugin = figma.AddPlugin(new PluginId("1678669904810665842"));
        UserId ada = figma.AddUser();
        UserId grace = figma.AddUser();
        figma.Pay(ada, plugin);

        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGlyphPayments(options => options.AccessToken = figma.AccessToken).ConfigurePrimaryHttpMessageHandler(figma.CreateHandler);
        builder.Services.AddFigmaPaymentsGate("glyphs", gate =>
        {
            gate.Resource = plugin;
            gate.CheckByToken = (services, token, cancellation) => services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
        });

        await using WebApplication app = builder.Build();
        app.UseFigmaPayments();
        app.MapGet("/render", (FigmaPayment payment) => payment.UserId == ada ? "ada" : "?").RequireFigmaPayments("glyphs");
        await app.StartAsync();

        using HttpClient http = new() { BaseAddress = new Uri(app.Urls.Single()) };

        foreach (UserId user in new[] { ada, grace })
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/render");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", figma.IssuePaymentToken(user, plugin));
            using HttpResponseMessage response = await http.SendAsync(request);
            Console.WriteLine($"{(int)response.StatusCode} {(response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : response.Content.Headers.ContentType)}");
        }

        [PaymentsClient(PluginId = "1678669904810665842")]
        public partial interface IGlyphPayments
        {
            Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);
        }
        """;

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Application_with_the_packed_gate_admits_who_has_paid_and_refuses_others(string targetFramework)
    {
        Consumer app = Consumer.NewWeb(packages, "Gated", targetFramework);
        app.Write("Program.cs", Source);

        Assert.Equal("200 ada\n402 application/problem+json", (await app.RunAsync()).OrFail().Output.Trim().ReplaceLineEndings("\n"));
    }
}
