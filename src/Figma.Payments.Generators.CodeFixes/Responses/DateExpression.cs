using System.Linq;
using Figma.Payments.Generators.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Tests of the date, as tests for what is paid. Null where they are not of a shape that has one meaning only.</summary>
internal static class DateExpression
{
    private const string Date = "DateOfPurchase";
    private const string Paid = "IsPaid";

    /// <summary><c>answer.DateOfPurchase != null</c> → <c>answer.IsPaid</c>.</summary>
    public static ExpressionSyntax? ForDate(ExpressionSyntax test) => test switch
    {
        BinaryExpressionSyntax comparison => ForComparison(comparison),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } access => Ask(access.Expression, isMet: true, test),
        IsPatternExpressionSyntax match when IsThere(match.Pattern) is { } isMet => Ask(match.Expression, isMet, test) ?? ForProperty(match),
        IsPatternExpressionSyntax match => ForProperty(match),
        _ => null,
    };

    private static ExpressionSyntax? ForComparison(BinaryExpressionSyntax comparison)
    {
        (ExpressionSyntax date, ExpressionSyntax other, SyntaxKind kind) = (comparison.Left, comparison.Right, comparison.Kind());

        if (IsNothing(date) || IsBound(date))
            (date, other, kind) = (other, date, Mirrored(kind));

        bool? isMet = kind switch
        {
            SyntaxKind.NotEqualsExpression when IsNothing(other) => true,
            SyntaxKind.EqualsExpression when IsNothing(other) => false,
            SyntaxKind.IsExpression => true,

            // Whatever has been bought has been bought after the beginning of time, and before now.
            SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression when Names(other, "MinValue") => true,
            SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression when Names(other, "UtcNow") || Names(other, "Now") => true,
            _ => null,
        };

        return isMet is { } known ? Ask(date, known, comparison) : null;
    }

    /// <summary><c>answer is { DateOfPurchase: not null }</c> → <c>answer is { IsPaid: true }</c>.</summary>
    private static IsPatternExpressionSyntax? ForProperty(IsPatternExpressionSyntax match)
    {
        SubpatternSyntax[] dates = [.. match.Pattern.DescendantNodes().OfType<SubpatternSyntax>().Where(static property => NameOf(property) is { Identifier.ValueText: Date })];

        if (dates.Length != 1 || IsThere(dates[0].Pattern) is not { } isMet)
            return null;

        PatternSyntax value = SyntaxFactory.ConstantPattern(SyntaxFactory.LiteralExpression(isMet ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression));
        SimpleNameSyntax name = NameOf(dates[0])!;
        SubpatternSyntax property = dates[0].ReplaceNode(name, SyntaxFactory.IdentifierName(Paid).WithTriviaFrom(name));
        return match.ReplaceNode(dates[0], property.WithPattern(value.WithTriviaFrom(dates[0].Pattern)));
    }

    private static ExpressionSyntax? Ask(ExpressionSyntax date, bool isMet, ExpressionSyntax test) => AnswerExpression.Ask(date, Date, Paid, isMet, test);

    private static SimpleNameSyntax? NameOf(SubpatternSyntax property) => property switch
    {
        { NameColon.Name: var name } => name,
        { ExpressionColon: ExpressionColonSyntax { Expression: MemberAccessExpressionSyntax access } } => access.Name,
        _ => null,
    };

    /// <summary>Whether the pattern matches what is there, or what is not; null where it asks for more, or names what it matches.</summary>
    private static bool? IsThere(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: var constant } when IsNothing(constant) => false,
        UnaryPatternSyntax { Pattern: var negated } when IsThere(negated) is { } isMet => !isMet,
        RecursivePatternSyntax { Type: null, Designation: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 } => true,
        _ => null,
    };

    private static bool IsNothing(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression) || expression.IsKind(SyntaxKind.DefaultLiteralExpression);

    private static bool IsBound(ExpressionSyntax expression) => Names(expression, "MinValue") || Names(expression, "UtcNow") || Names(expression, "Now");

    private static bool Names(ExpressionSyntax expression, string name) =>
        expression is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText == name
        && access.Expression is IdentifierNameSyntax { Identifier.ValueText: "DateTimeOffset" or "DateTime" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DateTimeOffset" or "DateTime" };

    private static SyntaxKind Mirrored(SyntaxKind kind) => kind switch
    {
        SyntaxKind.GreaterThanExpression => SyntaxKind.LessThanExpression,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.LessThanExpression => SyntaxKind.GreaterThanExpression,
        SyntaxKind.LessThanOrEqualExpression => SyntaxKind.GreaterThanOrEqualExpression,
        _ => kind,
    };
}
