using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Benchmarks.Analyzers;

/// <summary>Analyzes a project from the start each time, without reusing bound code and without concurrency.</summary>
internal sealed class AnalysisRun
{
    private readonly CSharpCompilation _project;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;

    public AnalysisRun(string source, ImmutableArray<MetadataReference> references, ImmutableArray<DiagnosticAnalyzer> analyzers)
        : this([("", source)], references, analyzers)
    {
    }

    public AnalysisRun(IEnumerable<(string Path, string Text)> files, ImmutableArray<MetadataReference> references, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        _analyzers = analyzers.IsEmpty ? [new Idle()] : analyzers;

        _project = CSharpCompilation.Create(
            "Project",
            files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Latest), file.Path)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Diagnostic[] errors = [.. _project.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

        if (errors.Length > 0)
            throw new InvalidOperationException("The measured code does not compile: " + errors[0]);
    }

    /// <summary>Gets the diagnostics that the last run reported, by ID.</summary>
    public IReadOnlyList<string> Reported { get; private set; } = [];

    /// <summary>Measures the compilation and the analysis together, as in a build.</summary>
    public TimeSpan Build()
    {
        CompilationWithAnalyzers analysis = Start();
        Stopwatch clock = Stopwatch.StartNew();
        Note(analysis.GetAllDiagnosticsAsync().GetAwaiter().GetResult());
        return clock.Elapsed;
    }

    /// <summary>Returns the bytes that the compilation and the analysis together allocate, which doesn't depend on what else the machine does.</summary>
    public long Allocate()
    {
        CompilationWithAnalyzers analysis = Start();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Note(analysis.GetAllDiagnosticsAsync().GetAwaiter().GetResult());
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    /// <summary>Returns the time of the analyzers, as measured by the compiler.</summary>
    public TimeSpan Analyze()
    {
        AnalysisResult result = Start().GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        Note(result.GetAllDiagnostics());
        return new TimeSpan(result.AnalyzerTelemetryInfo.Values.Sum(static telemetry => telemetry.ExecutionTime.Ticks));
    }

    private CompilationWithAnalyzers Start() => _project.Clone().WithAnalyzers(
        _analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(additionalFiles: []),
            static (exception, _, _) => throw exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true));

    private void Note(ImmutableArray<Diagnostic> diagnostics) =>
        Reported = [.. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.Id)];
}
