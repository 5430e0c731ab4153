using System.Linq;
using System.Reflection;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Oracle;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>The metadata that the build writes into the assembly of the tests.</summary>
internal static class TestAssembly
{
    public static string Metadata(string key) => typeof(TestAssembly).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
