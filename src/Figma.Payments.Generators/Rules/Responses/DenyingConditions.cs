using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the conditions of a body that might deny access for another reason than the response: nothing proves that they don't.</summary>
internal sealed class DenyingConditions(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition)
{
    private readonly ConditionReader _conditions = new(body, evaluator, partition, new ConditionSources(body));
    private readonly Attempts _attempts = new(partition, new ConditionSources(body));

    public IEnumerable<IOperation> Find() => body.Decisions.Where(MayDeny);

    /// <summary>Returns the choices by what can be a store of buyers, and the reads of one. What is granted can depend on them.</summary>
    public IEnumerable<IOperation> FindChoices() => body.Decisions.Where(IsUnknownChoice).Concat(body.Reads.Where(read => BuyerReads.Contains(read, body)));

    /// <summary>Determines whether an operation chooses by a condition that can be about a payment, whatever its sides do but log.</summary>
    private bool IsUnknownChoice(IOperation operation) => operation switch
    {
        IConditionalOperation { Type: null } choice when OnlyTells(choice.WhenTrue) && OnlyTells(choice.WhenFalse) => false,
        IConditionalOperation choice => _conditions.Classify(choice.Condition) == ConditionKind.Unknown,
        ISwitchOperation choice => _conditions.Classify(choice) == ConditionKind.Unknown,
        ISwitchExpressionOperation choice => _conditions.Classify(choice) == ConditionKind.Unknown,
        _ => false,
    };

    private static bool OnlyTells(IOperation? side) => AccessSide.OfStatement(side, []).FindStatements(isFollowed: false).All(IsTelling);

    private bool MayDeny(IOperation decision) => decision switch
    {
        IConditionalOperation { Type: null } choice => MayDeny(choice),
        IConditionalOperation { WhenFalse: { } whenFalse } choice => _conditions.Classify(choice.Condition) is var kind && MayValueDeny(choice, [choice.WhenTrue, whenFalse], kind),
        ISwitchOperation choice => _conditions.Classify(choice) is var kind and not ConditionKind.Unrelated
            && choice.Cases.Any(section => MayDeny(new AccessSide(null, section.Body, body.FindFollowing(choice)), choice, kind)),
        ISwitchExpressionOperation choice => _conditions.Classify(choice) is var kind && MayValueDeny(choice, [.. choice.Arms.Select(static arm => arm.Value)], kind),
        ICoalesceOperation choice => MayDeny(choice.WhenNull, _conditions.ClassifyNullTest(choice.Value)),
        ILoopOperation loop => body.MayBeLeft(loop),
        ICatchClauseOperation clause => _attempts.MayEnd(clause),
        _ => false,
    };

    private bool MayDeny(IConditionalOperation choice)
    {
        ConditionKind kind = _conditions.Classify(choice.Condition);

        if (kind == ConditionKind.Unrelated)
            return false;

        IEnumerable<IOperation> following = body.FindFollowing(choice);
        AccessSide[] sides = [AccessSide.OfStatement(choice.WhenTrue, following), AccessSide.OfStatement(choice.WhenFalse, following)];

        return !Array.TrueForAll(sides, static side => side.FindStatements(isFollowed: false).All(IsTelling)) && Array.Exists(sides, side => MayDeny(side, choice, kind));
    }

    /// <summary>Determines whether a side of a statement might deny access.</summary>
    private bool MayDeny(AccessSide side, IOperation choice, ConditionKind kind)
    {
        // A function without a result denies access also by what it doesn't do.
        if (!body.ReturnsValue(body.FindFunction(choice)!))
            return !side.FindStatements(isFollowed: false).All(IsTelling) && !RejectsInput(side, kind);

        foreach (IOperation statement in side.FindStatements(isFollowed: true))
        {
            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } returned }:
                    // What follows the decision can be another one, which is judged alone.
                    return returned.Type.IsBoolean() || Refusals.Unwrap(returned).Type.IsBoolean() ? !IsTrue(returned)
                        : !side.Span.Contains(statement.Syntax.Span) && Follow(returned) is IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation ? false
                        : MayDeny(returned, kind);
                case IExpressionStatementOperation { Operation: IThrowOperation thrown }:
                    return MayDeny(thrown, kind);
                case IThrowOperation thrown:
                    return MayDeny(thrown, kind);
                case IReturnOperation or IBranchOperation:
                    return true;
                case IExpressionStatementOperation { Operation: var effect } when Refusals.Refuses(Refusals.Unwrap(effect), partition) || Refusals.IsThrowHelper(effect):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether a side does nothing but respond or throw an exception because the request is invalid, or return from an authorization handler that doesn't know the user.</summary>
    private bool RejectsInput(AccessSide side, ConditionKind kind)
    {
        bool isRejected = false;

        foreach (IOperation statement in side.FindStatements(isFollowed: false))
        {
            if (statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment } && Refusals.SetsInputError(assignment, kind))
                isRejected = true;
            else if (statement is IReturnOperation && kind == ConditionKind.Lookup && PipelineParts.IsHandler(body.Member))
                isRejected = true;
            else if ((statement is IExpressionStatementOperation { Operation: var effect } ? effect : statement) is IThrowOperation thrown && !MayDeny(thrown, kind))
                isRejected = true;
            else if (!(statement is IReturnOperation { ReturnedValue: null } || IsTelling(statement) || WritesResponse(statement)))
                return false;
        }

        return isRejected;
    }

    private static bool WritesResponse(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: var effect }
        && Refusals.Unwrap(effect) is IInvocationOperation { TargetMethod: { Name: var name, ContainingType: var type } }
        && name.StartsWith("Write", StringComparison.Ordinal)
        && Refusals.IsAspNetCore(type);

    /// <summary>Determines whether one of the values of a choice might deny access. One that is only a parameter of a request doesn't, unless it is an exception.</summary>
    private bool MayValueDeny(IOperation choice, IOperation[] values, ConditionKind kind) =>
        Array.Exists(values, value => MayDeny(value, kind))
        && (!IsOnlyRequested(choice) || Array.Exists(values, static value => value.WithDescendants().Any(static part => part is IThrowOperation)));

    /// <summary>Determines whether a value is only sent to Figma or logged.</summary>
    private bool IsOnlyRequested(IOperation value) => value.WithConversionsAround().Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => IgnoredResults.IsClientMethodCall(call) || TellingMethods.Contains(call.TargetMethod),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => body.Locals.Find(local) is not null && body.FindUses(local).All(IsOnlyRequested),
        (IConditionalOperation { Type: not null } or ISwitchExpressionOperation or IIsPatternOperation or IBinaryOperation or IUnaryOperation) and var outer => IsOnlyRequested(outer),
        ISwitchExpressionArmOperation { Parent: { } outer } => IsOnlyRequested(outer),
        _ => false,
    };

    /// <summary>Determines whether the value of a side might deny access.</summary>
    private bool MayDeny(IOperation value, ConditionKind kind)
    {
        if (kind == ConditionKind.Unrelated)
            return false;

        IOperation bare = Refusals.Unwrap(value);

        switch (bare)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return MayDeny(choice.WhenTrue, kind) || MayDeny(whenFalse, kind);
            case ISwitchExpressionOperation choice:
                return choice.Arms.Any(arm => MayDeny(arm.Value, kind));
        }

        // What a behavior calls next isn't refused by it.
        if (PipelineParts.CallsNext(bare))
            return false;

        // What rejects the request for what it contains is no denial.
        if (bare is IThrowOperation thrown ? kind == ConditionKind.Lookup && IsForMissing(thrown) : Refusals.IsInputError(bare, kind))
            return false;

        return Refusals.IsRefusalCode(bare, partition) || Refusals.MayRefuse(bare);
    }

    /// <summary>Determines whether an exception can say that something is missing or not found, or that the user isn't known.</summary>
    private static bool IsForMissing(IThrowOperation thrown) =>
        thrown.Exception?.WithoutConversions().Type is INamedTypeSymbol { Name: var name } type
        && (name is "UnauthorizedAccessException" or "HubException" || (!AccessNames.IsRefusingException(name, isIdentityUsed: false) && (type.IsOfPlatform() || !BuyerNames.NamesBuyers(name))));

    private IOperation Follow(IOperation value) =>
        Refusals.Unwrap(value) is ILocalReferenceOperation local && body.Locals.Find(local.Local) is { } definition ? Refusals.Unwrap(definition) : Refusals.Unwrap(value);

    private bool IsTrue(IOperation returned) => evaluator.EvaluateCondition(Refusals.Unwrap(returned), partition.Lookalikes[0]) == TruthValue.True;

    private static bool IsTelling(IOperation statement) => statement switch
    {
        IExpressionStatementOperation { Operation: var effect } => Refusals.Unwrap(effect) is IInvocationOperation call && TellingMethods.Contains(call.TargetMethod),
        IVariableDeclarationGroupOperation or IEmptyOperation or ILocalFunctionOperation => true,
        _ => false,
    };
}
