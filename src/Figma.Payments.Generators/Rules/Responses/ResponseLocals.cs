using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The local variables of a body that are written exactly once, and their values.</summary>
internal sealed class ResponseLocals
{
    private readonly Dictionary<ILocalSymbol, IOperation?> _definitions = new(SymbolEqualityComparer.Default);

    /// <summary>Notes what an operation of the body writes. Each operation is passed once.</summary>
    public void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initializer:
                Define(declarator.Symbol, declarator.Symbol.IsRef ? null : initializer.Value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                Define(target.Local, assignment.IsRef ? null : assignment.Value);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Define(local, operation);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Define(local, operation);
                break;
            case ILocalReferenceOperation reference when IsWritten(reference):
                Define(reference.Local, null);
                break;
        }
    }

    /// <summary>Returns the only value of a local, or the pattern that declares it, or null if it isn't known.</summary>
    public IOperation? Find(ILocalSymbol local) => _definitions.TryGetValue(local, out IOperation? definition) ? definition : null;

    private void Define(ILocalSymbol local, IOperation? value) => _definitions[local] = _definitions.ContainsKey(local) ? null : value;

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        ICompoundAssignmentOperation compound => compound.Target == reference,
        ICoalesceAssignmentOperation coalesce => coalesce.Target == reference,
        IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation or IDeclarationExpressionOperation or IForEachLoopOperation => true,
        IArgumentOperation { Parameter: { RefKind: not RefKind.None } } => true,
        ISimpleAssignmentOperation { IsRef: true } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        _ => false,
    };
}
