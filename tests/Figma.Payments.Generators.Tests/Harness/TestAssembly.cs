using System.Linq;
using System.Reflection;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Oracle;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>What the build has written into the tests' assembly.</summary>
internal static class TestAssembly
{
    public static string Metadata(string key) => typeof(TestAssembly).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
