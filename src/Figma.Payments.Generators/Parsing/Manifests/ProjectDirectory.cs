using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>Finds the directory of the project file, which paths of manifests are relative to.</summary>
internal static class ProjectDirectory
{
    // MSBuild passes the property to the compiler: the .NET SDK and the props of the package make it visible.
    private const string Option = "build_property.ProjectDir";

    /// <summary>Returns the directory, or an empty string if the build doesn't pass it to the compiler.</summary>
    public static string Find(AnalyzerConfigOptionsProvider options) => options.GlobalOptions.TryGetValue(Option, out string? directory) ? directory : "";
}
