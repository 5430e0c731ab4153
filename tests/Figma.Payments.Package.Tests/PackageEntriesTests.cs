using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Figma.Payments.Package.Tests;

public sealed class PackageEntriesTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public void Package_contains_the_library_the_analyzers_and_nothing_else()
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
                "buildTransitive/Figma.Payments.Generators.props",
                "buildTransitive/Figma.Payments.Generators.targets",
                "icon.png",
                "lib/net8.0/Figma.Payments.dll",
                "lib/net8.0/Figma.Payments.xml",
                "lib/netstandard2.0/Figma.Payments.dll",
                "lib/netstandard2.0/Figma.Payments.xml",
            ],
            packages.Generators.Entries);
    }

    [Fact]
    public void Testing_package_contains_the_fake_and_nothing_of_the_library()
    {
        Assert.Equal(
            [
                "Figma.Payments.Testing.nuspec",
                "README.md",
                "icon.png",
                "lib/net8.0/Figma.Payments.Testing.dll",
                "lib/net8.0/Figma.Payments.Testing.xml",
            ],
            packages.Testing.Entries);
    }

    [Fact]
    public void Gate_package_contains_the_gate_and_nothing_of_the_library()
    {
        Assert.Equal(
            [
                "Figma.Payments.AspNetCore.nuspec",
                "README.md",
                "icon.png",
                "lib/net10.0/Figma.Payments.AspNetCore.dll",
                "lib/net10.0/Figma.Payments.AspNetCore.xml",
                "lib/net8.0/Figma.Payments.AspNetCore.dll",
                "lib/net8.0/Figma.Payments.AspNetCore.xml",
            ],
            packages.Gate.Entries);
    }

    [Fact]
    public void Package_has_dependencies_only_on_netstandard()
    {
        Assert.Equal(
            ["net8.0: ", ".NETStandard2.0: System.Diagnostics.DiagnosticSource, System.Text.Json"],
            Dependencies(packages.Generators));
    }

    [Fact]
    public void Links_in_the_packed_readme_are_absolute()
    {
        string readme = Encoding.UTF8.GetString(packages.Generators.Read("README.md"));

        Assert.Contains("](https://github.com/figma-payments/Figma.Payments.Generators/blob/main/src/Figma.Payments.Generators/Rules/Calls/FPG2001.md)", readme, StringComparison.Ordinal);
        Assert.DoesNotContain("](src/", readme, StringComparison.Ordinal);
        Assert.DoesNotContain("](tests/", readme, StringComparison.Ordinal);
        Assert.DoesNotContain("](samples/", readme, StringComparison.Ordinal);
        Assert.Equal(Repository.Read("README.md").Split('\n').Length, readme.TrimEnd().Split('\n').Length + 1);
    }

    [Fact]
    public void Package_references_System_Net_Http_on_NET_Framework()
    {
        XElement reference = packages.Generators.Nuspec.Descendants().Single(static element => element.Name.LocalName == "frameworkAssembly");

        Assert.Equal("System.Net.Http", (string?)reference.Attribute("assemblyName"));
        Assert.Equal(".NETFramework4.6.2", (string?)reference.Attribute("targetFramework"));
    }

    [Fact]
    public void Testing_package_depends_on_the_package_including_its_analyzers()
    {
        Assert.Equal(["net8.0: Figma.Payments.Generators"], Dependencies(packages.Testing));

        XElement dependency = packages.Testing.Nuspec.Descendants().Single(static element => element.Name.LocalName == "dependency");
        Assert.Equal("All", (string?)dependency.Attribute("include"));
        Assert.Null(dependency.Attribute("exclude"));
    }

    [Fact]
    public void Gate_package_depends_on_the_package_in_exactly_its_version_and_on_the_hybrid_cache()
    {
        Assert.Equal(
            ["net10.0: Figma.Payments.Generators, Microsoft.Extensions.Caching.Hybrid", "net8.0: Figma.Payments.Generators, Microsoft.Extensions.Caching.Hybrid"],
            Dependencies(packages.Gate));

        XElement[] dependencies = [.. packages.Gate.Nuspec.Descendants().Where(static element => element.Name.LocalName == "dependency")];

        Assert.Equal(
            [$"[{packages.Version}] All", "10.0.0 ", $"[{packages.Version}] All", "9.10.0 "],
            dependencies.Select(static dependency => $"{(string?)dependency.Attribute("version")} {(string?)dependency.Attribute("include")}"));
    }

    [Fact]
    public void Gate_package_references_ASP_NET_Core() => Assert.Equal(
        ["Microsoft.AspNetCore.App", "Microsoft.AspNetCore.App"],
        packages.Gate.Nuspec.Descendants().Where(static element => element.Name.LocalName == "frameworkReference").Select(static element => (string?)element.Attribute("name")));

    [Fact]
    public void Every_package_has_an_icon_release_notes_and_a_license()
    {
        foreach (PackageArchive package in new[] { packages.Generators, packages.Testing, packages.Gate })
        {
            byte[] icon = package.Read(package.Metadata("icon")!);

            // The header of a PNG file, then the width and the height.
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
            Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
            Assert.False(string.IsNullOrWhiteSpace(package.Metadata("releaseNotes")));
            Assert.Equal("MIT", package.Metadata("license"));
        }
    }

    private static IEnumerable<string> Dependencies(PackageArchive package) => package.Nuspec
        .Descendants()
        .Where(static element => element.Name.LocalName == "group" && element.Parent!.Name.LocalName == "dependencies")
        .Select(static group => $"{(string?)group.Attribute("targetFramework")}: {string.Join(", ", group.Elements().Select(static dependency => (string?)dependency.Attribute("id")))}");
}
