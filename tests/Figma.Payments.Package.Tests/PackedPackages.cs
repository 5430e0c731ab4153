using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests;

/// <summary>Packs the packages once for all tests, into a feed of their own and with a version that no cache contains.</summary>
/// <remarks>Each class of tests has an object of its own, so that the classes run at the same time. The packages are those of the process.</remarks>
public sealed class PackedPackages : IAsyncLifetime
{
    private static readonly string ProcessRoot = CreateRoot();
    private static readonly string ProcessVersion = "1.0.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
    private static readonly Lock Starting = new();
    private static Task? _packing;
    private static int _directories;

    private readonly string _root = ProcessRoot;

    public string Version { get; } = ProcessVersion;

    public string Feed => Path.Combine(_root, "feed");

    internal PackageArchive Generators => new(Path.Combine(Feed, $"Figma.Payments.Generators.{Version}.nupkg"));

    internal PackageArchive Testing => new(Path.Combine(Feed, $"Figma.Payments.Testing.{Version}.nupkg"));

    internal PackageArchive Gate => new(Path.Combine(Feed, $"Figma.Payments.AspNetCore.{Version}.nupkg"));

    /// <summary>Creates a directory for one consumer. It is outside of the repository, so that the repository's build files don't apply.</summary>
    public string NewDirectory(string name) =>
        Directory.CreateDirectory(Path.Combine(_root, Interlocked.Increment(ref _directories).ToString(CultureInfo.InvariantCulture), name)).FullName;

    /// <summary>Gets the folder that consumers restore packages to. It is deleted after the tests.</summary>
    public string PackagesFolder => Path.Combine(_root, "packages");

    public Task InitializeAsync()
    {
        lock (Starting)
            return _packing ??= PackAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string CreateRoot()
    {
        string root = Directory.CreateTempSubdirectory("figma-payments-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        return root;
    }

    private async Task PackAsync()
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
}
