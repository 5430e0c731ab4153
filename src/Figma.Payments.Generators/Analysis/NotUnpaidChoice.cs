using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis;

/// <summary>Choices that say false to <c>Unpaid</c> and true to the rest.</summary>
internal static class NotUnpaidChoice
{
    /// <summary>The arm's pattern that says true to the rest; null where another choice is made.</summary>
    public static IOperation? FindRest(ISwitchExpressionOperation choice)
    {
        if (choice.Arms.Length < 2 || choice.Arms[choice.Arms.Length - 1] is not { Pattern: IDiscardPatternOperation rest, Guard: null } last || !IsConstant(last.Value, true))
            return null;

        bool isUnpaidDenied = false;

        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            if (arm.Pattern is not (IConstantPatternOperation or IBinaryPatternOperation or IDiscardPatternOperation))
                return null;

            isUnpaidDenied |= StatusTest.IsUnpaidPattern(arm.Pattern) && IsConstant(arm.Value, false);
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
            bool isDenied = section.Body.Length == 1 && Returns(section.Body[0], false);

            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                switch (clause)
                {
                    case IDefaultCaseClauseOperation when section.Body.Length == 1 && Returns(section.Body[0], true):
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

    /// <summary>The test for <c>Unpaid</c> that chooses false, where the rest is true; null where another choice is made.</summary>
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

        if (IsConstant(choice.WhenTrue, false))
            return choice.WhenFalse is { } rest && IsConstant(rest, true) && choice.WithConversionsAround().Parent is not IUnaryOperation ? test : null;

        return Returns(choice.WhenTrue, false) && (choice.WhenFalse ?? FindNext(choice)) is { } next && Returns(next, true) ? test : null;
    }

    private static IOperation? FindNext(IOperation statement)
    {
        if (statement.Parent is not IBlockOperation { Operations: var statements })
            return null;

        int next = statements.IndexOf(statement) + 1;
        return next < statements.Length ? statements[next] : null;
    }

    private static bool Returns(IOperation statement, bool value)
    {
        while (statement is IBlockOperation { Operations.Length: 1 } block)
            statement = block.Operations[0];

        return statement is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } returned } && IsConstant(returned, value);
    }

    private static bool IsConstant(IOperation operation, bool value) => operation.ConstantValue is { HasValue: true, Value: bool known } && known == value;
}
