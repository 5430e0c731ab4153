using System.IO;
using System.Linq;
using System.Reflection;

namespace Figma.Payments.Package.Tests;

/// <summary>The location of the repository and how it was built.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Artifacts { get; } = Metadata("ArtifactsPath");

    public static string Net8Version { get; } = Metadata("Net8Version");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
