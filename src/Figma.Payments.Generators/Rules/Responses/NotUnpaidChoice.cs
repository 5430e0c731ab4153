using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Choices that deny what is unpaid, and let the rest pass.</summary>
internal static class NotUnpaidChoice
{
    /// <summary>The arm's pattern that says true to the rest; null where another choice is made.</summary>
    public static IOperation? FindRest(ISwitchExpressionOperation choice)
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

    /// <summary>The <c>default</c> that returns true; null where another choice is made.</summary>
    public static IOperation? FindRest(ISwitchOperation choice)
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

    /// <summary>The test for <c>Unpaid</c> that chooses false where the rest is true, or throws where the rest goes on; null where another choice is made.</summary>
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

    /// <summary>Whether the choice throws for what is unpaid, and the rest goes on without the answer.</summary>
    /// <remarks>Whoever is handed the answer, or the status, may look for the unknown one.</remarks>
    private static bool IsGuard(IConditionalOperation choice) =>
        Statements.Throws(choice.WhenTrue)
        && (choice.WhenFalse ?? Statements.FindNext(choice)) is { } rest
        && !Statements.Throws(rest)
        && !IsHandedOn(choice);

    private static bool IsHandedOn(IConditionalOperation choice)
    {
        foreach (IOperation operation in choice.Root().WithDescendants())
        {
            if (operation is not IConversionOperation
                && StatusTest.IsAnswer(operation.Type)
                && !choice.Condition.Syntax.Span.Contains(operation.Syntax.Span)
                && !choice.WhenTrue.Syntax.Span.Contains(operation.Syntax.Span)
                && !IsKept(operation.WithConversionsAround()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKept(IOperation answer) => StatusTest.IsAnswer(answer.Type) && answer.Parent switch
    {
        IAwaitOperation or IConditionalAccessOperation or IExpressionStatementOperation or IVariableInitializerOperation => true,
        IIsPatternOperation match => match.Value == answer,
        IMemberReferenceOperation member => member.Instance == answer,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation } => true,
        _ => false,
    };
}
