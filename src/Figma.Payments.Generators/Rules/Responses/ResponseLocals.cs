using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The local variables of a body that are written exactly once, and their values; and flags, which an <c>if</c> statement sets.</summary>
internal sealed class ResponseLocals
{
    // The values that are written, or null for an unknown one.
    private readonly Dictionary<ILocalSymbol, List<IOperation?>> _values = new(SymbolEqualityComparer.Default);

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
    public IOperation? Find(ILocalSymbol local) => _values.TryGetValue(local, out List<IOperation?>? values) && values.Count == 1 ? values[0] : null;

    /// <summary>Returns all values of a local, null for one that isn't known, or an empty list if the local is written in no known way.</summary>
    public IReadOnlyList<IOperation?> FindAll(ILocalSymbol local) => _values.TryGetValue(local, out List<IOperation?>? values) ? values : [];

    /// <summary>Returns how a flag such as <c>bool isPaid = false; if (…) isPaid = true;</c> got its value, or null if the local isn't one.</summary>
    public ResponseFlag? FindFlag(ILocalReferenceOperation read) =>
        _values.TryGetValue(read.Local, out List<IOperation?>? values)
        && values is [{ ConstantValue: { HasValue: true, Value: bool initial }, Parent: IVariableInitializerOperation } first, { ConstantValue: { HasValue: true, Value: bool set }, Parent: ISimpleAssignmentOperation assignment }]
        && FindChoice(assignment) is { } choice
        && choice.Parent is IBlockOperation block
        && block == FindBlock(first)
        && choice.Syntax.Span.End <= read.Syntax.SpanStart
            ? new ResponseFlag(choice.Condition, IsSetIfTrue: choice.WhenTrue.Syntax.Span.Contains(assignment.Syntax.Span), set, initial)
            : null;

    private void Define(ILocalSymbol local, IOperation? value)
    {
        if (!_values.TryGetValue(local, out List<IOperation?>? values))
            _values.Add(local, values = []);

        values.Add(value);
    }

    /// <summary>Returns the <c>if</c> statement that contains an assignment as one of its statements, and not deeper.</summary>
    private static IConditionalOperation? FindChoice(ISimpleAssignmentOperation assignment) => assignment.Parent switch
    {
        IExpressionStatementOperation { Parent: IConditionalOperation choice } => choice,
        IExpressionStatementOperation { Parent: IBlockOperation { Parent: IConditionalOperation choice } } => choice,
        _ => null,
    };

    private static IBlockOperation? FindBlock(IOperation initialValue)
    {
        for (IOperation? around = initialValue.Parent; around is not null; around = around.Parent)
        {
            if (around is IBlockOperation block)
                return block;
        }

        return null;
    }

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

/// <summary>A local variable with a constant value that one side of an <c>if</c> statement replaces with another.</summary>
/// <param name="Condition">The condition of the statement.</param>
/// <param name="IsSetIfTrue">A value that indicates whether the value is replaced if the condition is true; otherwise, if it is false.</param>
/// <param name="Set">The value that replaces the other one.</param>
/// <param name="Initial">The value with which the variable is declared.</param>
internal sealed record ResponseFlag(IOperation Condition, bool IsSetIfTrue, bool Set, bool Initial)
{
    public bool WhenTrue => IsSetIfTrue ? Set : Initial;

    public bool WhenFalse => IsSetIfTrue ? Initial : Set;
}
