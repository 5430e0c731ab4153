using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>One side of a decision: a value, or statements.</summary>
/// <param name="Value">The value, or null if the decision is a statement.</param>
/// <param name="Statements">The statements that only this side executes.</param>
/// <param name="Following">The statements after the decision.</param>
internal sealed record AccessSide(IOperation? Value, IReadOnlyList<IOperation> Statements, IEnumerable<IOperation> Following)
{
    /// <summary>Limits how many statements are read, so that the cost of a decision doesn't depend on the length of the method.</summary>
    private const int MaxStatements = 16;

    public static AccessSide OfValue(IOperation value) => new(value, [], []);

    /// <summary>Creates the side of a statement, or of no statement.</summary>
    public static AccessSide OfStatement(IOperation? statement, IEnumerable<IOperation> following) => new(null, statement is null ? [] : [statement], following);

    /// <summary>Gets the text of what only this side executes, if it ends there; otherwise, an empty span.</summary>
    public TextSpan Span => Value is not null ? Value.Syntax.Span
        : Statements.Count > 0 ? TextSpan.FromBounds(Statements[0].Syntax.SpanStart, Statements[Statements.Count - 1].Syntax.Span.End)
        : default;

    /// <summary>Gets a value that indicates whether the statements of this side never continue after the decision.</summary>
    public bool IsEnd
    {
        get
        {
            foreach (IOperation statement in Flatten(Statements))
            {
                if (statement is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Continue or BranchKind.GoTo } or IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation
                    || (statement is IExpressionStatementOperation { Operation: var call } && Refusals.IsThrowHelper(call))
                    || (statement is IBranchOperation { BranchKind: BranchKind.Break } && !IsInSwitchOnly(statement)))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Returns the statements of this side that are certainly executed, one after the other, up to the first choice or end.</summary>
    /// <param name="isFollowed">A value that indicates whether the statements after the decision are included.</param>
    public IEnumerable<IOperation> FindStatements(bool isFollowed)
    {
        int count = 0;

        foreach (IOperation statement in Flatten(Statements))
        {
            if (statement is IBranchOperation { BranchKind: BranchKind.Break } && IsInSwitchOnly(statement))
                break;

            yield return statement;

            if (!IsStraight(statement) || ++count == MaxStatements)
                yield break;
        }

        if (!isFollowed)
            yield break;

        foreach (IOperation statement in Flatten(Following))
        {
            yield return statement;

            if (!IsStraight(statement) || ++count == MaxStatements)
                yield break;
        }
    }

    private static IEnumerable<IOperation> Flatten(IEnumerable<IOperation> statements)
    {
        foreach (IOperation statement in statements)
        {
            if (FindInner(statement) is { } contained)
            {
                foreach (IOperation inner in Flatten(contained))
                    yield return inner;
            }
            else if (!statement.IsImplicit || statement is not IReturnOperation)
            {
                yield return statement;
            }
        }
    }

    /// <summary>Returns the statements that a statement certainly executes, or null if it has none. A <c>catch</c> clause is judged elsewhere.</summary>
    private static IEnumerable<IOperation>? FindInner(IOperation statement) => statement switch
    {
        IBlockOperation block => block.Operations,
        IUsingOperation { Body: var body } => [body],
        ILockOperation { Body: var body } => [body],
        ITryOperation { Body: var body } => [body],
        _ => null,
    };

    private static bool IsStraight(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: not IThrowOperation } or IVariableDeclarationGroupOperation or IUsingDeclarationOperation or IEmptyOperation or ILocalFunctionOperation;

    private static bool IsInSwitchOnly(IOperation statement)
    {
        for (IOperation? around = statement.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case ISwitchCaseOperation:
                    return true;
                case ILoopOperation:
                    return false;
            }
        }

        return false;
    }
}
