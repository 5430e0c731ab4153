using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Readme;

public sealed class ReadmeTests
{
    [Fact]
    public void Each_example_is_compiled()
    {
        string[] source = [.. Lines(Read("ReadmeExamples.cs")), .. Lines(Read("WebApplicationFactoryExample.cs"))];
        string[][] examples = [.. Examples(Read("README.md"))];
        Assert.Equal(11, examples.Length);

        // The first one is the program that the example of the section "Tests" runs. Without implicit usings, it has more of them.
        string[] program = Lines(Read("Program.cs"));
        Assert.Empty(examples[0].Where(IsUsing).Except(program));
        Assert.Equal(program[1..].Where(static line => !IsUsing(line)), examples[0].Where(static line => !IsUsing(line)));

        // The second one has statements for the services and for the application.
        string[] untyped = examples[1];
        Assert.Equal(untyped[^1], source.Single(static line => line.StartsWith("app.MapPost(\"/export\"", StringComparison.Ordinal)));

        foreach (string[] example in examples.Skip(2).Prepend(untyped[..^1]))
            Assert.True(Enumerable.Range(0, source.Length).Any(start => source.Skip(start).Take(example.Length).SequenceEqual(example)), string.Join('\n', example));
    }

    [Fact]
    public async Task Example_of_a_gate_with_a_name_runs()
    {
        FakeFigmaPayments figma = new();
        PluginId plugin = figma.AddPlugin(new PluginId("1678669904810665842"));
        UserId ada = figma.AddUser();
        figma.Pay(ada, plugin);

        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.WebHost.UseTestServer();
        builder.Services.AddGlyphPayments(options => options.AccessToken = figma.AccessToken).ConfigurePrimaryHttpMessageHandler(figma.CreateHandler);
        ReadmeExamples.AddUntypedGate(builder);

        await using WebApplication app = builder.Build();
        app.UseFigmaPayments();
        ReadmeExamples.MapUntyped(app);
        await app.StartAsync();
        using HttpClient http = app.GetTestClient();

        using HttpRequestMessage request = new(HttpMethod.Post, "/export");
        request.Headers.Authorization = new("Bearer", figma.IssuePaymentToken(ada, plugin));
        using HttpResponseMessage paid = await http.SendAsync(request);
        Assert.Equal($"Exported for user {ada}.", await paid.Content.ReadAsStringAsync());

        using HttpResponseMessage refused = await http.PostAsync(new Uri("/export", UriKind.Relative), null);
        Assert.Equal(401, (int)refused.StatusCode);
    }

    [Fact]
    public void Options_of_the_examples_are_valid()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration["Redis"] = "127.0.0.1:1";
        builder.Configuration["Figma:CacheSecret"] = "a secret of at least 32 characters";
        builder.Services.AddGlyphPayments(static options => options.AccessToken = new PersonalAccessToken("figd_secret"));
        ReadmeExamples.AddRedis(builder);
        ReadmeExamples.AddLock(builder);
        builder.Services.AddGlyphPaymentsGate(gate =>
        {
            ReadmeExamples.ReadTokenFromBody(gate);
            ReadmeExamples.ReadUsers(gate);
            ReadmeExamples.ShareCache(gate, builder);
        });

        FigmaPaymentsGateOptions options = builder.Build().Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<FigmaPaymentsGateOptions>>().Get(GlyphPaymentsGateExtensions.GateName);
        Assert.Equal("figma:user_id", options.UserIdClaim);
    }

    /// <summary>The table of refusals contains each problem type, and no others.</summary>
    [Fact]
    public void Readme_lists_each_problem_type()
    {
        string readme = Read("README.md");
        string table = readme[readme.IndexOf("## Refusals", StringComparison.Ordinal)..readme.IndexOf("## Where the token is", StringComparison.Ordinal)];
        string[] listed = [.. Lines(table).Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).Select(static line => line.Split('`')[1])];

        Assert.Equal(
            Refusals.RefusalTable.All.Select(static refusal => Refusals.RefusalTable.Get(refusal).Type).Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string[]> Examples(string markdown) => markdown
        .Split("```csharp\n").Skip(1)
        .Select(static block => Lines(block[..block.IndexOf("```", StringComparison.Ordinal)]));

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Read(string resource)
    {
        using StreamReader reader = new(typeof(ReadmeTests).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
