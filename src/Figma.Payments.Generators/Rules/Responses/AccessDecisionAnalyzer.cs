using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The base class of the analyzers that report decisions about access by the wrong part of a response.</summary>
/// <remarks>A member is read only if it uses that part.</remarks>
public abstract class AccessDecisionAnalyzer : LibraryAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected AccessDecisionAnalyzer(DiagnosticDescriptor rule)
        : base(rule) => _rule = rule;

    private protected abstract AccessPartition Partition { get; }

    /// <summary>Gets the kinds of operations that <see cref="IsUse"/> recognizes.</summary>
    private protected abstract ImmutableArray<OperationKind> Kinds { get; }

    /// <summary>Determines whether an operation uses the part of a response by which the decision is made.</summary>
    private protected abstract bool IsUse(IOperation operation);

    private protected sealed override void Register(CompilationStartAnalysisContext start) => start.RegisterOperationBlockStartAction(Watch);

    private void Watch(OperationBlockStartAnalysisContext block)
    {
        bool isUsed = false;
        block.RegisterOperationAction(context => isUsed = isUsed || IsUse(context.Operation), Kinds);

        block.RegisterOperationBlockEndAction(context =>
        {
            if (!isUsed)
                return;

            foreach (IOperation test in AccessDecisions.FindWrong(ResponseBody.Read(context.OperationBlocks, context.OwningSymbol, context.Compilation), Partition))
                context.ReportDiagnostic(Diagnostic.Create(_rule, test.Syntax.GetLocation()));
        });
    }
}
