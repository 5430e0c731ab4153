using System.IO;
using Figma.Payments.Generators.Tests.Harness;

namespace Figma.Payments.Generators.Tests.Catalogue;

/// <summary>The files that stand beside the code.</summary>
internal static class Repository
{
    public static string TestProject { get; } = TestAssembly.Metadata("ProjectDirectory");

    public static string Root { get; } = Path.GetFullPath(Path.Combine(TestProject, "..", ".."));

    public static string Generators { get; } = Path.Combine(Root, "src", "Figma.Payments.Generators");

    public static string Pages { get; } = Path.Combine(Generators, "Diagnostics", "Pages");
}
