using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Rewrites a test of one property of the payment information as a test of another.</summary>
internal static class PropertyRewriter
{
    /// <summary><c>information.From</c> → <c>information.To</c>, or <c>!information.To</c>. Returns null if another property is read.</summary>
    /// <param name="value">The expression that reads the property.</param>
    /// <param name="from">The name of the property that is read.</param>
    /// <param name="to">The name of the Boolean property to read instead.</param>
    /// <param name="isMet">A value that indicates whether the test is true if the new property is.</param>
    /// <param name="test">The test to replace.</param>
    public static ExpressionSyntax? Rewrite(ExpressionSyntax value, string from, string to, bool isMet, ExpressionSyntax test)
    {
        switch (value)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Rewrite(parenthesized.Expression, from, to, isMet, test);

            case MemberAccessExpressionSyntax access when access.Name.Identifier.ValueText == from:
                ExpressionSyntax read = access.WithName(SyntaxFactory.IdentifierName(to)).WithoutTrivia();
                return isMet ? read : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, read);

            case ConditionalAccessExpressionSyntax access when RenameProperty(access.WhenNotNull, from, to) is { } renamed:
                ExpressionSyntax conditional = access.WithWhenNotNull(renamed).WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space);

                // The result is null if there is no payment information, which must not count as paid.
                return Parenthesize(
                    SyntaxFactory.BinaryExpression(
                        isMet ? SyntaxKind.EqualsExpression : SyntaxKind.NotEqualsExpression,
                        conditional,
                        SyntaxFactory.Token(isMet ? SyntaxKind.EqualsEqualsToken : SyntaxKind.ExclamationEqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                        SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)),
                    test);

            default:
                return null;
        }
    }

    /// <summary>Adds parentheses if the parent of the test has a higher precedence than the replacement.</summary>
    public static ExpressionSyntax Parenthesize(ExpressionSyntax expression, ExpressionSyntax test) =>
        test is PrefixUnaryExpressionSyntax && test.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or CastExpressionSyntax or AwaitExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(expression)
            : expression;

    public static SyntaxToken Keyword(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    private static ExpressionSyntax? RenameProperty(ExpressionSyntax whenNotNull, string from, string to) => whenNotNull switch
    {
        MemberBindingExpressionSyntax binding when binding.Name.Identifier.ValueText == from => binding.WithName(SyntaxFactory.IdentifierName(to)),
        MemberAccessExpressionSyntax access when access.Name.Identifier.ValueText == from => access.WithName(SyntaxFactory.IdentifierName(to)),
        ConditionalAccessExpressionSyntax access when RenameProperty(access.WhenNotNull, from, to) is { } renamed => access.WithWhenNotNull(renamed),
        _ => null,
    };
}
