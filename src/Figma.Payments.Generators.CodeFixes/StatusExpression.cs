using Figma.Payments.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>Tests of the date, or for not unpaid, as tests for what is paid. Null where they are not of a shape that has one meaning only.</summary>
internal static class StatusExpression
{
    private const string Date = "DateOfPurchase";
    private const string Status = "PaymentStatus";
    private const string StatusText = "PaymentStatusText";

    /// <summary><c>answer.DateOfPurchase != null</c> → <c>answer.IsPaid</c>.</summary>
    public static ExpressionSyntax? ForDate(ExpressionSyntax test)
    {
        switch (test)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } comparison when IsNull(comparison.Right):
                return Paid(comparison.Left, Date, "IsPaid", isMet: true, test);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison when IsNull(comparison.Right):
                return Paid(comparison.Left, Date, "IsPaid", isMet: false, test);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } access:
                return Paid(access.Expression, Date, "IsPaid", isMet: true, test);
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } } match when IsNull(constant):
                return Paid(match.Expression, Date, "IsPaid", isMet: false, test);
            case IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } } } match when IsNull(constant):
                return Paid(match.Expression, Date, "IsPaid", isMet: true, test);
            case IsPatternExpressionSyntax { Pattern: RecursivePatternSyntax { Type: null, Designation: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 } } match:
                return Paid(match.Expression, Date, "IsPaid", isMet: true, test);
            default:
                return null;
        }
    }

    /// <summary><c>answer.PaymentStatus != PaymentStatus.Unpaid</c> → <c>answer.IsPaidOrTrial</c>; a bare status is matched with both.</summary>
    public static ExpressionSyntax? ForNotUnpaid(ExpressionSyntax test, SemanticModel model)
    {
        ExpressionSyntax bare = test;

        while (bare is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } or ParenthesizedExpressionSyntax)
            bare = bare is PrefixUnaryExpressionSyntax not ? not.Operand : ((ParenthesizedExpressionSyntax)bare).Expression;

        (ExpressionSyntax Value, ExpressionSyntax Unpaid)? parts = bare switch
        {
            BinaryExpressionSyntax { Right: var right } isType when isType.IsKind(SyntaxKind.IsExpression) => (isType.Left, SyntaxFactory.ParseExpression(right.ToString())),
            BinaryExpressionSyntax comparison => NamesUnpaid(comparison.Right) ? (comparison.Left, comparison.Right) : (comparison.Right, comparison.Left),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } match => (match.Expression, constant.Expression),
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } match => (match.Expression, constant.Expression),
            _ => null,
        };

        if (parts is not var (value, unpaid) || !NamesUnpaid(unpaid))
            return null;

        // Others may have a status of that name, and no answer of that name.
        if (IsOfAnswer(value, model))
            return Paid(value, Status, "IsPaidOrTrial", isMet: true, test) ?? Paid(value, StatusText, "IsPaidOrTrial", isMet: true, test);

        if (Both(unpaid) is not { } both || !HasPatterns(test))
            return null;

        return Wrapped(SyntaxFactory.IsPatternExpression(value.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space), Keyword(SyntaxKind.IsKeyword), both), test);
    }

    /// <summary><c>not PaymentStatus.Unpaid</c> → <c>PaymentStatus.Paid or PaymentStatus.Trial</c>.</summary>
    public static PatternSyntax? ForPattern(PatternSyntax pattern) =>
        pattern is UnaryPatternSyntax { Parent: SubpatternSyntax, Pattern: ConstantPatternSyntax { Expression: MemberAccessExpressionSyntax unpaid } } && NamesUnpaid(unpaid)
            ? Both(unpaid)
            : null;

    private static ExpressionSyntax? Paid(ExpressionSyntax value, string from, string to, bool isMet, ExpressionSyntax test)
    {
        switch (value)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Paid(parenthesized.Expression, from, to, isMet, test);

            case MemberAccessExpressionSyntax access when access.Name.Identifier.ValueText == from:
                return Negated(access.WithName(SyntaxFactory.IdentifierName(to)).WithoutTrivia(), isMet);

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

    private static ExpressionSyntax? Replaced(ExpressionSyntax whenNotNull, string from, string to) => whenNotNull switch
    {
        MemberBindingExpressionSyntax binding when binding.Name.Identifier.ValueText == from => binding.WithName(SyntaxFactory.IdentifierName(to)),
        MemberAccessExpressionSyntax access when access.Name.Identifier.ValueText == from => access.WithName(SyntaxFactory.IdentifierName(to)),
        ConditionalAccessExpressionSyntax access when Replaced(access.WhenNotNull, from, to) is { } replaced => access.WithWhenNotNull(replaced),
        _ => null,
    };

    private static ExpressionSyntax Negated(ExpressionSyntax expression, bool isMet) =>
        isMet ? expression : SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, expression);

    /// <summary>Parentheses where what stands around binds closer than what replaces it.</summary>
    private static ExpressionSyntax Wrapped(ExpressionSyntax expression, ExpressionSyntax test) =>
        test is PrefixUnaryExpressionSyntax && test.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or CastExpressionSyntax or AwaitExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(expression)
            : expression;

    private static BinaryPatternSyntax? Both(ExpressionSyntax unpaid) => unpaid is MemberAccessExpressionSyntax member
        ? SyntaxFactory.BinaryPattern(
            SyntaxKind.OrPattern,
            Named(member, "Paid").WithTrailingTrivia(SyntaxFactory.Space),
            Keyword(SyntaxKind.OrKeyword),
            Named(member, "Trial"))
        : null;

    private static ConstantPatternSyntax Named(MemberAccessExpressionSyntax unpaid, string name) =>
        SyntaxFactory.ConstantPattern(unpaid.WithName(SyntaxFactory.IdentifierName(name)).WithoutTrivia());

    private static SyntaxToken Keyword(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    private static bool HasPatterns(SyntaxNode node) => ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9;

    private static bool NamesUnpaid(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == "Unpaid",
        IdentifierNameSyntax name => name.Identifier.ValueText == "Unpaid",
        LiteralExpressionSyntax literal => literal.Token.ValueText == "UNPAID",
        _ => false,
    };

    private static bool IsNull(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression);
}
