using System;
using System.IO;
using System.Text.RegularExpressions;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>
/// Generated files as they were when somebody last read them. <c>UPDATE_BASELINES=1 dotnet test</c> writes them anew, to be read in the diff.
/// </summary>
internal static class Baseline
{
    private static readonly string Directory = Path.Combine(
        TestAssembly.Metadata("ProjectDirectory"),
        "Generation",
        "Baselines");

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1";

    public static void Compare(string name, string actual)
    {
        // A release changes nothing else in a client.
        actual = Regex.Replace(actual, """(?<=GeneratedCode\("Figma\.Payments\.Generators", ")[0-9.]+""", "(version)");
        string path = Path.Combine(Directory, name + ".cs.txt");

        if (IsUpdate)
        {
            System.IO.Directory.CreateDirectory(Directory);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"There is no baseline '{name}'. UPDATE_BASELINES=1 writes it.");

        if (FindDifference(File.ReadAllText(path).ReplaceLineEndings("\n"), actual) is { } difference)
            Assert.Fail($"The generated code differs from the baseline '{name}', {difference}\nIf it is meant, run the tests with UPDATE_BASELINES=1 and read the diff.");
    }

    /// <summary>Where two texts differ first, or null.</summary>
    public static string? FindDifference(string expected, string actual)
    {
        if (string.Equals(expected, actual, StringComparison.Ordinal))
            return null;

        string[] expectedLines = expected.Split('\n');
        string[] actualLines = actual.Split('\n');
        int line = 0;

        while (line < expectedLines.Length && line < actualLines.Length && expectedLines[line] == actualLines[line])
            line++;

        return $"first in line {line + 1}:\n  baseline:  {LineOf(expectedLines, line)}\n  generated: {LineOf(actualLines, line)}";
    }

    private static string LineOf(string[] lines, int line) => line < lines.Length ? lines[line] : "(the text has ended)";
}
