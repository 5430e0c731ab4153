using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Figma.Payments.Generators.Tests.Harness;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>Reads and writes the expected generated files. A baseline holds all files of one run, each under a line with its name.</summary>
internal static class Baseline
{
    private const string Separator = "======== ";

    // The version is not part of a baseline, so that a release changes no baseline.
    private const string VersionPlaceholder = "(version)";

    private static readonly string Version = typeof(PaymentsClientGenerator).Assembly.GetName().Version!.ToString(3);

    /// <summary>Gets a value that indicates whether the tests write the baselines instead of comparing with them.</summary>
    public static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1";

    public static IEnumerable<(string HintName, string Text)> Read(string name) =>
        File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n")
            .Split(Separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(static file => file.Split('\n', 2))
            .Select(static parts => (parts[0], parts[1].Replace(VersionAttribute(VersionPlaceholder), VersionAttribute(Version), StringComparison.Ordinal)));

    public static void Write(string name, IEnumerable<(string HintName, string Text)> files) =>
        File.WriteAllText(PathOf(name), string.Concat(files
            .OrderBy(static file => file.HintName, StringComparer.Ordinal)
            .Select(static file => $"{Separator}{file.HintName}\n{file.Text.Replace(VersionAttribute(Version), VersionAttribute(VersionPlaceholder), StringComparison.Ordinal)}")));

    private static string VersionAttribute(string version) => $"GeneratedCode(\"{KnownNames.Tool}\", \"{version}\")";

    private static string PathOf(string name) => Path.Combine(TestAssembly.Metadata("ProjectDirectory"), "Generation", "Baselines", name + ".cs.txt");
}
