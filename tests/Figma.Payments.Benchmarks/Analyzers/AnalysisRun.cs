using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Benchmarks.Analyzers;

/// <summary>A project, analyzed from the start each time: nothing that is bound is kept, and nothing runs beside it.</summary>
internal sealed class AnalysisRun
{
    private readonly CSharpCompilation _project;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;

    public AnalysisRun(string source, ImmutableArray<MetadataReference> references, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        _analyzers = analyzers.Add(new Idle());

        _project = CSharpCompilation.Create(
            "Project",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Diagnostic[] errors = [.. _project.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

        if (errors.Length > 0)
            throw new InvalidOperationException("What is measured must compile: " + errors[0]);
    }

    /// <summary>How long the whole analysis takes, compiler included.</summary>
    public TimeSpan Wall { get; private set; }

    /// <summary>How long the analyzers themselves take, as the compiler counts it.</summary>
    public TimeSpan Own { get; private set; }

    /// <summary>The diagnostics reported, by id.</summary>
    public IReadOnlyList<string> Reported { get; private set; } = [];

    public void Measure()
    {
        CompilationWithAnalyzers analysis = _project.Clone().WithAnalyzers(
            _analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(additionalFiles: []),
                static (exception, _, _) => throw exception,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: true));

        Stopwatch clock = Stopwatch.StartNew();
        ImmutableArray<Diagnostic> diagnostics = analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Wall = clock.Elapsed;
        Own = TimeSpan.Zero;

        foreach (DiagnosticAnalyzer analyzer in _analyzers.Where(static analyzer => analyzer is not Idle))
            Own += analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime;

        Reported = [.. diagnostics.Select(static diagnostic => diagnostic.Id)];
    }

    /// <summary>Does nothing: what an analysis costs with it is what it costs anyway.</summary>
#pragma warning disable RS1001 // No compiler loads it: it is handed to the analysis by hand.
    private sealed class Idle : DiagnosticAnalyzer
#pragma warning restore RS1001
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new DiagnosticDescriptor("IDLE", "Idle", "Idle", "Idle", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        }
    }
}
