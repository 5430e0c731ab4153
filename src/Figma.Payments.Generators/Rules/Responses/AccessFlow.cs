using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Follows the statements of a body up to the ends of its functions. A statement that isn't understood can end in any way.</summary>
/// <remarks>Each statement is read once. A <c>catch</c> clause is judged elsewhere.</remarks>
/// <param name="body">The body.</param>
/// <param name="readReturn">Returns how a <c>return</c> statement ends the function.</param>
/// <param name="readEffect">Returns how an expression that is executed only for its effect ends.</param>
internal sealed class AccessFlow(ResponseBody body, Func<IReturnOperation, AccessExits> readReturn, Func<IOperation, AccessExits> readEffect)
{
    private readonly Dictionary<IOperation, AccessExits> _statements = [];
    private readonly Dictionary<IOperation, AccessExits> _following = [];

    /// <summary>Returns how the function ends after one side of a decision.</summary>
    public AccessExits Follow(AccessSide side, IOperation decision) =>
        Complete(ReadAll(side.Statements), side.Statements.Count > 0 ? side.Statements[0] : decision, () => FollowNext(decision));

    /// <summary>Returns how the function ends from the statement that contains an expression, or null if no statement does.</summary>
    public AccessExits? FollowAround(IOperation expression)
    {
        IOperation? statement = expression;

        while (statement is not (null or { Parent: IBlockOperation or ISwitchCaseOperation }))
            statement = statement.Parent;

        return statement is null ? null : Follow(statement);
    }

    private AccessExits FollowNext(IOperation statement) => body.FindNext(statement) is { } next ? Follow(next) : AccessExits.Success;

    /// <summary>Returns how the function ends from a statement.</summary>
    private AccessExits Follow(IOperation statement)
    {
        Stack<IOperation> path = new();
        IOperation? each = statement;

        for (; each is not null && !_following.ContainsKey(each) && (path.Count == 0 || Read(path.Peek()).Has(AccessExits.Kind.Continues)); each = body.FindNext(each))
            path.Push(each);

        AccessExits exits = each is not null && _following.TryGetValue(each, out AccessExits known) ? known : AccessExits.Success;

        while (path.Count > 0)
        {
            IOperation last = path.Pop();
            AccessExits next = exits;
            _following[last] = exits = Complete(Read(last), last, () => next);
        }

        return exits;
    }

    /// <summary>Adds how the function ends after what a statement continues with.</summary>
    private AccessExits Complete(AccessExits exits, IOperation statement, Func<AccessExits> followNext)
    {
        AccessExits all = exits.OfFunction;

        if (exits.Has(AccessExits.Kind.Continues))
            all |= followNext();

        if (exits.Has(AccessExits.Kind.Breaks))
            all |= FindAround(statement, static around => around is ILoopOperation or ISwitchOperation) is { } left ? FollowNext(left) : AccessExits.Unknown;

        if (exits.Has(AccessExits.Kind.Repeats))
            all |= FindAround(statement, static around => around is ILoopOperation) is { } repeated ? Follow(repeated) : AccessExits.Unknown;

        return all;
    }

    private static IOperation? FindAround(IOperation statement, Func<IOperation, bool> isMeant)
    {
        IOperation? around = statement.Parent;

        while (around is not null && !isMeant(around))
            around = around.Parent;

        return around;
    }

    /// <summary>Returns how a statement ends.</summary>
    private AccessExits Read(IOperation statement)
    {
        if (!_statements.TryGetValue(statement, out AccessExits exits))
            _statements.Add(statement, exits = ReadNew(statement));

        return exits;
    }

    private AccessExits ReadNew(IOperation statement) => statement switch
    {
        IBlockOperation block => ReadAll(block.Operations),
        IConditionalOperation choice => Read(choice.WhenTrue) | (choice.WhenFalse is { } whenFalse ? Read(whenFalse) : AccessExits.Continued),
        ISwitchOperation choice => ReadSwitch(choice),
        ILoopOperation loop => ReadLoop(loop),
        ITryOperation attempt => ReadTry(attempt),
        IUsingOperation { Body: var inner } => Read(inner),
        ILockOperation { Body: var inner } => Read(inner),
        IReturnOperation { Kind: OperationKind.YieldReturn } => AccessExits.Success | AccessExits.Continued,
        IReturnOperation returned => readReturn(returned),
        IThrowOperation => AccessExits.Known,
        IExpressionStatementOperation { Operation: var effect } => readEffect(effect),
        IBranchOperation { BranchKind: BranchKind.Break } => new(AccessExits.Kind.Breaks),
        IBranchOperation { BranchKind: BranchKind.Continue } => new(AccessExits.Kind.Repeats),
        IVariableDeclarationGroupOperation or IUsingDeclarationOperation or IEmptyOperation or ILocalFunctionOperation => AccessExits.Continued,
        _ => AccessExits.Unknown,
    };

    private AccessExits ReadAll(IEnumerable<IOperation> statements)
    {
        AccessExits all = AccessExits.Continued;

        foreach (IOperation statement in statements)
        {
            all = all.Replace(AccessExits.Kind.Continues, AccessExits.Kind.None) | Read(statement);

            if (!all.Has(AccessExits.Kind.Continues))
                break;
        }

        return all;
    }

    private AccessExits ReadSwitch(ISwitchOperation choice)
    {
        bool isComplete = choice.Cases.Any(static section => section.Clauses.Any(static clause => clause is IDefaultCaseClauseOperation));

        return choice.Cases.Aggregate(isComplete ? default : AccessExits.Continued, (all, section) => all | ReadAll(section.Body))
            .Replace(AccessExits.Kind.Breaks, AccessExits.Kind.Continues);
    }

    private AccessExits ReadLoop(ILoopOperation loop)
    {
        AccessExits exits = Read(loop.Body);
        return ResponseBody.IsConditional(loop) || exits.Has(AccessExits.Kind.Breaks) ? exits.OfFunction | AccessExits.Continued : exits.OfFunction;
    }

    private AccessExits ReadTry(ITryOperation attempt)
    {
        AccessExits exits = attempt.Catches.Aggregate(Read(attempt.Body), (all, clause) => all | Read(clause.Handler).OfStatement);

        if (attempt.Finally is null)
            return exits;

        AccessExits last = Read(attempt.Finally);
        return last.Has(AccessExits.Kind.Continues) ? exits | last.Replace(AccessExits.Kind.Continues, AccessExits.Kind.None) : last;
    }
}
