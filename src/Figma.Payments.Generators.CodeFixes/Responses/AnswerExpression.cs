using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>What an answer is asked for, put in the place of what it was asked for.</summary>
internal static class AnswerExpression
{
    /// <summary><c>answer.From</c> → <c>answer.To</c>, or <c>!answer.To</c>; null where something else is read.</summary>
    public static ExpressionSyntax? Ask(ExpressionSyntax value, string from, string to, bool isMet, ExpressionSyntax test)
    {
        switch (value)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Ask(parenthesized.Expression, from, to, isMet, test);

            case MemberAccessExpressionSyntax access when access.Name.Identifier.ValueText == from:
                ExpressionSyntax read = access.WithName(SyntaxFactory.IdentifierName(to)).WithoutTrivia();
                return isMet ? read : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, read);

            case ConditionalAccessExpressionSyntax access when Replaced(access.WhenNotNull, from, to) is { } replaced:
                ExpressionSyntax asked = access.WithWhenNotNull(replaced).WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space);

                // Null is not paid, and it is what 'no answer' reads as.
                return Wrapped(
                    SyntaxFactory.BinaryExpression(
                        isMet ? SyntaxKind.EqualsExpression : SyntaxKind.NotEqualsExpression,
                        asked,
                        SyntaxFactory.Token(isMet ? SyntaxKind.EqualsEqualsToken : SyntaxKind.ExclamationEqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                        SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)),
                    test);

            default:
                return null;
        }
    }

    /// <summary>Parentheses where what stands around binds closer than what replaces the test.</summary>
    public static ExpressionSyntax Wrapped(ExpressionSyntax expression, ExpressionSyntax test) =>
        test is PrefixUnaryExpressionSyntax && test.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or CastExpressionSyntax or AwaitExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(expression)
            : expression;

    public static SyntaxToken Keyword(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    private static ExpressionSyntax? Replaced(ExpressionSyntax whenNotNull, string from, string to) => whenNotNull switch
    {
        MemberBindingExpressionSyntax binding when binding.Name.Identifier.ValueText == from => binding.WithName(SyntaxFactory.IdentifierName(to)),
        MemberAccessExpressionSyntax access when access.Name.Identifier.ValueText == from => access.WithName(SyntaxFactory.IdentifierName(to)),
        ConditionalAccessExpressionSyntax access when Replaced(access.WhenNotNull, from, to) is { } replaced => access.WithWhenNotNull(replaced),
        _ => null,
    };
}
