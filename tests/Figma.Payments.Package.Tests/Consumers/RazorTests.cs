using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>The rules apply to the code in Razor files, and report at the line of the Razor file.</summary>
public sealed partial class RazorTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public async Task Invalid_call_in_a_Razor_file_fails_the_build_at_its_line()
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

        DotnetRun build = await app.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(
            ["Declared.razor(5): FPG1002", "Glyph.razor(12): FPG2001", "Index.cshtml(10): FPG2002", "Index.cshtml(7): FPG2001"],
            ErrorLine().Matches(build.Output).Select(static match => $"{match.Groups["file"].Value}({match.Groups["line"].Value}): {match.Groups["id"].Value}").Distinct().Order(System.StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?<file>[\w.]+)\((?<line>\d+),\d+\): error (?<id>\w+):")]
    private static partial Regex ErrorLine();
}
