using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Figma.Payments.Package.Tests;

[Collection(nameof(PackedPackages))]
public sealed class PackageEntriesTests(PackedPackages packages)
{
    private static readonly string[] NuGetsOwn = ["_rels/.rels", "[Content_Types].xml"];

    [Fact]
    public void The_package_holds_the_library_the_analyzers_their_props_the_readme_and_the_licence_and_nothing_else()
    {
        Assert.Equal(
            [
                "Figma.Payments.Generators.nuspec",
                "LICENSE",
                "README.md",
                "analyzers/dotnet/cs/Figma.Payments.Generators.CodeFixes.dll",
                "analyzers/dotnet/cs/Figma.Payments.Generators.dll",
                "build/Figma.Payments.Generators.props",
                "build/Figma.Payments.Generators.targets",
                "icon.png",
                "lib/net8.0/Figma.Payments.dll",
                "lib/net8.0/Figma.Payments.xml",
                "lib/netstandard2.0/Figma.Payments.dll",
                "lib/netstandard2.0/Figma.Payments.xml",
            ],
            Entries(packages.GeneratorsPackage));
    }

    [Fact]
    public void The_fakes_package_holds_the_fake_its_readme_and_nothing_of_the_library()
    {
        Assert.Equal(
            [
                "Figma.Payments.Testing.nuspec",
                "README.md",
                "icon.png",
                "lib/net8.0/Figma.Payments.Testing.dll",
                "lib/net8.0/Figma.Payments.Testing.xml",
            ],
            Entries(packages.TestingPackage));
    }

    [Fact]
    public void The_package_depends_on_nothing_on_net8_and_on_json_and_diagnostics_on_netstandard()
    {
        Assert.Equal(
            ["net8.0: ", ".NETStandard2.0: System.Diagnostics.DiagnosticSource, System.Text.Json"],
            Dependencies(packages.GeneratorsPackage));
    }

    [Fact]
    public void The_packed_readme_leads_to_the_repository_from_wherever_it_is_shown()
    {
        string readme = Encoding.UTF8.GetString(Read(packages.GeneratorsPackage, "README.md"));

        Assert.Contains("](https://github.com/figma-payments/Figma.Payments.Generators/blob/main/src/Figma.Payments.Generators/Rules/Calls/FPG2001.md)", readme, System.StringComparison.Ordinal);
        Assert.DoesNotContain("](src/", readme, System.StringComparison.Ordinal);
        Assert.DoesNotContain("](tests/", readme, System.StringComparison.Ordinal);
        Assert.Equal(Repository.Read("README.md").Split('\n').Length, readme.TrimEnd().Split('\n').Length + 1);
    }

    [Fact]
    public void On_net_framework_the_package_brings_the_reference_to_http()
    {
        XElement reference = Nuspec(packages.GeneratorsPackage).Descendants().Single(static element => element.Name.LocalName == "frameworkAssembly");

        Assert.Equal("System.Net.Http", (string?)reference.Attribute("assemblyName"));
        Assert.Equal(".NETFramework4.6.2", (string?)reference.Attribute("targetFramework"));
    }

    [Fact]
    public void The_fakes_package_depends_on_the_package_and_lets_its_analyzers_through()
    {
        Assert.Equal(["net8.0: Figma.Payments.Generators"], Dependencies(packages.TestingPackage));

        XElement dependency = Nuspec(packages.TestingPackage).Descendants().Single(static element => element.Name.LocalName == "dependency");
        Assert.Equal("All", (string?)dependency.Attribute("include"));
        Assert.Null(dependency.Attribute("exclude"));
    }

    [Theory]
    [InlineData("lib/net8.0/Figma.Payments.dll")]
    [InlineData("lib/netstandard2.0/Figma.Payments.dll")]
    [InlineData("analyzers/dotnet/cs/Figma.Payments.Generators.dll")]
    [InlineData("analyzers/dotnet/cs/Figma.Payments.Generators.CodeFixes.dll")]
    public void Every_assembly_carries_its_symbols_and_says_where_its_source_is(string entry)
    {
        using MemoryStream bytes = new(Read(packages.GeneratorsPackage, entry));
        using PEReader assembly = new(bytes);

        DebugDirectoryEntry embedded = assembly.ReadDebugDirectory().Single(static one => one.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);

        Assert.Contains("\"documents\"", SourceLink(symbols.GetMetadataReader()));
    }

    // https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md#source-link-c-and-vb-compilers
    private static string SourceLink(MetadataReader symbols)
    {
        System.Guid kind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

        return symbols.CustomDebugInformation
            .Select(symbols.GetCustomDebugInformation)
            .Where(information => symbols.GetGuid(information.Kind) == kind)
            .Select(information => Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)))
            .SingleOrDefault("");
    }

    private static string[] Entries(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);

        return [.. archive.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !NuGetsOwn.Contains(name) && !name.StartsWith("package/services/metadata/", System.StringComparison.Ordinal))
            .Order(System.StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Dependencies(string package) => Nuspec(package)
        .Descendants()
        .Where(static element => element.Name.LocalName == "group" && element.Parent!.Name.LocalName == "dependencies")
        .Select(static group => $"{(string?)group.Attribute("targetFramework")}: {string.Join(", ", group.Elements().Select(static dependency => (string?)dependency.Attribute("id")))}");

    private static XDocument Nuspec(string package)
    {
        using MemoryStream text = new(Read(package, Entries(package).Single(static entry => entry.EndsWith(".nuspec", System.StringComparison.Ordinal))));
        return XDocument.Load(text);
    }

    private static byte[] Read(string package, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream stream = archive.GetEntry(entry)!.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
