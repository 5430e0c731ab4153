using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules;

/// <summary>The base class of the analyzers. It enables concurrent execution, skips generated code by default, and registers actions only if the project references the library.</summary>
public abstract class LibraryAnalyzer : DiagnosticAnalyzer
{
    private protected LibraryAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = ImmutableArray.Create(rules);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected virtual GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.None;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCode);

        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.ReferencesLibrary())
                Register(start);
        });
    }

    /// <summary>Registers the actions with another context than the one of this analyzer.</summary>
    internal void RegisterIn(CompilationStartAnalysisContext start) => Register(start);

    private protected abstract void Register(CompilationStartAnalysisContext start);
}
