using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Figma.Payments.Benchmarks.Judge;

/// <summary>
/// Takes a real program as a judge: asserts in a copy of its sources each fact that the flow analysis claims about a variable where it is read, runs the program's own
/// tests with the assertions and without, and reports the facts that didn't hold.
/// </summary>
internal static class JudgeCommand
{
    // The opposite of each hundredth fact is asserted to prove that an assertion can fail.
    private const int PlantedEvery = 100;

    private const string Targets = """
        <Project>
          <ItemGroup>
            <Compile Include="$(JudgeDirectory)/$(AssemblyName)-$(TargetFramework).cs" Condition="Exists('$(JudgeDirectory)/$(AssemblyName)-$(TargetFramework).cs')" />
          </ItemGroup>
          <Target Name="JudgeCapture" AfterTargets="CoreCompile" Condition="'$(MSBuildProjectExtension)' == '.csproj'">
            <WriteLinesToFile File="$(JudgeDirectory)/$(AssemblyName)-$(TargetFramework).captured" Lines="$(MSBuildProjectDirectory);@(CscCommandLineArgs)" Overwrite="true" />
          </Target>
        </Project>
        """;

    public static Command Create()
    {
        Argument<string> directory = new("directory") { Description = "The directory of a checked-out project, which is copied" };
        Argument<string> tests = new("tests") { Description = "The path of its test project in the directory" };
        Option<string> output = new("--output") { Description = "A new directory for the copy and the results", Required = true };
        Option<string> framework = new("--framework") { Description = "The target framework of the tests", DefaultValueFactory = _ => "net10.0" };
        Option<string> filter = new("--filter") { Description = "A filter of the tests, as of 'dotnet test'" };
        Option<bool> plant = new("--plant") { Description = "Asserts the opposite of each hundredth fact, which must fail" };
        Command command = new("judge", "The flow analysis judged by the tests of a real program") { directory, tests, output, framework, filter, plant };

        command.SetAction(result => Run(
            result.GetRequiredValue(directory),
            result.GetRequiredValue(tests),
            Path.GetFullPath(result.GetRequiredValue(output)),
            result.GetRequiredValue(framework),
            result.GetValue(filter),
            result.GetValue(plant)));

        return command;
    }

    private static int Run(string directory, string tests, string output, string framework, string? filter, bool plant)
    {
        string copy = Path.Combine(output, "copy");
        string judge = Path.Combine(output, "judge");
        string counts = Path.Combine(output, "counts");
        string targets = Path.Combine(judge, "Judge.targets");

        if (Directory.Exists(output))
            throw new ArgumentException($"'{output}' exists already.");

        Directory.CreateDirectory(judge);
        Directory.CreateDirectory(counts);
        Copy(directory, copy);
        File.WriteAllText(targets, Targets);

        Build("build-before");
        TestRun before = Test("before");
        Report($"Tests before: {before.Count}, {before.Passed} passed");

        JudgedProject[] projects = [.. Directory.GetFiles(judge, "*.captured").Order(StringComparer.Ordinal).Select(JudgedProject.Read)];
        HashSet<string> shared = [.. projects.SelectMany(static project => project.Paths.Distinct()).GroupBy(static path => path).Where(static group => group.Count() > 1).Select(static group => group.Key)];
        string separator = Path.DirectorySeparatorChar.ToString();

        foreach (JudgedProject project in projects)
        {
            project.Rewrite(
                path => path.StartsWith(copy + separator, StringComparison.Ordinal) && !path.Contains(separator + "obj" + separator, StringComparison.Ordinal) && !shared.Contains(path),
                id => plant && id % PlantedEvery == 0,
                judge,
                counts);

            Report($"{project.Name}: {project.Graphs} graphs, {project.GivenUp} given up, {project.Facts.Count(static fact => fact is not null)} facts, {project.Facts.Count(static fact => fact is null)} more that can't be asserted");
        }

        Build("build-after");
        TestRun after = Test("after");
        Report($"Tests after: {after.Count}, {after.Passed} passed");

        string[] differences = [.. before.FindDifferences(after)];

        foreach (string name in differences)
            Report($"  {name}: {before.Outcomes.GetValueOrDefault(name)} before, {after.Outcomes.GetValueOrDefault(name)} after");

        return ReportCounts(projects, counts, plant) & differences.Length == 0 ? 0 : 1;

        void Build(string log)
        {
            string file = Path.Combine(output, log + ".log");

            // The compiler writes the generated files, which the facts depend on.
            if (TestRun.RunDotnet(copy, file, "build", tests, "-f", framework, "--no-incremental", "-p:CustomAfterMicrosoftCommonTargets=" + targets, "-p:JudgeDirectory=" + judge, "-p:ProvideCommandLineArgs=true", "-p:EmitCompilerGeneratedFiles=true", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:NuGetAudit=false", "-p:GenerateDocumentationFile=false", "-clp:ErrorsOnly") != 0)
                throw new InvalidOperationException($"The build failed: see '{file}'.");
        }

        TestRun Test(string name)
        {
            string[] filters = filter is null ? [] : ["--filter", filter];
            TestRun.RunDotnet(copy, Path.Combine(output, name + ".log"), ["test", tests, "-f", framework, "--no-build", "--logger", "trx;LogFileName=" + name + ".trx", "--results-directory", output, .. filters]);
            return TestRun.Read(Path.Combine(output, name + ".trx"));
        }

        void Report(string line)
        {
            Console.WriteLine(line);
            File.AppendAllText(Path.Combine(output, "report.txt"), line + Environment.NewLine);
        }

        bool ReportCounts(JudgedProject[] judged, string from, bool isPlanted)
        {
            List<FactCount> all = [];

            foreach (JudgedProject project in judged)
            {
                Dictionary<int, (long Executions, long Failures, string Stack)> counted = project.ReadCounts(from);

                for (int id = 0; id < project.Facts.Count; id++)
                {
                    if (project.Facts[id] is { } fact)
                    {
                        (long executions, long failures, string? stack) = counted.GetValueOrDefault(id);
                        all.Add(new FactCount(fact, isPlanted && id % PlantedEvery == 0, executions, failures, stack ?? ""));
                    }
                }
            }

            Report("| Kind | Facts | Executed | Executions | Failed |");
            Report("|---|---:|---:|---:|---:|");

            foreach ((string kind, FactCount[] counted) in all.GroupBy(static each => each.IsFalse ? "planted" : each.Fact.Kind.ToString(), static (kind, counted) => (kind, counted.ToArray())).OrderBy(static pair => pair.kind, StringComparer.Ordinal).Append(("all that are true", all.Where(static each => !each.IsFalse).ToArray())))
                Report(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {counted.Length} | {counted.Count(static each => each.Executions > 0)} | {counted.Sum(static each => each.Executions)} | {counted.Count(static each => each.Failures > 0)} |"));

            foreach ((Fact fact, _, long executions, long failures, string stack) in all.Where(static each => !each.IsFalse && each.Failures > 0))
                Report($"FAILED {failures} of {executions} times: {fact}{Environment.NewLine}  {stack}");

            // A planted fact fails each time, except that the opposite of "unreachable" holds.
            foreach ((Fact fact, _, long executions, long failures, _) in all.Where(static each => each.IsFalse && each.Failures != each.Executions))
                Report($"A PLANTED FACT HELD {executions - failures} of {executions} times: {fact}");

            return all.TrueForAll(static each => each.IsFalse ? each.Failures == each.Executions : each.Failures == 0)
                && all.Exists(each => each.IsFalse == isPlanted && each.Executions > 0);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);

        foreach (string directory in Directory.GetDirectories(from).Where(static directory => Path.GetFileName(directory) is not (".git" or "bin" or "obj" or "artifacts")))
            Copy(directory, Path.Combine(to, Path.GetFileName(directory)));

        foreach (string file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private sealed record FactCount(Fact Fact, bool IsFalse, long Executions, long Failures, string Stack);
}
