using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>An application that references only the packed gate and the packed fake.</summary>
public sealed class GateConsumerTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    // The program of the README, with a fake of Figma instead of Figma, and two requests instead of the endless run.
    private static readonly string Source = ReadmeExample.Blocks(Repository.Read("src/Figma.Payments.AspNetCore/README.md"))[0]
        .ReplaceOnce(
            "WebApplicationBuilder builder = WebApplication.CreateBuilder(args);",
            """
            Figma.Payments.Testing.FakeFigmaPayments figma = new();
            PluginId plugin = figma.AddPlugin(new PluginId("1678669904810665842"));
            UserId ada = figma.AddUser();
            UserId grace = figma.AddUser();
            figma.Pay(ada, plugin);

            WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Configuration["Figma:AccessToken"] = figma.AccessTokenText;
            """)
        .ReplaceOnce("""builder.Configuration.GetSection("Figma"))""", """builder.Configuration.GetSection("Figma")).ConfigurePrimaryHttpMessageHandler(figma.CreateHandler)""")
        .ReplaceOnce(
            "app.Run();",
            """
            await app.StartAsync();
            using HttpClient http = new() { BaseAddress = new Uri(app.Urls.Single()) };

            foreach (UserId user in new[] { ada, grace })
            {
                using HttpRequestMessage request = new(HttpMethod.Post, "/render");
                request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", figma.IssuePaymentToken(user, plugin));
                using HttpResponseMessage response = await http.SendAsync(request);
                Console.WriteLine($"{(int)response.StatusCode} {(response.IsSuccessStatusCode ? (await response.Content.ReadAsStringAsync()).Replace(ada.Value, "ada") : response.Content.Headers.ContentType)}");
            }
            """);

    private const string Output = "200 Rendered for user ada.\n402 application/problem+json";

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Program_of_the_readme_with_the_packed_gate_admits_who_has_paid_and_refuses_others(string targetFramework)
    {
        Consumer app = Consumer.NewWeb(packages, "Gated", targetFramework);
        app.Write("Program.cs", Source);

        Assert.Equal(Output, (await app.RunAsync()).OrFail().Output.Trim().ReplaceLineEndings("\n"));
    }

    /// <summary>The program contains the runtime, because the machine might have only a newer one.</summary>
    [Fact]
    public async Task Program_of_the_readme_runs_on_the_runtime_of_net8()
    {
        Consumer app = Consumer.NewWeb(
            packages,
            "Contained",
            "net8.0",
            $"""
            <UseAppHost>true</UseAppHost>
                <SelfContained>true</SelfContained>
                <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
                <RuntimeFrameworkVersion>{Repository.Net8Version}</RuntimeFrameworkVersion>
            """);
        app.Write("Program.cs", Source.ReplaceOnce("await app.StartAsync();", "await app.StartAsync();\nConsole.WriteLine(Environment.Version);"));

        (await app.PublishAsync()).OrFail();
        Assert.Equal(Repository.Net8Version + "\n" + Output, (await app.RunPublishedAsync("Contained")).OrFail().Output.Trim().ReplaceLineEndings("\n"));
    }
}

internal static class SourceExtensions
{
    public static string ReplaceOnce(this string source, string oldText, string newText)
    {
        Assert.Equal(2, source.Split(oldText).Length);
        return source.Replace(oldText, newText, System.StringComparison.Ordinal);
    }
}
