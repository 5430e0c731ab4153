using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>The rules apply to the code in Razor files, and report at the line of the Razor file.</summary>
public sealed partial class RazorTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    // Apart from the prefix, so that FPG4001 doesn't report the token here.
    private static readonly string Random = "Vk7tQz2mXc9RbN4wLp8sYh3fJd6gTa1eUo5i";

    [Fact]
    public async Task Rules_report_at_the_line_of_the_Razor_file()
    {
        Consumer app = Consumer.NewConsole(packages, "Razor", "", "");

        app.Write("Razor.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RootNamespace>Shop</RootNamespace>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Figma.Payments.Generators" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);

        app.Write("Program.cs", """
            using Shop;

            WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
            builder.Services.AddRazorPages();
            builder.Services.AddRazorComponents();
            builder.Services.AddPayments(options => { });
            WebApplication app = builder.Build();
            app.MapRazorPages();
            app.Run();
            """);

        app.Write("IPayments.cs", """
            using Figma.Payments;

            namespace Shop;

            [PaymentsClient]
            public partial interface IPayments;
            """);

        app.Write("Glyph.razor", """
            @using Figma.Payments
            @inject IPayments Payments

            <p>@_text</p>

            @code {
                private string _text = "";

                private async Task CheckAsync(UserId user, PluginId plugin)
                {
                    bool isPaid = (await Payments.GetPaymentsAsync(user, plugin)).IsPaid;
                    _text = isPaid && (await Payments.GetPaymentsAsync(user)).IsPaid ? "paid" : "not paid";
                }
            }
            """);

        app.Write("Declared.razor", """
            @using Figma.Payments

            @code {
                [PaymentsClient]
                public partial interface IHidden { }
            }
            """);

        app.Write("Index.cshtml", """
            @page
            @using Figma.Payments
            @using Shop
            @inject IPayments Payments
            @{
                UserId user = new("1");
                PaymentInformation information = await Payments.GetPaymentsAsync(user);
            }
            <p>@information.IsPaid</p>
            <p>@((await Payments.GetPaymentsAsync(user, pluginId: new PluginId("1"), widgetId: new WidgetId("2"))).IsPaid)</p>
            """);

        app.Write("Status.razor", $$"""
            <p>figd_{{Random}}1</p>

            <img src="/chart" data-token="figd_{{Random}}2" />

            @code {
                private const string Token = "figd_{{Random}}3";
            }
            """);

        app.Write("Terms.cshtml", $$"""
            @page

            <p>No refunds.</p>
            <p>figd_{{Random}}4</p>
            <a href="/chart?token=figd_{{Random}}5">Chart</a>
            """);

        DotnetRun build = await app.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(
            [
                "Declared.razor(5): FPG1002",
                "Glyph.razor(12): FPG2001",
                "Index.cshtml(10): FPG2002",
                "Index.cshtml(7): FPG2001",
                "Status.razor(1): FPG4001",
                "Status.razor(3): FPG4001",
                "Status.razor(6): FPG4001",
                "Terms.cshtml(4): FPG4001",
                "Terms.cshtml(5): FPG4001",
            ],
            ReportLine().Matches(build.Output).Select(static match => $"{match.Groups["file"].Value}({match.Groups["line"].Value}): {match.Groups["id"].Value}").Distinct().Order(System.StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?<file>[\w.]+)\((?<line>\d+),\d+\): (error|warning) (?<id>FPG\d+):")]
    private static partial Regex ReportLine();
}
