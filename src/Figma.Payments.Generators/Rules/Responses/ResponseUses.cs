using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the uses of a response that might tell a payer from a lookalike, so that no decision next to them is certainly wrong.</summary>
/// <remarks>A test is such a use if it has different results for them. Passing the response to other code is one too.</remarks>
internal sealed class ResponseUses(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition)
{
    private readonly Dictionary<IOperation, bool> _tests = [];

    public IEnumerable<IOperation> Find() => body.Reads.Where(read => IsRead(read) && MayDecide(read));

    /// <summary>Determines whether an operation reads a response, a status, or a text or date that a local holds.</summary>
    private bool IsRead(IOperation operation) =>
        ResponseTypes.IsResponse(operation.Type)
        || ResponseTypes.ReadsState(operation)
        || (partition.IsDateUsed && ResponseTypes.ReadsDate(operation))
        || (partition.IsIdentityUsed && (ResponseTypes.ReadsOther(operation) || ResponseTypes.ReadsError(operation)))
        || (operation is ILocalReferenceOperation local && body.Locals.Find(local.Local) is { } definition && IsPart(definition));

    private bool IsPart(IOperation definition)
    {
        IOperation? value = definition switch
        {
            IPatternOperation { Parent: IPropertySubpatternOperation property } => property.Member,
            IPatternOperation { Parent: INegatedPatternOperation { Parent: IPropertySubpatternOperation property } } => property.Member,
            IPatternOperation { Parent: IIsPatternOperation match } => match.Value,
            IPatternOperation { Parent: INegatedPatternOperation { Parent: IIsPatternOperation match } } => match.Value,
            _ => definition,
        };

        while (value is IConditionalAccessOperation access)
            value = access.WhenNotNull;

        return value is not null && (ResponseTypes.ReadsStatusText(value.WithoutConversions()) || (partition.IsDateUsed && ResponseTypes.ReadsDate(value.WithoutConversions())));
    }

    /// <summary>Determines whether the code that uses a value might tell a payer from a lookalike.</summary>
    private bool MayDecide(IOperation read)
    {
        // Code that needs the user or the error has another reason to test for success.
        if (partition.IsIdentityUsed && ResponseTypes.ReadsOther(read))
            return !IsTold(read);

        // The values of these properties are conditions.
        if (read.Type.IsBoolean())
            return MayDifferIn(read, read);

        IOperation value = read;

        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IAwaitOperation or ICoalesceOperation
                    or IArrayInitializerOperation or IArrayCreationOperation { IsImplicit: true }:
                case var _ when parent.IsCollectionExpression() && parent.IsImplicit:
                    value = parent;
                    continue;

                case IConditionalAccessOperation access when access.Operation == value:
                    // Other members of a response are reads of their own. The parts of a date or of a text aren't.
                    return !IsOfLibrary(value.Type);

                case IConditionalAccessOperation:
                    value = parent;
                    continue;

                case IConditionalOperation choice when choice.Condition != value:
                    value = parent;
                    continue;

                case IPropertyReferenceOperation { Property: var property } when property.ContainingType.IsNullableValue():
                    if (property.Name == "HasValue")
                        return MayDifferIn(parent, read);

                    value = parent;
                    continue;

                case IMemberReferenceOperation member when member.Instance == value:
                    return !IsOfLibrary(value.Type);

                case IPropertySubpatternOperation property when property.Member == value:
                    return FindMatch(property) is not { } match || MayDifferIn(match, read);

                case IInvocationOperation call when call.Instance == value:
                    switch (call.TargetMethod.Name)
                    {
                        case "GetInformationOrThrow":
                            return false;
                        case "ConfigureAwait" or "AsTask" or "WaitAsync" or "GetAwaiter" or "GetResult" or "GetValueOrDefault" or "ToString":
                            value = parent;
                            continue;
                        case "Equals":
                            return MayDifferIn(call, read);
                        default:
                            return call.TargetMethod.Name != "Wait";
                    }

                // A statement that only waits for several tasks leaves their results to be read.
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WaitAll", ContainingType: var type } } wait } when Refusals.IsTask(type):
                    return IgnoredResults.FindStatement(wait) is not IExpressionStatementOperation;

                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return call.TargetMethod.Name == "Equals" ? MayDifferIn(call, read) : !TellingMethods.Contains(call.TargetMethod) || IsPurpose(read);

                // A text passes on what it contains.
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolationOperation or IInterpolatedStringOperation:
                    value = parent;
                    continue;

                case INameOfOperation or IExpressionStatementOperation or IDiscardOperation:
                    return false;

                case IBinaryOperation or IIsPatternOperation or IIsTypeOperation:
                    return MayDifferIn(parent, read);

                case ISwitchOperation or ISwitchExpressionOperation:
                    return MayDifferIn(parent, read);

                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return !IsFollowed(local, value);

                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return false;

                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == value:
                    return !IsFollowed(target.Local, value);

                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } when target == value:
                    return false;

                default:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether logging a value shows that the code uses the date for another purpose than a decision.</summary>
    private bool IsPurpose(IOperation read) =>
        partition.IsDateUsed && (ResponseTypes.IsStatus(read.Type) || !ResponseTypes.IsResponse(read.Type));

    private static bool IsOfLibrary(ITypeSymbol? type) => ResponseTypes.IsResponse(type) || type.WithoutNullable().IsOfLibrary(ResponseTypes.Error);

    /// <summary>Determines whether a value is only logged or printed.</summary>
    private static bool IsTold(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IMemberReferenceOperation or IInterpolationOperation or IInterpolatedStringOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IArrayInitializerOperation or IArrayCreationOperation { IsImplicit: true } or IInvocationOperation { TargetMethod.Name: "ToString" })
        {
            value = value.Parent;
        }

        return value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: not "BeginScope" } call } && TellingMethods.Contains(call.TargetMethod);
    }

    /// <summary>Determines whether the reads of a local are found.</summary>
    private bool IsFollowed(ILocalSymbol local, IOperation value) =>
        ResponseTypes.IsResponse(local.Type) || (local.Type.SpecialType != SpecialType.System_Object && body.Locals.Find(local) is not null && IsPart(value));

    private static bool IsOfStatus(IOperation read) =>
        ResponseTypes.IsStatus(read.Type) || (ResponseTypes.ReadsState(read) && read is IPropertyReferenceOperation { Property.Name: not "IsSuccess" });

    /// <summary>Returns the pattern match or the switch that a property pattern is part of.</summary>
    private static IOperation? FindMatch(IPropertySubpatternOperation property)
    {
        for (IOperation? around = property.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IPatternOperation or IPropertySubpatternOperation or IPatternCaseClauseOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation:
                    continue;
                case IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation:
                    return around;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Determines whether a test, or the whole condition that contains it, might have different results for a payer and a lookalike.</summary>
    private bool MayDifferIn(IOperation test, IOperation read)
    {
        // Code that looks at the status doesn't decide by the date or by the success alone.
        if ((partition.IsDateUsed || partition.IsIdentityUsed) && IsOfStatus(read))
            return true;

        if (!MayDiffer(test))
            return false;

        IOperation whole = FindWhole(test);
        return whole == test || MayDiffer(whole);
    }

    private bool MayDiffer(IOperation test)
    {
        if (!_tests.TryGetValue(test, out bool mayDiffer))
            _tests.Add(test, mayDiffer = EvaluateDifference(test));

        return mayDiffer;
    }

    private bool EvaluateDifference(IOperation test) => test switch
    {
        ISwitchOperation choice => !AreSame(response => evaluator.FindOutcome(choice, response)),
        ISwitchExpressionOperation choice when !choice.Type.IsBoolean() => !AreSame(response => evaluator.FindOutcome(choice, response)),
        _ => !AreSame(response => evaluator.EvaluateCondition(test, response) is { IsUnknown: false } value ? value : (object?)null),
    };

    private bool AreSame(Func<ResponseCase, object?> evaluate)
    {
        object? payer = evaluate(partition.Payer);

        if (payer is null)
            return false;

        foreach (ResponseCase lookalike in partition.Lookalikes)
        {
            if (!Equals(payer, evaluate(lookalike)))
                return false;
        }

        return true;
    }

    /// <summary>Returns the largest condition that a test is part of.</summary>
    private static IOperation FindWhole(IOperation test)
    {
        IOperation whole = test;

        while (whole.Parent is { } parent && whole.Type.IsBoolean())
        {
            bool isPart = parent switch
            {
                IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ICoalesceOperation => parent.Type.IsBoolean(),
                IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } => true,
                IBinaryOperation or IConditionalOperation => parent.Type.IsBoolean(),
                IIsPatternOperation match => match.Value == whole,
                _ => false,
            };

            if (!isPart)
                break;

            whole = parent;
        }

        return whole;
    }
}
