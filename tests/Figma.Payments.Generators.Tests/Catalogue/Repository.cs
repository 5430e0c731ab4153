using System.IO;
using System.Linq;
using System.Reflection;

namespace Figma.Payments.Generators.Tests.Catalogue;

/// <summary>The files that stand beside the code.</summary>
internal static class Repository
{
    public static string TestProject { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "ProjectDirectory").Value!;

    public static string Root { get; } = Path.GetFullPath(Path.Combine(TestProject, "..", ".."));

    public static string Generators { get; } = Path.Combine(Root, "src", "Figma.Payments.Generators");

    public static string Pages { get; } = Path.Combine(Generators, "Diagnostics", "Pages");
}
