using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Benchmarks.Analyzers;

/// <summary>An analyzer that does nothing, to measure the fixed costs of an analysis.</summary>
/// <param name="generatedCode">Specifies whether it analyzes generated code.</param>
/// <param name="watched">The operations that it registers for.</param>
#pragma warning disable RS1001 // No compiler loads it. It is passed to the analysis directly.
internal sealed class Idle(GeneratedCodeAnalysisFlags generatedCode, params ImmutableArray<OperationKind> watched) : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    private readonly ImmutableArray<OperationKind> _watched = watched;

    public Idle(params ImmutableArray<OperationKind> watched)
        : this(GeneratedCodeAnalysisFlags.None, watched)
    {
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new DiagnosticDescriptor("IDLE", "Idle", "Idle", "Idle", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(generatedCode);

        if (!_watched.IsEmpty)
            context.RegisterOperationAction(static _ => { }, _watched);
    }
}
