using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Rewrites tests for a status other than unpaid as tests for the statuses that grant access. Returns null if a test can have another meaning.</summary>
internal static class StatusTestRewriter
{
    private const string Status = "PaymentStatus";
    private const string StatusText = "PaymentStatusText";

    /// <summary><c>information.PaymentStatus != PaymentStatus.Unpaid</c> → <c>information.IsPaidOrTrial</c>. Any other status is matched with <c>Paid or Trial</c>, or compared with <c>Paid</c>.</summary>
    /// <remarks>A test for unpaid is replaced by the negation, which is also true if the status is unknown.</remarks>
    public static ExpressionSyntax? Rewrite(ExpressionSyntax test, SemanticModel model, GrantingStatuses statuses)
    {
        ExpressionSyntax operand = test;
        bool isMet = false;

        while (operand is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } or ParenthesizedExpressionSyntax)
        {
            isMet ^= operand is PrefixUnaryExpressionSyntax;
            operand = operand is PrefixUnaryExpressionSyntax not ? not.Operand : ((ParenthesizedExpressionSyntax)operand).Expression;
        }

        isMet ^= operand is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } or IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax };

        (ExpressionSyntax Value, ExpressionSyntax Unpaid)? parts = operand switch
        {
            BinaryExpressionSyntax { Right: var right } isType when isType.IsKind(SyntaxKind.IsExpression) => (isType.Left, SyntaxFactory.ParseExpression(right.ToString())),
            BinaryExpressionSyntax comparison => StatusNames.IsUnpaid(comparison.Right) ? (comparison.Left, comparison.Right) : (comparison.Right, comparison.Left),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } match => (match.Expression, constant.Expression),
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } match => (match.Expression, constant.Expression),
            _ => null,
        };

        if (parts is not var (value, unpaid) || !StatusNames.IsUnpaid(unpaid))
            return null;

        // Types other than PaymentInformation can have a property of that name, but no IsPaidOrTrial.
        if (IsPropertyOfPaymentInformation(value, model))
            return PropertyRewriter.Rewrite(value, Status, statuses.Property, isMet, test) ?? PropertyRewriter.Rewrite(value, StatusText, statuses.Property, isMet, test);

        if (statuses.Names.Count == 1)
        {
            return PropertyRewriter.Parenthesize(
                SyntaxFactory.BinaryExpression(
                    isMet ? SyntaxKind.EqualsExpression : SyntaxKind.NotEqualsExpression,
                    value.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Token(isMet ? SyntaxKind.EqualsEqualsToken : SyntaxKind.ExclamationEqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                    StatusNames.Create(unpaid, statuses.Names[0])),
                test);
        }

        if (!StatusNames.SupportsOrPatterns(test))
            return null;

        PatternSyntax granting = StatusNames.CreatePattern(unpaid, statuses.Names);

        if (!isMet)
            granting = SyntaxFactory.UnaryPattern(PropertyRewriter.Keyword(SyntaxKind.NotKeyword), SyntaxFactory.ParenthesizedPattern(granting));

        return PropertyRewriter.Parenthesize(
            SyntaxFactory.IsPatternExpression(value.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space), PropertyRewriter.Keyword(SyntaxKind.IsKeyword), granting),
            test);
    }

    /// <summary><c>not PaymentStatus.Unpaid</c> → <c>PaymentStatus.Paid or PaymentStatus.Trial</c>.</summary>
    public static PatternSyntax? RewritePattern(PatternSyntax pattern, GrantingStatuses statuses) =>
        pattern is UnaryPatternSyntax { Parent: SubpatternSyntax, Pattern: ConstantPatternSyntax { Expression: var unpaid } } && StatusNames.IsUnpaid(unpaid)
            ? StatusNames.CreatePattern(unpaid, statuses.Names)
            : null;

    private static bool IsPropertyOfPaymentInformation(ExpressionSyntax value, SemanticModel model)
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
