using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules;

/// <summary>Collects the actions that an analyzer registers for a compilation, and registers them for single types. They run only for the code in Razor files.</summary>
/// <remarks>The compiler binds the code of a type only if there are actions for it. Actions for the compilation would have it bind all generated code.</remarks>
/// <param name="context">The context of the compilation.</param>
/// <param name="isAnalyzed">Determines whether the actions run for a file.</param>
[SuppressMessage("MicrosoftCodeAnalysisPerformance", "RS1012:Start action has no registered actions", Justification = "The analyzers register the actions.")]
internal sealed class RazorStartContext(CompilationStartAnalysisContext context, Func<SyntaxTree, bool> isAnalyzed)
    : CompilationStartAnalysisContext(context.Compilation, context.Options, context.CancellationToken)
{
    private readonly List<Action<SymbolStartAnalysisContext>> _registrations = [];

    /// <summary>Registers the collected actions for the members of a type.</summary>
    public void RegisterFor(SymbolStartAnalysisContext type)
    {
        foreach (Action<SymbolStartAnalysisContext> register in _registrations)
            register(type);
    }

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => _registrations.Add(type => type.RegisterSyntaxNodeAction(
        inner =>
        {
            if (isAnalyzed(inner.Node.SyntaxTree))
                action(inner);
        },
        syntaxKinds));

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) => _registrations.Add(type => type.RegisterOperationAction(
        inner =>
        {
            if (isAnalyzed(inner.Operation.Syntax.SyntaxTree))
                action(inner);
        },
        operationKinds));

    public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action) => _registrations.Add(type => type.RegisterOperationBlockStartAction(inner =>
    {
        if (inner.OperationBlocks.Any(block => isAnalyzed(block.Syntax.SyntaxTree)))
            action(inner);
    }));

    /// <summary>Ignores the actions: those about types are about interfaces, which get no client in a Razor file.</summary>
    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds)
    {
    }

    public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => throw new NotSupportedException();

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw new NotSupportedException();

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw new NotSupportedException();

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw new NotSupportedException();

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw new NotSupportedException();
}
