using System;
using System.IO;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Tests.Catalogue;

/// <summary>Locates files of the repository.</summary>
internal static class Repository
{
    public static string TestProject { get; } = TestAssembly.Metadata("ProjectDirectory");

    public static string Root { get; } = Path.GetFullPath(Path.Combine(TestProject, "..", ".."));

    public static string Generators { get; } = Path.Combine(Root, "src", "Figma.Payments.Generators");

    public static string Rules { get; } = Path.Combine(Generators, "Rules");

    /// <summary>Gets the path of a rule's page.</summary>
    public static string GetPage(DiagnosticDescriptor rule) => Path.Combine(Rules, BandOf(rule), rule.Id + ".md");

    /// <summary>Gets the band of a rule, which is the name of its folder in each project.</summary>
    public static string BandOf(DiagnosticDescriptor rule) => rule.Category["Figma.Payments.".Length..];

    /// <summary>Gets the message that a rule's page shows.</summary>
    public static string ReadMessage(string page)
    {
        const string begin = "```text\n";
        int start = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
