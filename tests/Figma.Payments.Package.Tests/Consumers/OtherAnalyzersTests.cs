using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>Analyzers of other packages report nothing about generated code, and nothing about an interface because its other part is generated.</summary>
public sealed class OtherAnalyzersTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public async Task Other_analyzers_report_nothing()
    {
        DotnetRun build = await BuildAsync("OtherAnalyzers", "");
        build.OrFail();
    }

    [Fact]
    public async Task Other_analyzers_report_the_same_in_code_that_is_not_generated()
    {
        DotnetRun build = await BuildAsync("OtherAnalyzersControl", """
            /// <summary>A type with the problems that generated code has no warnings about.</summary>
            public partial class Control
            {
                private readonly System.Net.Http.HttpClient _httpClient = new();

                /// <summary>Gets a value.</summary>
                public string Get(string name, int count = 0) => _httpClient.ToString() + name + count.ToString(System.Globalization.CultureInfo.InvariantCulture);

                /// <summary>Gets a value.</summary>
                public string Get(string name, string other = "") => _httpClient.ToString() + name + other;
            }
            """);

        Assert.NotEqual(0, build.ExitCode);
        Assert.All(new[] { "MA0204", "RCS1043", "RS0026", "RS0030" }, id => Assert.Contains($"error {id}:", build.Output, System.StringComparison.Ordinal));
    }

    private async Task<DotnetRun> BuildAsync(string name, string code)
    {
        Consumer library = Consumer.NewLibrary(packages, name, "net10.0");

        library.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <PackageReference Include="Figma.Payments.Generators" Version="{packages.Version}" />
                <PackageReference Include="Meziantou.Analyzer" Version="3.0.321" PrivateAssets="all" />
                <PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" Version="4.14.0" PrivateAssets="all" />
                <PackageReference Include="Microsoft.CodeAnalysis.PublicApiAnalyzers" Version="4.14.0" PrivateAssets="all" />
                <PackageReference Include="Roslynator.Analyzers" Version="5.0.1" PrivateAssets="all" />
                <AdditionalFiles Include="BannedSymbols.txt;PublicAPI.Shipped.txt;PublicAPI.Unshipped.txt" />
              </ItemGroup>
            </Project>
            """);

        // The rules that this test is about are errors. The generated API would have to be listed, in this project as in any other.
        library.Write(".editorconfig", """
            root = true
            [*.cs]
            dotnet_analyzer_diagnostic.severity = none
            dotnet_diagnostic.MA0204.severity = error
            dotnet_diagnostic.RCS1043.severity = error
            dotnet_diagnostic.RS0026.severity = error
            dotnet_diagnostic.RS0027.severity = error
            dotnet_diagnostic.RS0030.severity = error
            dotnet_diagnostic.RS0016.severity = none
            """);

        library.Write("BannedSymbols.txt", "T:System.Net.Http.HttpClient;Use a typed client.\nT:System.Net.Http.IHttpClientFactory;Use a typed client.\nT:System.Func`3;Declare a delegate.\n");
        library.Write("PublicAPI.Shipped.txt", "#nullable enable\n");
        library.Write("PublicAPI.Unshipped.txt", "#nullable enable\n");

        library.Write("Clients.cs", $$"""
            using System.Threading;
            using System.Threading.Tasks;
            using Figma.Payments;

            namespace Shop;

            /// <summary>A client with generated methods.</summary>
            [PaymentsClient]
            public partial interface IEmpty;

            /// <summary>A client with inherited methods.</summary>
            [PaymentsClient]
            public partial interface IInherits : IPaymentsClient;

            /// <summary>A client with declared methods.</summary>
            [PaymentsClient(PluginId = "1678669904810665842")]
            public partial interface IDeclared
            {
                /// <summary>Gets payment information.</summary>
                Task<PaymentInformation> GetAsync(UserId userId, CancellationToken cancellationToken);
            }

            {{code}}
            """);

        return await library.BuildAsync();
    }
}
