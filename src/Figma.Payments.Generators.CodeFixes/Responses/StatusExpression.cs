using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Tests for not unpaid, as tests for what grants. Null where they are not of a shape that has one meaning only.</summary>
internal static class StatusExpression
{
    private const string Status = "PaymentStatus";
    private const string StatusText = "PaymentStatusText";

    /// <summary><c>answer.PaymentStatus != PaymentStatus.Unpaid</c> → <c>answer.IsPaidOrTrial</c>; a bare status is matched with both.</summary>
    /// <remarks>Where the test is true for what is unpaid, so is what replaces it: for that, and for what is unknown.</remarks>
    public static ExpressionSyntax? ForNotUnpaid(ExpressionSyntax test, SemanticModel model)
    {
        ExpressionSyntax bare = test;
        bool isMet = false;

        while (bare is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } or ParenthesizedExpressionSyntax)
        {
            isMet ^= bare is PrefixUnaryExpressionSyntax;
            bare = bare is PrefixUnaryExpressionSyntax not ? not.Operand : ((ParenthesizedExpressionSyntax)bare).Expression;
        }

        isMet ^= bare is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } or IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax };

        (ExpressionSyntax Value, ExpressionSyntax Unpaid)? parts = bare switch
        {
            BinaryExpressionSyntax { Right: var right } isType when isType.IsKind(SyntaxKind.IsExpression) => (isType.Left, SyntaxFactory.ParseExpression(right.ToString())),
            BinaryExpressionSyntax comparison => StatusName.IsUnpaid(comparison.Right) ? (comparison.Left, comparison.Right) : (comparison.Right, comparison.Left),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } match => (match.Expression, constant.Expression),
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } match => (match.Expression, constant.Expression),
            _ => null,
        };

        if (parts is not var (value, unpaid) || !StatusName.IsUnpaid(unpaid))
            return null;

        // Others may have a status of that name, and no answer of that name.
        if (IsOfAnswer(value, model))
            return AnswerExpression.Ask(value, Status, "IsPaidOrTrial", isMet, test) ?? AnswerExpression.Ask(value, StatusText, "IsPaidOrTrial", isMet, test);

        if (!StatusName.HasPatterns(test))
            return null;

        PatternSyntax granted = StatusName.Granted(unpaid);

        if (!isMet)
            granted = SyntaxFactory.UnaryPattern(AnswerExpression.Keyword(SyntaxKind.NotKeyword), SyntaxFactory.ParenthesizedPattern(granted));

        return AnswerExpression.Wrapped(
            SyntaxFactory.IsPatternExpression(value.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space), AnswerExpression.Keyword(SyntaxKind.IsKeyword), granted),
            test);
    }

    /// <summary><c>not PaymentStatus.Unpaid</c> → <c>PaymentStatus.Paid or PaymentStatus.Trial</c>.</summary>
    public static PatternSyntax? ForPattern(PatternSyntax pattern) =>
        pattern is UnaryPatternSyntax { Parent: SubpatternSyntax, Pattern: ConstantPatternSyntax { Expression: var unpaid } } && StatusName.IsUnpaid(unpaid)
            ? StatusName.Granted(unpaid)
            : null;

    private static bool IsOfAnswer(ExpressionSyntax value, SemanticModel model)
    {
        while (true)
        {
            switch (value)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    value = parenthesized.Expression;
                    continue;
                case ConditionalAccessExpressionSyntax access:
                    value = access.WhenNotNull;
                    continue;
                default:
                    return model.GetSymbolInfo(value).Symbol is IPropertySymbol property && property.ContainingType.IsOfLibrary("PaymentInformation");
            }
        }
    }
}
