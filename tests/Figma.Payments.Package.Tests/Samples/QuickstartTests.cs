using System;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Xunit;

namespace Figma.Payments.Package.Tests.Samples;

public sealed class QuickstartTests
{
    private static readonly string[] Run = ["run", "--project", "samples/Quickstart", "--no-build", "-c", Repository.Configuration, "--"];

    [Fact]
    public async Task Without_an_access_token_it_sends_every_kind_of_request_to_the_fake()
    {
        DotnetRun run = (await Dotnet.RunAsync(Repository.Root, Run)).OrFail();

        Assert.Equal(
            [
                "Ada|payment token|PAID|granted",
                "Ada|user and plugin|PAID|granted",
                "Ada|user and widget|PAID|granted",
                "Ada|user and Community file|PAID|granted",
                "Ben, never bought|user and plugin|UNPAID|denied",
                "Cleo, on trial|user and plugin|TRIAL|granted",
                "Dan, refunded|user and plugin|UNPAID|denied",
                "Ada|payment token of another plugin|ResponseMismatch|denied",
                "Unknown|invalid payment token|Unauthorized|denied",
                "Ada|plugin of another owner|Unauthorized|denied",
                "Ada|invalid access token|CredentialRejected|denied",
            ],
            Rows(run.Output));
    }

    [Fact]
    public async Task With_an_access_token_it_sends_requests_for_the_specified_IDs()
    {
        FakeFigmaPayments figma = new();
        UserId user = figma.AddUser();
        PluginId plugin = figma.AddPlugin();
        WidgetId widget = figma.AddWidget();
        figma.Pay(user, widget);
        await using FakeFigmaPaymentsServer server = await figma.StartAsync();

        DotnetRun run = await RunLiveAsync(
            figma, "--base-address", server.BaseAddress.ToString(), "--user", user.Value, "--plugin", $"https://www.figma.com/community/plugin/{plugin}/glyphs", "--widget", widget.Value);

        Assert.Equal([$"user {user}|plugin {plugin}|UNPAID|denied", $"user {user}|widget {widget}|PAID|granted"], Rows(run.OrFail().Output));
        Assert.DoesNotContain(figma.AccessTokenText, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--user", "893760322388183958")]
    [InlineData("--plugin", "1678669904810665842")]
    [InlineData("--user", "not an id", "--plugin", "1678669904810665842")]
    [InlineData("--user", "893760322388183958", "--plugin", "https://www.figma.com/community/widget/737805260747778092")]
    public async Task With_an_access_token_and_invalid_arguments_it_reports_an_error(params string[] arguments)
    {
        DotnetRun run = await RunLiveAsync(new FakeFigmaPayments(), arguments);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("--", run.Output, StringComparison.Ordinal);
        Assert.Empty(Rows(run.Output));
    }

    private static Task<DotnetRun> RunLiveAsync(FakeFigmaPayments figma, params string[] arguments) =>
        Dotnet.RunAsync(Repository.Root, figma.AccessTokenText, [.. Run, .. arguments]);

    /// <summary>Returns the rows of the table without the reasons. The second line of a row has an empty first cell.</summary>
    private static string[] Rows(string output) =>
        [.. output.Split('\n')
            .Where(static line => line.StartsWith('│'))
            .Skip(1)
            .Select(static line => line.Split('│').Skip(1).Take(4).Select(static cell => cell.Trim()).ToArray())
            .Where(static cells => cells[0].Length > 0)
            .Select(static cells => string.Join('|', cells))];
}
