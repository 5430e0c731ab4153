using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests;

/// <summary>The packages, packed once for all tests into a feed of their own, with a version that no cache can hold.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("figma-payments-").FullName;

    public string Version { get; } = "1.0.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    public string Feed => Path.Combine(_root, "feed");

    public string GeneratorsPackage => Path.Combine(Feed, $"Figma.Payments.Generators.{Version}.nupkg");

    public string TestingPackage => Path.Combine(Feed, $"Figma.Payments.Testing.{Version}.nupkg");

    /// <summary>A directory for one consumer, outside of the repository, so that nothing of it applies there.</summary>
    public string NewDirectory(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>The packages' own folder: what is restored into it is gone with the tests.</summary>
    public string PackagesFolder => Path.Combine(_root, "packages");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Feed);

        foreach (string project in new[] { "Figma.Payments.Generators.Package", "Figma.Payments.Testing" })
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
