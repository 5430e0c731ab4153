using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Figma.Payments.Generators;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Benchmarks.Generator;

/// <summary>One generator that runs on a project of its own, and the costs of its runs.</summary>
internal sealed class Contestant
{
    /// <summary>Gets the names of the measured generators in the tables.</summary>
    public static readonly IReadOnlyList<string> Names = ["ours", "Refit", "leanest", "lookup"];

    private static readonly Lazy<ISourceGenerator> Refit = new(LoadRefit);

    private readonly SyntheticProject _project;
    private readonly List<(double Milliseconds, double Megabytes)> _costs = [];
    private GeneratorDriver _driver;

    public Contestant(string name, int interfaces, int otherFiles, Keystroke keystroke)
    {
        Name = name;
        _project = SyntheticProject.Create(interfaces, otherFiles, name == "Refit", keystroke);
        _driver = CSharpGeneratorDriver.Create([Create(name)], parseOptions: SyntheticProject.ParseOptions);
    }

    public string Name { get; }

    public (double Milliseconds, double Megabytes) Median => (Benchmarks.Median.Of(_costs.Select(static cost => cost.Milliseconds)), Benchmarks.Median.Of(_costs.Select(static cost => cost.Megabytes)));

    /// <summary>Gets the number of generated characters, without documentation comments.</summary>
    public long WrittenCharacters => _driver.GetRunResult().GeneratedTrees
        .SelectMany(static tree => tree.GetText().Lines)
        .Select(static line => line.ToString())
        .Where(static line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
        .Sum(static line => (long)line.Length + 1);

    public void Type() => _project.Type();

    public void AddHttpClientFactory() => _project.AddHttpClientFactory();

    /// <summary>Runs the generator on the current project. Records the costs if requested.</summary>
    public void Run(bool isMeasured)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        _driver = _driver.RunGenerators(_project.Compilation);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double megabytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / 1e6;

        if (_driver.GetRunResult().Results.Single() is { Exception: { } exception })
            throw new InvalidOperationException($"{Name} failed", exception);

        if (isMeasured)
            _costs.Add((milliseconds, megabytes));
    }

    private static ISourceGenerator Create(string name) => name switch
    {
        "ours" => new PaymentsClientGenerator().AsSourceGenerator(),
        "Refit" => Refit.Value,
        "leanest" => new Leanest().AsSourceGenerator(),
        _ => new AttributeLookup().AsSourceGenerator(),
    };

    private static ISourceGenerator LoadRefit()
    {
        string folder = typeof(Contestant).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static metadata => metadata.Key == "RefitAnalyzers").Value!;

        Type generator = AssemblyLoadContext.Default
            .LoadFromAssemblyPath(Path.Combine(folder, "InterfaceStubGeneratorV2.dll"))
            .GetTypes()
            .Single(static type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type));

        return ((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator();
    }
}
