using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

public sealed partial class CleanConsumerTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string OldSource = """
        using System.Threading.Tasks;
        using Figma.Payments;

        namespace Glyphs
        {
            /// <summary>A client.</summary>
            [PaymentsClient]
            public partial interface IPayments
            {
            }

            /// <summary>Checks access.</summary>
            public sealed class Access
            {
                private readonly IPayments _payments;

                /// <summary>Creates the generated client.</summary>
                public Access(PaymentsClientOptions options)
                {
                    _payments = PaymentsClient.Create(options);
                }

                /// <summary>Determines whether the user has paid.</summary>
                public async Task<bool> HasPaidAsync(UserId user, PluginId plugin, WidgetId widget)
                {
                    return (await _payments.GetPaymentsAsync(ARGUMENTS)).IsPaid;
                }
            }
        }
        """;

    private const string ManifestSource = """
        using Figma.Payments;
        using Figma.Payments.Testing;

        FakeFigmaPayments figma = new();
        UserId user = figma.AddUser();
        figma.Pay(user, figma.AddWidget(new WidgetId("737805260747778092")));
        figma.AddWidget(new WidgetId("737805260747778093"));
        using HttpClient http = new(figma.CreateHandler());
        IDicePayments payments = new DicePaymentsClient(http, new PaymentsClientOptions { AccessToken = figma.AccessToken });
        Console.WriteLine((await payments.GetPaymentsAsync(user)).IsPaid ? "granted" : "denied");

        [PaymentsClient(Manifest = "manifest.json")]
        public partial interface IDicePayments;
        """;

    [Fact]
    public async Task First_example_of_the_readme_compiles_and_runs_in_an_empty_console_project()
    {
        Consumer app = await NewConsoleAsync("Readme");
        app.Write("Program.cs", ReadmeExample.First);

        DotnetRun run = (await app.RunAsync()).OrFail();

        Assert.Equal("granted", run.Output.Trim());
    }

    [Theory]
    [InlineData("Figma.Payments.Generators", "Figma.Payments.Testing")]
    [InlineData("Figma.Payments.Testing")]
    public async Task Manifest_next_to_the_project_file_pins_a_client(params string[] ids)
    {
        Consumer app = await Consumer.NewAsync(packages, "Manifest" + ids.Length.ToString(CultureInfo.InvariantCulture), "console");

        foreach (string id in ids)
            await app.AddPackageAsync(id);

        app.Write("manifest.json", """{ "name": "Dice", "id": "737805260747778092", "containsWidget": true }""");
        app.Write("Program.cs", ManifestSource);

        Assert.Equal("granted", (await app.RunAsync()).OrFail().Output.Trim());

        // The manifest is an input of the build, so a change of the manifest changes the client.
        app.Write("manifest.json", """{ "name": "Dice", "id": "737805260747778093", "containsWidget": true }""");
        Assert.Equal("denied", (await app.RunAsync()).OrFail().Output.Trim());

        app.Write("manifest.json", """{ "name": "Dice" }""");
        DotnetRun broken = await app.BuildAsync();
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Equal([$"{PositionOf("PaymentsClient(Manifest", ManifestSource)} FPG1008"], Errors(broken).Where(static error => error.Contains("FPG", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Manifest_pins_a_client_of_a_project_that_gets_the_package_through_another()
    {
        Consumer library = await NewLibraryAsync("Through", "net10.0");
        library.Write("manifest.json", """{ "id": "1" }""");
        Consumer app = Consumer.NewLibrary(packages, "Transitive", "net10.0", $"""
            </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{library.PathOf("Throughnet100.csproj")}" />
                <AdditionalFiles Include="other/manifest.json" />
              </ItemGroup>
              <PropertyGroup>
            """);
        Directory.CreateDirectory(app.PathOf("other"));
        app.Write("other/manifest.json", """{ "id": "2" }""");
        app.Write("manifest.json", """{ "name": "Dice", "id": "737805260747778092", "containsWidget": true }""");
        app.Write("Payments.cs", """
            using Figma.Payments;

            [PaymentsClient(Manifest = "manifest.json")]
            internal partial interface IDicePayments;

            [PaymentsClient(Manifest = "other/manifest.json")]
            internal partial interface IOtherPayments;
            """);

        (await app.BuildAsync("-p:EmitCompilerGeneratedFiles=true")).OrFail();

        string[] files = Directory.GetFiles(app.PathOf("obj"), "I*Payments.g.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        Assert.Equal(2, files.Length);
        Assert.Contains("WidgetId(\"737805260747778092\")", files[0], StringComparison.Ordinal);
        Assert.Contains("PluginId(\"2\")", files[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Global_package_reference_causes_a_warning_that_explains_the_missing_library()
    {
        Consumer library = Consumer.NewLibrary(packages, "Global", "net10.0");
        library.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <GlobalPackageReference Include="Figma.Payments.Generators" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        library.Write("Payments.cs", "[Figma.Payments.PaymentsClient] internal partial interface IPayments;");

        DotnetRun build = await library.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("Figma.Payments.Generators is a GlobalPackageReference, which doesn't reference the library that clients use; remove it", build.Output, StringComparison.Ordinal);
    }

    // NuGet adds the reference and the import to a project with packages.config, but no analyzer.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Packages_config_causes_a_warning_that_explains_the_missing_generator(bool hasAnalyzer)
    {
        Consumer library = Consumer.NewLibrary(packages, "Config" + hasAnalyzer, "net472", $"""
            </PropertyGroup>
              <ItemGroup>
                <Reference Include="Figma.Payments" HintPath="package/lib/netstandard2.0/Figma.Payments.dll" />
                <Analyzer Include="package/analyzers/dotnet/cs/Figma.Payments.Generators.dll" Condition="{hasAnalyzer}" />
              </ItemGroup>
              <Import Project="package/build/Figma.Payments.Generators.props" />
              <Import Project="package/build/Figma.Payments.Generators.targets" />
              <PropertyGroup>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
            """);
        ZipFile.ExtractToDirectory(Path.Combine(packages.Feed, $"Figma.Payments.Generators.{packages.Version}.nupkg"), library.PathOf("package"));
        library.Write("packages.config", $"""<packages><package id="Figma.Payments.Generators" version="{packages.Version}" targetFramework="net472" /></packages>""");
        library.Write("Payments.cs", "[Figma.Payments.PaymentsClient] internal partial interface IPayments { }");

        DotnetRun build = await library.BuildAsync();

        Assert.Equal(
            !hasAnalyzer,
            build.Output.Contains("Figma.Payments.Generators is installed with packages.config, and the project doesn't load its generator, so no client is generated; replace packages.config", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FPG2001", "user", "payments.GetPaymentsAsync(user)")]
    [InlineData("FPG2002", "user, pluginId: plugin, widgetId: figma.AddWidget()", "payments.GetPaymentsAsync(user, pluginId: plugin, widgetId: figma.AddWidget())")]
    public async Task Invalid_call_in_a_console_project_fails_the_build_at_the_call(string id, string arguments, string call)
    {
        string source = ReadmeExample.First.Replace("payments.GetPaymentsAsync(user, plugin)", call, StringComparison.Ordinal);
        Assert.Contains($"GetPaymentsAsync({arguments})", source, StringComparison.Ordinal);

        Consumer app = await NewConsoleAsync("Wrong" + id);
        app.Write("Program.cs", source);

        AssertOnlyError(await app.BuildAsync(), id, source);
    }

    [Fact]
    public async Task Library_for_every_target_compiles_without_warnings_in_its_language_version()
    {
        Consumer library = Consumer.NewLibrary(packages, "Everywhere", "netstandard2.0;net472;net8.0;net10.0", """
            <LangVersion Condition="'$(TargetFramework)' == 'net472'">8</LangVersion>
            <LangVersion Condition="'$(TargetFramework)' == 'net8.0'">10</LangVersion>
            """);

        await library.AddPackageAsync("Figma.Payments.Generators");

        // The generated code must be CLS-compliant if the library is.
        library.Write("Access.cs", OldSource.Replace("ARGUMENTS", "user, plugin", StringComparison.Ordinal));
        library.Write("Assembly.cs", "[assembly: System.CLSCompliant(true)]");

        (await library.BuildAsync()).OrFail();
    }

    [Fact]
    public async Task Signed_library_for_NET_Framework_compiles_without_a_warning_about_strong_names()
    {
        // Warnings are errors there. CS8002: the referenced assembly does not have a strong name.
        Consumer library = Consumer.NewLibrary(packages, "Signed", "net472", $"""
            <SignAssembly>true</SignAssembly>
            <AssemblyOriginatorKeyFile>{Path.Combine(Repository.Root, "src", "Figma.Payments.snk")}</AssemblyOriginatorKeyFile>
            """);

        await library.AddPackageAsync("Figma.Payments.Generators");
        library.Write("Access.cs", OldSource.Replace("ARGUMENTS", "user, plugin", StringComparison.Ordinal));

        (await library.BuildAsync()).OrFail();
    }

    [Fact]
    public async Task Compiler_that_is_too_old_causes_a_warning()
    {
        Consumer library = await NewLibraryAsync("Old", "net8.0");
        library.Write("Access.cs", OldSource.Replace("ARGUMENTS", "user, plugin", StringComparison.Ordinal));

        DotnetRun build = (await library.BuildAsync("-p:_FigmaPaymentsMSBuildVersion=17.7.2")).OrFail();
        Assert.Contains("requires the compiler of the .NET SDK 8.0.100 or of Visual Studio 2022 17.8, but this build uses MSBuild 17.7.2, so no client is generated", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("netstandard2.0", "FPG2001", "user")]
    [InlineData("netstandard2.0", "FPG2002", "user, pluginId: plugin, widgetId: widget")]
    [InlineData("net472", "FPG2001", "user")]
    public async Task Invalid_call_in_a_library_for_an_older_target_fails_the_build_at_the_call(string targetFramework, string id, string arguments)
    {
        string source = OldSource.Replace("ARGUMENTS", arguments, StringComparison.Ordinal);
        Consumer library = await NewLibraryAsync("Wrong" + id, targetFramework);
        library.Write("Access.cs", source);

        AssertOnlyError(await library.BuildAsync(), id, source);
    }

    [Fact]
    public async Task Testing_package_brings_the_library_the_generator_and_the_analyzers()
    {
        string source = ReadmeExample.First.Replace("payments.GetPaymentsAsync(user, plugin)", "payments.GetPaymentsAsync(user)", StringComparison.Ordinal);
        Consumer app = await Consumer.NewAsync(packages, "FakeAlone", "console");
        await app.AddPackageAsync("Figma.Payments.Testing");
        app.Write("Program.cs", source);

        AssertOnlyError(await app.BuildAsync(), "FPG2001", source);
    }

    private async Task<Consumer> NewConsoleAsync(string name)
    {
        Consumer app = await Consumer.NewAsync(packages, name, "console");
        await app.AddPackageAsync("Figma.Payments.Generators");
        await app.AddPackageAsync("Figma.Payments.Testing");
        return app;
    }

    private async Task<Consumer> NewLibraryAsync(string name, string targetFramework)
    {
        Consumer library = Consumer.NewLibrary(packages, name + targetFramework.Replace(".", "", StringComparison.Ordinal), targetFramework);
        await library.AddPackageAsync("Figma.Payments.Generators");
        return library;
    }

    /// <summary>Asserts that the build fails with one error, at the method name of the call.</summary>
    private static void AssertOnlyError(DotnetRun build, string id, string source)
    {
        Assert.NotEqual(0, build.ExitCode);

        Assert.Equal([$"{PositionOf("GetPaymentsAsync", source)} {id}"], Errors(build));
    }

    private static string[] Errors(DotnetRun build) =>
        [.. ErrorLine().Matches(build.Output).Select(static match => $"{match.Groups["position"].Value} {match.Groups["id"].Value}").Distinct()];

    private static string PositionOf(string name, string source)
    {
        string before = source[..source.IndexOf(name, StringComparison.Ordinal)];
        int line = before.Count(static c => c == '\n') + 1;
        return $"{line},{before.Length - before.LastIndexOf('\n')}";
    }

    [GeneratedRegex(@"\((?<position>\d+,\d+)\): error (?<id>\w+):")]
    private static partial Regex ErrorLine();
}
