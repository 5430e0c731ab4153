using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>Formats outcomes of branch conditions for messages, for example <c>'isPlugin' is false</c>.</summary>
internal static class BranchConditionText
{
    private const int MaxLength = 60;

    /// <summary>Formats the outcomes of several conditions.</summary>
    public static string Describe(BranchConditionFacts facts, ImmutableArray<BranchOutcome> outcomes) =>
        string.Join(" and ", outcomes.Select(outcome => Describe(facts[outcome.Condition.Block], outcome.IsTrue)).Distinct());

    private static string Describe(IOperation condition, bool outcome)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Describe(not.Operand, !outcome);

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                bool isEqual = outcome == (comparison.OperatorKind == BinaryOperatorKind.Equals);

                if (comparison.RightOperand.IsNull())
                    return Is(comparison.LeftOperand, "null", isEqual);

                if (comparison.LeftOperand.IsNull())
                    return Is(comparison.RightOperand, "null", isEqual);

                if (comparison.RightOperand.ConstantValue.HasValue && FindSubject(comparison) is { } compared)
                    return Is(compared, Text(comparison.RightOperand.Syntax), isEqual);

                break;

            case IIsNullOperation isNull:
                return Is(isNull.Operand, "null", outcome);

            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance }:
                return Is(instance, "null", !outcome);

            case IIsPatternOperation { Pattern: IConstantPatternOperation constant } pattern when FindSubject(pattern) is { } subject:
                return Is(subject, Text(constant.Value.Syntax), outcome);

            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation constant } } pattern when FindSubject(pattern) is { } refused:
                return Is(refused, Text(constant.Value.Syntax), !outcome);

            case IIsPatternOperation pattern when FindSubject(pattern) is { } matched:
                return outcome ? $"'{Text(matched)}' matches '{Text(pattern.Pattern.Syntax)}'" : $"'{Text(matched)}' does not match '{Text(pattern.Pattern.Syntax)}'";
        }

        return $"'{Text(condition.Syntax)}' is {(outcome ? "true" : "false")}";
    }

    /// <summary>Returns the expression that a condition tests. For a case of a <c>switch</c>, it is the expression after the keyword or before it.</summary>
    private static ExpressionSyntax? FindSubject(IOperation condition)
    {
        foreach (SyntaxNode node in condition.Syntax.AncestorsAndSelf())
        {
            switch (node)
            {
                case SwitchStatementSyntax statement:
                    return statement.Expression;

                case SwitchExpressionSyntax expression:
                    return expression.GoverningExpression;

                case IsPatternExpressionSyntax pattern:
                    return pattern.Expression;

                case BinaryExpressionSyntax binary when node == condition.Syntax:
                    return binary.Left;

                case StatementSyntax and not BlockSyntax when node is not SwitchStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    private static string Is(IOperation operand, string value, bool isEqual) => Is(operand.Syntax, value, isEqual);

    private static string Is(SyntaxNode operand, string value, bool isEqual) => $"'{Text(operand)}' is {(isEqual ? "" : "not ")}{value}";

    private static string Text(SyntaxNode node)
    {
        while (node is ParenthesizedExpressionSyntax parenthesized)
            node = parenthesized.Expression;

        StringBuilder text = new();

        foreach (char character in node.ToString())
        {
            if (!char.IsWhiteSpace(character))
                text.Append(character);
            else if (text.Length > 0 && text[text.Length - 1] != ' ')
                text.Append(' ');
        }

        return text.Length <= MaxLength ? text.ToString() : text.ToString(0, MaxLength - 1) + "…";
    }
}
