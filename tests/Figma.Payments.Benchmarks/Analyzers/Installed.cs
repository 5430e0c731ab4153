using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Figma.Payments.Benchmarks.Wire.Peers;
using Figma.Payments.Generators;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Benchmarks.Analyzers;

/// <summary>The measured analyzers and the references of the analyzed code.</summary>
internal static class Installed
{
    /// <summary>Gets the analyzers of this package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Ours { get; } = In(typeof(PaymentsClientGenerator).Assembly);

    /// <summary>Gets the analyzers of this package except the one that analyzes what Razor generates.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> OursWithoutRazor { get; } = Ours.RemoveAll(static analyzer => analyzer is RazorAnalyzer);

    /// <summary>Gets Refit's analyzers, without its generator.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Refits { get; } = In(Assembly.LoadFrom(Path.Combine(Metadata("RefitAnalyzers"), "Refit.Analyzers.dll")));

    /// <summary>Returns references to the framework and to the specified libraries.</summary>
    public static ImmutableArray<MetadataReference> References(params Type[] libraries) =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Concat(libraries.Select(static library => library.Assembly.Location))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static ImmutableArray<DiagnosticAnalyzer> In(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static string Metadata(string key) => typeof(Installed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
