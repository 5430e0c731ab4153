using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Figma.Payments.Benchmarks.Judge;

/// <summary>The outcome of each test of a run.</summary>
/// <param name="Outcomes">The outcomes by the names of the tests. Tests with the same name are in one list.</param>
internal sealed record TestRun(Dictionary<string, string> Outcomes)
{
    /// <summary>Gets the number of tests.</summary>
    public int Count => Outcomes.Values.Sum(static outcomes => outcomes.Split(' ').Length);

    /// <summary>Gets the number of tests that passed.</summary>
    public int Passed => Outcomes.Values.Sum(static outcomes => outcomes.Split(' ').Count(static outcome => outcome == "Passed"));

    /// <summary>Reads the result file of a run.</summary>
    public static TestRun Read(string file)
    {
        XNamespace space = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

        // A test of each type of an assembly also tests the asserting class.
        return new TestRun(XDocument.Load(file).Descendants(space + "UnitTestResult")
            .Where(static result => !((string)result.Attribute("testName")!).Contains(AssertingClass.NamePrefix, StringComparison.Ordinal))
            .GroupBy(static result => (string)result.Attribute("testName")!, static result => (string)result.Attribute("outcome")!)
            .ToDictionary(static group => group.Key, static group => string.Join(' ', group.Order(StringComparer.Ordinal))));
    }

    /// <summary>Returns the names of the tests whose outcomes differ from another run.</summary>
    public IEnumerable<string> FindDifferences(TestRun other) =>
        Outcomes.Keys.Union(other.Outcomes.Keys).Where(name => Outcomes.GetValueOrDefault(name) != other.Outcomes.GetValueOrDefault(name));

    /// <summary>Runs <c>dotnet</c> and writes its output to a file.</summary>
    /// <returns>The exit code.</returns>
    public static int RunDotnet(string directory, string log, params string[] arguments)
    {
        using Process process = new() { StartInfo = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true } };

        // The queried build isn't this one.
        foreach (string variable in process.StartInfo.Environment.Keys.Where(static key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || key.StartsWith("DOTNET_CLI_", StringComparison.Ordinal)).ToArray())
            process.StartInfo.Environment.Remove(variable);

        process.Start();
        File.WriteAllText(log, process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return process.ExitCode;
    }
}
