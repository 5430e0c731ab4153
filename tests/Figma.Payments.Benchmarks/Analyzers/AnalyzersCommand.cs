using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Figma.Payments.Benchmarks.Wire.Peers;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Refit;

namespace Figma.Payments.Benchmarks.Analyzers;

/// <summary>Measures the costs of the analyzers for unrelated code, per call, and for methods with branches, and compares them with Refit's analyzers. The runs take turns.</summary>
internal static class AnalyzersCommand
{
    private const int Rounds = 7;
    private const int WarmUps = 2;
    private const int Count = 1000;

    public static Command Create()
    {
        Command command = new("analyzers", "The costs of the analyzers, compared with Refit's");
        command.SetAction(static _ => Run());
        return command;
    }

    private static void Run()
    {
        ImmutableArray<MetadataReference> without = Installed.References();
        ImmutableArray<MetadataReference> with = Installed.References(typeof(PluginId));

        Console.WriteLine($"{Count / 4} methods of ordinary code: compilation and analysis, milliseconds");
        string ordinary = Sources.Ordinary(Count / 4);

        Compare(
            static run => run.Build().TotalMilliseconds,
            ("no analyzers", new AnalysisRun(ordinary, without, [])),
            ("no analyzers, once more", new AnalysisRun(ordinary, without, [])),
            ("ours, library not referenced", new AnalysisRun(ordinary, without, Installed.Ours)));

        Console.WriteLine($"{Count / 4} methods of ordinary code, library referenced: compilation and analysis, milliseconds");

        Compare(
            static run => run.Build().TotalMilliseconds,
            ("no analyzers", new AnalysisRun(ordinary, with, [])),
            ("an idle one that receives calls", new AnalysisRun(ordinary, with, [new Idle(OperationKind.Invocation)])),
            ("ours", new AnalysisRun(ordinary, with, Installed.Ours)));

        Console.WriteLine($"{Count / 4} methods of ordinary generated code, library referenced: compilation and analysis, allocated kilobytes");
        (string, string)[] generated = [("Ordinary.g.cs", ordinary)];
        (string, string)[] generatedAndRazor = [.. generated, ("Glyph_razor.g.cs", Sources.RazorFile)];

        Compare(
            static run => run.Allocate() / 1024.0,
            ("ours, without the one for Razor", new AnalysisRun(generated, with, Installed.OursWithoutRazor)),
            ("ours, no Razor file", new AnalysisRun(generated, with, Installed.Ours)),
            ("ours, a Razor file", new AnalysisRun(generatedAndRazor, with, Installed.Ours)),
            ("an idle one for calls in addition", new AnalysisRun(generated, with, [.. Installed.OursWithoutRazor, new Idle(GeneratedCodeAnalysisFlags.Analyze, OperationKind.Invocation)])));

        Console.WriteLine($"{Count} calls, and {Count} methods of Refit interfaces: time of the analyzers, microseconds each");
        AnalysisRun calls = new(Sources.Calls(Count), with, Installed.Ours);
        AnalysisRun refit = new(Sources.RefitMethods(Count), Installed.References(typeof(GetAttribute)), Installed.Refits);
        AnalysisRun flowCalls = new(Sources.FlowCalls(Count), with, Installed.Ours);
        Compare(static run => run.Analyze().TotalMicroseconds / Count, ("Refit's, per method", refit), ("ours, per call", calls), ("ours, per call with flow analysis", flowCalls));

        Console.WriteLine("One method with branches that set or clear IDs: time of the analyzers, microseconds");
        (string Name, AnalysisRun Run)[] branches = [.. new[] { 0, 3, 6, 9, 12, 24 }.Select(number => ($"{number} branches", new AnalysisRun(Sources.Branches(number), with, Installed.Ours)))];
        Compare(static run => run.Analyze().TotalMicroseconds, branches);
    }

    /// <summary>Prints the median and the quartiles of each run, and the median of the ratios to the first run in each round.</summary>
    private static void Compare(Func<AnalysisRun, double> measure, params (string Name, AnalysisRun Run)[] runs)
    {
        List<double>[] figures = [.. runs.Select(static _ => new List<double>())];

        for (int round = 0; round < WarmUps + Rounds; round++)
        {
            // The order is reversed in every second round.
            foreach (int index in round % 2 == 0 ? Enumerable.Range(0, runs.Length) : Enumerable.Range(0, runs.Length).Reverse())
            {
                GC.Collect();
                double figure = measure(runs[index].Run);

                if (round >= WarmUps)
                    figures[index].Add(figure);
            }
        }

        for (int i = 0; i < runs.Length; i++)
        {
            double ratio = Quantile(figures[i].Zip(figures[0], static (figure, first) => figure / first), 0.5);
            string reported = string.Join(", ", runs[i].Run.Reported.Distinct());

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {runs[i].Name,-34} {Quantile(figures[i], 0.5),10:0.0}  ({Quantile(figures[i], 0.25):0.0} to {Quantile(figures[i], 0.75):0.0})  ratio {ratio:0.00}  {reported}"));
        }
    }

    private static double Quantile(IEnumerable<double> figures, double at)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[(int)(at * (sorted.Length - 1))];
    }
}
