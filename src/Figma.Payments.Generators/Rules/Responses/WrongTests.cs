using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes conditions that treat a lookalike like a payer, and finds the test in them that does.</summary>
internal sealed class WrongTests(ResponseLocals locals, ResponseEvaluator evaluator, AccessPartition partition)
{
    private const int MaxDepth = 300;

    /// <summary>Returns the value of the condition for which access is denied, or null if the condition isn't wrong or its sides aren't known.</summary>
    public bool? FindDeniedSide(IOperation condition)
    {
        TruthValue payer = evaluator.EvaluateCondition(condition, partition.Payer);

        // If payers too are denied by another condition, that condition might tell the lookalikes from them.
        if (!payer.IsConstant
            || payer == evaluator.EvaluateCondition(condition, partition.Denied)
            || partition.Lookalikes.Any(lookalike => evaluator.EvaluateCondition(condition, lookalike) != payer))
        {
            return null;
        }

        return payer == TruthValue.False;
    }

    /// <summary>Returns the arms for the denied and for a lookalike, if the value of the latter is also that of a payer; otherwise, null.</summary>
    public (ISwitchExpressionArmOperation Denied, ISwitchExpressionArmOperation Granted)? FindWrongArm(ISwitchExpressionOperation choice) =>
        evaluator.FindOutcome(choice, partition.Payer) is { } payer
        && evaluator.FindOutcome(choice, partition.Denied) is { } denied
        && payer != denied
        && partition.Lookalikes.All(lookalike => evaluator.FindOutcome(choice, lookalike) == payer)
        && evaluator.FindArm(choice, partition.Lookalikes[0]) is { } granted
            ? (denied, granted)
            : null;

    /// <summary>Returns the first test in a wrong condition that is wrong itself, or the condition.</summary>
    public IOperation Find(IOperation condition) => FindTest(condition, 0) ?? condition;

    private IOperation? FindTest(IOperation operation, int depth)
    {
        if (depth > MaxDepth)
            return null;

        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return FindTest(conversion.Operand, depth + 1);

            case IParenthesizedOperation parenthesized:
                return FindTest(parenthesized.Operand, depth + 1);

            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                IOperation? test = FindTest(negation.Operand, depth + 1);

                // !(status == Unpaid) is a test for any other status.
                return test is not null && test == Bare(negation.Operand) && IsStatusTest(test) && FindDeniedSide(test) == true ? negation : test;

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr } both:
                return FindTest(both.LeftOperand, depth + 1) ?? FindTest(both.RightOperand, depth + 1);

            case IBinaryOperation { LeftOperand.Type: { } type } comparison when type.IsBoolean():
                return FindTest(comparison.LeftOperand, depth + 1) ?? FindTest(comparison.RightOperand, depth + 1);

            case IConditionalOperation choice:
                return FindTest(choice.Condition, depth + 1) ?? FindTest(choice.WhenTrue, depth + 1) ?? (choice.WhenFalse is null ? null : FindTest(choice.WhenFalse, depth + 1));

            case ICoalesceOperation coalesce:
                return FindTest(coalesce.Value, depth + 1);

            case ISwitchExpressionOperation choice:
                return FindWrongArm(choice)?.Granted.Pattern;

            case ILocalReferenceOperation local:
                return locals.FindFlag(local) is { } flag ? FindTest(flag.Condition, depth + 1)
                    : locals.Find(local.Local) is { } definition and not IPatternOperation ? FindTest(definition, depth + 1)
                    : null;

            case IConditionalAccessOperation access:
                return FindDeniedSide(access) is null ? null : access;

            default:
                if (!operation.Type.IsBoolean() || FindDeniedSide(operation) is null)
                    return null;

                return operation is IIsPatternOperation match && FindNestedTest(match.Pattern, depth + 1) is { } nested ? nested : operation;
        }
    }

    /// <summary>Returns the pattern of the status in a property pattern that is wrong, or null if there is none.</summary>
    private static IOperation? FindNestedTest(IPatternOperation pattern, int depth)
    {
        if (depth > MaxDepth || pattern is not IRecursivePatternOperation recursive)
            return null;

        foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
        {
            if (FindNestedTest(property.Pattern, depth + 1) is { } nested)
                return nested;

            if (property.Pattern is INegatedPatternOperation { Pattern: IConstantPatternOperation }
                && (property.Member.Reads(ResponseTypes.Information, ResponseTypes.Status) || ResponseTypes.ReadsStatusText(property.Member)))
            {
                return property.Pattern;
            }
        }

        return null;
    }

    private static bool IsStatusTest(IOperation test) => test switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => !IsDateOrObject(comparison.LeftOperand) && !IsDateOrObject(comparison.RightOperand),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: not null } } } => true,
        IInvocationOperation => true,
        _ => false,
    };

    private static bool IsDateOrObject(IOperation operand) =>
        operand.WithoutConversions() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation || ResponseTypes.ReadsDate(operand.WithoutConversions());

    private static IOperation Bare(IOperation operation)
    {
        while (operation is IParenthesizedOperation or IConversionOperation { OperatorMethod: null })
            operation = operation is IParenthesizedOperation parenthesized ? parenthesized.Operand : ((IConversionOperation)operation).Operand;

        return operation;
    }
}
