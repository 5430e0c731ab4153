using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Readme;

public sealed class ReadmeTests
{
    [Fact]
    public void Each_example_is_compiled()
    {
        string[] source = [.. Lines(Read("ReadmeExamples.cs")), .. Lines(Read("WebApplicationFactoryExample.cs"))];
        string[][] examples = [.. Examples(Read("README.md"))];
        Assert.Equal(19, examples.Length);

        // The first one is the program that the example of the section "Tests" runs. Without implicit usings, it has more of them.
        string[] program = Lines(Read("Program.cs"));
        Assert.Empty(examples[0].Where(IsUsing).Except(program));
        Assert.Equal(program[1..].Where(static line => !IsUsing(line)), examples[0].Where(static line => !IsUsing(line)));

        // That of a gate with a name has statements for the services and for the application.
        string[] untyped = examples.Single(static example => example[0].Contains("AddFigmaPaymentsGate(\"glyphs\"", StringComparison.Ordinal));
        Assert.Equal(untyped[^1], source.Single(static line => line.StartsWith("app.MapPost(\"/export\"", StringComparison.Ordinal)));

        foreach (string[] example in examples.Skip(1).Where(example => example != untyped).Prepend(untyped[..^1]))
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

    /// <summary>The page sends the token and the data in a text body, so that the browser sends no preflight request.</summary>
    [Fact]
    public async Task Example_of_the_stand_in_and_of_a_token_in_the_body_run()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.WebHost.UseTestServer();
        builder.Services.AddGlyphPayments(builder.Configuration.GetSection("Figma"));
        builder.Services.AddGlyphPaymentsGate(ReadmeExamples.ReadTokenFromBody);
        builder.Services.AddTransient<Exports>();
        (FakeFigmaPayments figma, UserId ada) = ReadmeExamples.AddFake(builder);

        await using WebApplication app = builder.Build();
        app.UseFigmaPayments();
        ReadmeExamples.MapBody(app);
        await app.StartAsync();

        string token = figma.IssuePaymentToken(ada, new PluginId("1678669904810665842"));
        using StringContent body = new($$"""{"paymentToken":"{{token}}","glyph":"A"}""");
        Assert.Equal("text/plain", body.Headers.ContentType?.MediaType);
        using HttpResponseMessage response = await app.GetTestClient().PostAsync(new Uri("/draw", UriKind.Relative), body);
        Assert.Equal($"Drew A for user {ada}.", await response.Content.ReadAsStringAsync());

        Exports exports = app.Services.GetRequiredService<Exports>();
        Assert.True(await exports.CanRunAsync(ada, default));
        Assert.False(await exports.CanRunAsync(figma.AddUser(), default));
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

    /// <summary>The table of options contains each option that isn't a function, with its default and the format of its value in a configuration.</summary>
    [Fact]
    public void Readme_lists_each_option_with_its_default()
    {
        FigmaPaymentsGateOptions defaults = new();
        Dictionary<string, string[]> rows = Rows("| Option |").ToDictionary(static cells => cells[0].Trim('`'), StringComparer.Ordinal);
        Assert.True(rows.Remove("PluginId") && rows.Remove("WidgetId"));

        foreach (PropertyInfo property in typeof(FigmaPaymentsGateOptions).GetProperties().Where(static property => property.Name != "Resource"))
        {
            Assert.True(rows.Remove(property.Name, out string[]? cells), property.Name);

            (string format, string? value) = property.GetValue(defaults) switch
            {
                TimeSpan time => ("duration", time.ToString("c", CultureInfo.InvariantCulture)),
                bool flag => ("`true` or `false`", flag ? "true" : "false"),
                int number => ("number", number.ToString(CultureInfo.InvariantCulture)),
                _ when typeof(Delegate).IsAssignableFrom(property.PropertyType) => ("only in code", null),
                _ when property.PropertyType == typeof(string) => ("text", null),
                _ when property.PropertyType == typeof(UserId?) => ("user ID", null),
                _ => ("user IDs", null),
            };

            Assert.Equal(format, cells[1]);
            Assert.Equal(value is null ? "" : $"`{value}`", cells[2]);
        }

        Assert.Empty(rows.Keys);
    }

    /// <summary>The table of events contains each log message with its level.</summary>
    [Fact]
    public void Readme_lists_each_event_with_its_level()
    {
        string[] expected =
        [
            .. typeof(AspNetCore.Telemetry.GateLog).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Select(static method => method.GetCustomAttribute<LoggerMessageAttribute>())
                .OfType<LoggerMessageAttribute>()
                .OrderBy(static message => message.EventId)
                .Select(static message => $"{message.EventId} {message.Level}"),
        ];

        Assert.Equal(expected, Rows("| Event |").Select(static cells => $"{cells[0]} {cells[1]}"));
    }

    /// <summary>Returns the cells of a table's rows.</summary>
    private static string[][] Rows(string header)
    {
        string readme = Read("README.md");
        int start = readme.IndexOf("\n" + header, StringComparison.Ordinal);
        Assert.NotEqual(-1, start);

        return
        [
            .. readme[(start + 1)..].Split('\n')
                .TakeWhile(static line => line.StartsWith('|'))
                .Skip(2)
                .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];
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
