using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Readme;

public sealed class ReadmeTests
{
    [Fact]
    public void Each_example_is_compiled()
    {
        string[] source = Lines(Read("ReadmeExamples.cs"));
        string[][] examples = [.. Examples(Read("README.md"))];
        Assert.Equal(9, examples.Length);

        // The tests of the packages build and run the first one, which is a program. Its statements are here too.
        string[] program = [.. examples[0].Where(static line => line.StartsWith("builder.Services.", StringComparison.Ordinal) || line.StartsWith("app.Map", StringComparison.Ordinal) || line.StartsWith("public partial interface", StringComparison.Ordinal))];
        Assert.Equal(4, program.Length);
        Assert.All(program, line => Assert.Contains(line, source));

        // The second one has statements for the services and for the application.
        string[] untyped = examples[1];
        Assert.Equal(untyped[^1], source.Single(static line => line.StartsWith("app.MapPost(\"/export\"", StringComparison.Ordinal)));

        foreach (string[] example in examples.Skip(2).Prepend(untyped[..^1]))
            Assert.True(Enumerable.Range(0, source.Length).Any(start => source.Skip(start).Take(example.Length).SequenceEqual(example)), string.Join('\n', example));
    }

    [Fact]
    public async Task Examples_run()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/render");
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.WebHost.UseTestServer();
        ReadmeExamples.AddGate(builder);
        ReadmeExamples.AddUntypedGate(builder);
        ReadmeExamples.Test(builder.Services, builder.Configuration, request);

        await using WebApplication app = builder.Build();
        ReadmeExamples.Map(app);
        ReadmeExamples.MapUntyped(app);
        await app.StartAsync();
        using HttpClient http = app.GetTestClient();

        using HttpResponseMessage paid = await http.SendAsync(request);
        Assert.StartsWith("Rendered for user ", await paid.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using HttpResponseMessage refused = await http.PostAsync(new Uri("/render", UriKind.Relative), null);
        Assert.Equal(401, (int)refused.StatusCode);
    }

    [Fact]
    public void Options_of_the_examples_are_valid()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration["Redis"] = "127.0.0.1:1";
        builder.Configuration["Figma:CacheSecret"] = "a secret of at least 32 characters";
        ReadmeExamples.AddGate(builder);
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

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Read(string resource)
    {
        using StreamReader reader = new(typeof(ReadmeTests).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
