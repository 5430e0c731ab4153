using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Figma.Payments.Generators.Emission;

namespace Figma.Payments.Benchmarks.Generator;

/// <summary>Measures the costs of the generator in the first run, for each keystroke, and for growing projects, and compares them with Refit's. The generators take turns in one process.</summary>
internal static class GeneratorCommand
{
    public static Command Create()
    {
        Command command = new("generator", "The costs of the generator, compared with Refit's and with the leanest possible generator");
        command.Subcommands.Add(Part("keystroke", "A keystroke in an unrelated file", Keystrokes));
        command.Subcommands.Add(Part("cold", "The first run, and the amount of generated code", Cold));
        command.Subcommands.Add(Part("growth", "A keystroke, from 1 to 1,000 interfaces", Growth));
        return command;
    }

    private static Command Part(string name, string description, Action action)
    {
        Command command = new(name, description);
        command.SetAction(_ => action());
        return command;
    }

    private static void Keystrokes()
    {
        foreach (Keystroke keystroke in Enum.GetValues<Keystroke>())
        {
            Console.WriteLine($"\nA keystroke {(keystroke == Keystroke.InBody ? "in a method body" : "in a declaration")}; 100 other files; medians\n");
            PrintHead("interfaces × methods");

            foreach ((int interfaces, int rounds) in new[] { (1, 300), (20, 150), (200, 60) })
                PrintRow($"{interfaces} × 5", Race(interfaces, keystroke, rounds));
        }
    }

    private static void Growth()
    {
        Console.WriteLine("\nA keystroke in a method body; 100 other files; medians\n");
        PrintHead("interfaces × methods");

        foreach ((int interfaces, int rounds) in new[] { (1, 100), (10, 100), (100, 40), (1000, 12) })
            PrintRow($"{interfaces} × 5", Race(interfaces, Keystroke.InBody, rounds));
    }

    private static void Cold()
    {
        const int Rounds = 15;
        Console.WriteLine("\nThe first run of a generator in a warm process; 100 other files; medians\n");
        PrintHead("interfaces × methods");
        List<string> written = [];

        foreach (int interfaces in new[] { 1, 20, 200, 1000 })
        {
            Dictionary<string, List<Contestant>> runs = Contestant.Names.ToDictionary(static name => name, static _ => new List<Contestant>());

            for (int round = 0; round <= Rounds; round++)
            {
                foreach (string name in Contestant.Names)
                {
                    Contestant contestant = new(name, interfaces, otherFiles: 100, Keystroke.InBody);
                    contestant.Run(isMeasured: true);

                    if (round > 0)
                        runs[name].Add(contestant);
                }
            }

            PrintRow($"{interfaces} × 5", [.. Contestant.Names.Select(name => Middle(runs[name]))]);
            written.Add($"{interfaces} × 5: {string.Join(", ", new[] { "ours", "Refit" }.Select(name => $"{name} {runs[name][0].WrittenCharacters / (interfaces * 5)}"))}, ours with registrations {WrittenWithRegistrations(interfaces) / (interfaces * 5)}");
        }

        Console.WriteLine($"\nGenerated characters per method, without documentation comments\n\n{string.Join("\n", written)}");
    }

    private static long WrittenWithRegistrations(int interfaces)
    {
        Contestant contestant = new("ours", interfaces, otherFiles: 1, Keystroke.InBody);
        contestant.AddHttpClientFactory();
        contestant.Run(isMeasured: false);
        return contestant.WrittenCharacters;
    }

    /// <summary>Runs all generators in turns, so that other load on the machine affects all of them.</summary>
    private static (double Milliseconds, double Megabytes)[] Race(int interfaces, Keystroke keystroke, int rounds)
    {
        Contestant[] contestants = [.. Contestant.Names.Select(name => new Contestant(name, interfaces, otherFiles: 100, keystroke))];

        foreach (Contestant contestant in contestants)
            contestant.Run(isMeasured: false);

        for (int round = -rounds / 3; round < rounds; round++)
        {
            for (int turn = 0; turn < contestants.Length; turn++)
            {
                Contestant contestant = contestants[(turn + round + rounds) % contestants.Length];
                contestant.Type();
                contestant.Run(isMeasured: round >= 0);
            }
        }

        return [.. contestants.Select(static contestant => contestant.Median)];
    }

    private static (double Milliseconds, double Megabytes) Middle(List<Contestant> runs) => (
        runs.Select(static run => run.Median.Milliseconds).Order().ElementAt(runs.Count / 2),
        runs.Select(static run => run.Median.Megabytes).Order().ElementAt(runs.Count / 2));

    private static void PrintHead(string first)
    {
        Console.WriteLine($"| {first} | {string.Join(" | ", Contestant.Names)} | ours : leanest, bytes | ours : Refit, time |");
        Console.WriteLine("|---|" + string.Concat(Contestant.Names.Select(static _ => "---|")) + "---|---|");
    }

    private static void PrintRow(string first, (double Milliseconds, double Megabytes)[] costs)
    {
        (double Milliseconds, double Megabytes) Of(string name) => costs[Contestant.Names.TakeWhile(other => other != name).Count()];

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {first} | {string.Join(" | ", costs.Select(static cost => string.Create(CultureInfo.InvariantCulture, $"{cost.Milliseconds:0.00} ms, {cost.Megabytes:0.000} MB")))} | {Of("ours").Megabytes / Of("leanest").Megabytes:0.00} | {Of("ours").Milliseconds / Of("Refit").Milliseconds:0.00} |"));
    }
}
