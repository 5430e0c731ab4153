using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Benchmarks.Analyzers;

/// <summary>Does nothing: what an analysis costs with it is what it costs anyway.</summary>
/// <param name="watched">The operations that it is shown nevertheless.</param>
#pragma warning disable RS1001 // No compiler loads it: it is handed to the analysis by hand.
internal sealed class Idle(params ImmutableArray<OperationKind> watched) : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    private readonly ImmutableArray<OperationKind> _watched = watched;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new DiagnosticDescriptor("IDLE", "Idle", "Idle", "Idle", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);

        if (!_watched.IsEmpty)
            context.RegisterOperationAction(static _ => { }, _watched);
    }
}
