using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests;

/// <summary>Packs the packages once for all tests, into a feed of their own and with a version that no cache contains.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("figma-payments-").FullName;

    public string Version { get; } = "1.0.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    public string Feed => Path.Combine(_root, "feed");

    internal PackageArchive Generators => new(Path.Combine(Feed, $"Figma.Payments.Generators.{Version}.nupkg"));

    internal PackageArchive Testing => new(Path.Combine(Feed, $"Figma.Payments.Testing.{Version}.nupkg"));

    internal PackageArchive Gate => new(Path.Combine(Feed, $"Figma.Payments.AspNetCore.{Version}.nupkg"));

    /// <summary>Creates a directory for one consumer. It is outside of the repository, so that the repository's build files don't apply.</summary>
    public string NewDirectory(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>Gets the folder that consumers restore packages to. It is deleted after the tests.</summary>
    public string PackagesFolder => Path.Combine(_root, "packages");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Feed);

        foreach (string project in new[] { "Figma.Payments.Generators.Package", "Figma.Payments.Testing", "Figma.Payments.AspNetCore" })
        {
            (await Dotnet.RunAsync(
                Path.Combine(Repository.Root, "src", project),
                "pack", "--no-build", "--nologo", "-c", Repository.Configuration, "-o", Feed,
                "-p:PackageVersion=" + Version, "-p:ArtifactsPath=" + Repository.Artifacts)).OrFail();
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }
}

[CollectionDefinition(nameof(PackedPackages))]
public sealed class PackedPackagesGroup : ICollectionFixture<PackedPackages>;
