using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Refit;

namespace Figma.Payments.Benchmarks.Analyzers;

/// <summary>What the analyzers cost where nothing is for them, per call, and where a method branches; Refit's beside them. Runs take turns; medians.</summary>
internal static class AnalyzerCost
{
    private const int Rounds = 15;
    private const int WarmUps = 3;
    private const int Count = 1000;

    public static void Run()
    {
        ImmutableArray<MetadataReference> without = Installed.References();
        ImmutableArray<MetadataReference> with = Installed.References(typeof(PluginId));

        Console.WriteLine($"{Count} methods of ordinary code, whole analysis, milliseconds");
        string ordinary = Sources.Ordinary(Count);
        AnalysisRun none = new(ordinary, without, []);
        AnalysisRun none2 = new(ordinary, without, []);
        AnalysisRun asleep = new(ordinary, without, Installed.Ours);
        AnalysisRun referenced = new(ordinary, with, []);
        AnalysisRun awake = new(ordinary, with, Installed.Ours);
        Compare(
            static run => run.Wall.TotalMilliseconds,
            ("no analyzers", none),
            ("no analyzers, once more", none2),
            ("ours, library not referenced", asleep),
            ("no analyzers, library referenced", referenced),
            ("ours, library referenced", awake));

        Console.WriteLine($"{Count} calls, and {Count} methods of Refit interfaces: the analyzers' own time, microseconds each");
        AnalysisRun calls = new(Sources.Calls(Count), with, Installed.Ours);
        AnalysisRun refit = new(Sources.RefitMethods(Count), Installed.References(typeof(GetAttribute)), Installed.Refits);
        Compare(static run => run.Own.TotalMicroseconds / Count, ("Refit's, a method", refit), ("ours, a call", calls));

        Console.WriteLine("One method of so many branches, all ids involved: the analyzers' own time, microseconds");
        (string Name, AnalysisRun Run)[] branches = [.. new[] { 0, 3, 6, 9, 12, 24 }.Select(number => ($"{number} branches", new AnalysisRun(Sources.Branches(number), with, Installed.Ours)))];
        Compare(static run => run.Own.TotalMicroseconds, branches);
    }

    /// <summary>Prints the median of each, its quartiles, and the median of its ratios to the first, round by round.</summary>
    private static void Compare(Func<AnalysisRun, double> read, params (string Name, AnalysisRun Run)[] runs)
    {
        List<double>[] figures = [.. runs.Select(static _ => new List<double>())];

        for (int round = 0; round < WarmUps + Rounds; round++)
        {
            // Whoever is first in one round is last in the next.
            foreach (int index in round % 2 == 0 ? Enumerable.Range(0, runs.Length) : Enumerable.Range(0, runs.Length).Reverse())
            {
                GC.Collect();
                runs[index].Run.Measure();

                if (round >= WarmUps)
                    figures[index].Add(read(runs[index].Run));
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
