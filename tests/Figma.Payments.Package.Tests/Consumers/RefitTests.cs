using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>Tests that <c>[ExactlyOneResource]</c> on a Refit interface checks the calls of its clients.</summary>
public sealed partial class RefitTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Right = """
        _ = figma.GetPaymentsAsync(pluginPaymentToken: "t");
        _ = figma.GetPaymentsAsync(userId: "1", pluginId: "2");
        _ = figma.GetPaymentsAsync(userId: "1", widgetId: args.FirstOrDefault());
        """;

    private const string Wrong = """
        _ = figma.GetPaymentsAsync();
        _ = figma.GetPaymentsAsync(userId: "1");
        _ = figma.GetPaymentsAsync(userId: "1", pluginId: "2", widgetId: "3");
        _ = figma.GetPaymentsAsync(pluginPaymentToken: "t", pluginId: "2");
        """;

    [Fact]
    public async Task Calls_of_a_marked_Refit_method_are_checked()
    {
        Consumer app = Create();

        app.Write("Program.cs", Source(Right));
        DotnetRun right = (await app.BuildAsync()).OrFail();
        Assert.DoesNotContain("FPG", right.Output, StringComparison.Ordinal);

        app.Write("Program.cs", Source(Wrong));
        DotnetRun wrong = await app.BuildAsync();
        Assert.NotEqual(0, wrong.ExitCode);
        Assert.Equal(["6 FPG2001", "7 FPG2001", "8 FPG2002", "9 FPG2002"], Error().Matches(wrong.Output).Select(static match => $"{match.Groups["line"].Value} {match.Groups["id"].Value}").Distinct().Order(StringComparer.Ordinal));
    }

    private Consumer Create() => Consumer.NewConsole(packages, "RefitApp", "", """<PackageReference Include="Refit" Version="16.4.0" />""");

    private static string Source(string calls) => $$"""
        using Figma.Payments;
        using Refit;

        IFigma figma = RestService.For<IFigma>("https://api.figma.com");

        {{calls}}

        public interface IFigma
        {
            [Get("/v1/payments")]
            [ExactlyOneResource]
            Task<string> GetPaymentsAsync(
                [AliasAs("plugin_payment_token")] string? pluginPaymentToken = null,
                [AliasAs("user_id")] string? userId = null,
                [AliasAs("community_file_id")] string? communityFileId = null,
                [AliasAs("plugin_id")] string? pluginId = null,
                [AliasAs("widget_id")] string? widgetId = null);
        }
        """;

    [GeneratedRegex(@"\((?<line>\d+),\d+\): error (?<id>\w+):")]
    private static partial Regex Error();
}
