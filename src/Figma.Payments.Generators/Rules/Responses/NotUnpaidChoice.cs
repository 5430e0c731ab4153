using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds conditional code that denies access for <c>Unpaid</c> and grants it for every other status.</summary>
internal static class NotUnpaidChoice
{
    /// <summary>Returns the discard pattern of the arm that is true for every other status, or null if the expression chooses otherwise.</summary>
    public static IOperation? FindDefault(ISwitchExpressionOperation choice)
    {
        if (choice.Arms.Length < 2 || choice.Arms[choice.Arms.Length - 1] is not { Pattern: IDiscardPatternOperation rest, Guard: null } last || !Statements.IsConstant(last.Value, true))
            return null;

        bool isUnpaidDenied = false;

        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            if (arm.Pattern is not (IConstantPatternOperation or IBinaryPatternOperation or IDiscardPatternOperation))
                return null;

            isUnpaidDenied |= StatusTest.IsUnpaidPattern(arm.Pattern) && Statements.IsConstant(arm.Value, false);
        }

        return isUnpaidDenied ? rest : null;
    }

    /// <summary>Returns the <c>default</c> label that returns true for every other status, or null if the statement chooses otherwise.</summary>
    public static IOperation? FindDefault(ISwitchOperation choice)
    {
        IOperation? rest = null;
        bool isUnpaidDenied = false;

        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            bool isDenied = section.Body.Length == 1 && Statements.Returns(section.Body[0], false);

            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                switch (clause)
                {
                    case IDefaultCaseClauseOperation when section.Body.Length == 1 && Statements.Returns(section.Body[0], true):
                        rest = clause;
                        break;
                    case ISingleValueCaseClauseOperation value:
                        isUnpaidDenied |= isDenied && StatusTest.IsUnpaid(value.Value, choice.Value);
                        break;
                    case IPatternCaseClauseOperation { Guard: null, Pattern: IConstantPatternOperation constant }:
                        isUnpaidDenied |= isDenied && StatusTest.IsUnpaid(constant.Value, choice.Value);
                        break;
                    default:
                        return null;
                }
            }
        }

        return isUnpaidDenied ? rest : null;
    }

    /// <summary>Returns the test for <c>Unpaid</c> that leads to false or an exception while every other status passes, or null if there is none.</summary>
    public static IOperation? FindTest(IConditionalOperation choice)
    {
        IOperation test = choice.Condition;

        while (test is IParenthesizedOperation parenthesized)
            test = parenthesized.Operand;

        bool isUnpaid = test switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => StatusTest.IsComparison(comparison),
            IIsPatternOperation match => StatusTest.IsUnpaidPattern(match.Pattern),
            _ => false,
        };

        if (!isUnpaid)
            return null;

        if (Statements.IsConstant(choice.WhenTrue, false))
            return choice.WhenFalse is { } rest && Statements.IsConstant(rest, true) && choice.WithConversionsAround().Parent is not IUnaryOperation ? test : null;

        return IsDenial(choice) || IsGuard(choice) ? test : null;
    }

    private static bool IsDenial(IConditionalOperation choice) =>
        Statements.Returns(choice.WhenTrue, false) && (choice.WhenFalse ?? Statements.FindNext(choice)) is { } next && Statements.Returns(next, true);

    /// <summary>Determines whether the code throws an exception for <c>Unpaid</c> and continues for every other status without using the response.</summary>
    /// <remarks>Code that gets the response or the status might check for the unknown status.</remarks>
    private static bool IsGuard(IConditionalOperation choice) =>
        Statements.Throws(choice.WhenTrue)
        && (choice.WhenFalse ?? Statements.FindNext(choice)) is { } rest
        && !Statements.Throws(rest)
        && !IsResponseForwarded(choice);

    private static bool IsResponseForwarded(IConditionalOperation choice)
    {
        foreach (IOperation operation in choice.Root().WithDescendants())
        {
            if (operation is not IConversionOperation
                && StatusTest.IsResponse(operation.Type)
                && !choice.Condition.Syntax.Span.Contains(operation.Syntax.Span)
                && !choice.WhenTrue.Syntax.Span.Contains(operation.Syntax.Span)
                && !IsLocalUse(operation.WithConversionsAround()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLocalUse(IOperation response) => StatusTest.IsResponse(response.Type) && response.Parent switch
    {
        IAwaitOperation or IConditionalAccessOperation or IExpressionStatementOperation or IVariableInitializerOperation => true,
        IIsPatternOperation match => match.Value == response,
        IMemberReferenceOperation member => member.Instance == response,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation } => true,
        _ => false,
    };
}
