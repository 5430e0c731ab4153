using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Rewrites tests of the date of purchase as tests of a property such as <c>IsPaid</c>. Returns null if a test can have another meaning.</summary>
internal static class DateTestRewriter
{
    private const string Date = "DateOfPurchase";

    /// <summary><c>information.DateOfPurchase != null</c> → <c>information.IsPaid</c>.</summary>
    public static ExpressionSyntax? Rewrite(ExpressionSyntax test, string property) => test switch
    {
        BinaryExpressionSyntax comparison => RewriteComparison(comparison, property),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } access => PropertyRewriter.Rewrite(access.Expression, Date, property, isMet: true, test),
        IsPatternExpressionSyntax match when MatchesDate(match.Pattern) is { } isMet => PropertyRewriter.Rewrite(match.Expression, Date, property, isMet, test) ?? RewritePropertyPattern(match, property),
        IsPatternExpressionSyntax match => RewritePropertyPattern(match, property),
        _ => null,
    };

    private static ExpressionSyntax? RewriteComparison(BinaryExpressionSyntax comparison, string property)
    {
        (ExpressionSyntax date, ExpressionSyntax other, SyntaxKind kind) = (comparison.Left, comparison.Right, comparison.Kind());

        if (IsNullOrDefault(date) || IsBound(date))
            (date, other, kind) = (other, date, Mirrored(kind));

        bool? isMet = kind switch
        {
            SyntaxKind.NotEqualsExpression when IsNullOrDefault(other) => true,
            SyntaxKind.EqualsExpression when IsNullOrDefault(other) => false,
            SyntaxKind.IsExpression => true,

            // Every date of purchase is after MinValue and before now.
            SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression when IsDateProperty(other, "MinValue") => true,
            SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression when IsDateProperty(other, "UtcNow") || IsDateProperty(other, "Now") => true,
            _ => null,
        };

        return isMet is { } known ? PropertyRewriter.Rewrite(date, Date, property, known, comparison) : null;
    }

    /// <summary><c>information is { DateOfPurchase: not null }</c> → <c>information is { IsPaid: true }</c>.</summary>
    private static IsPatternExpressionSyntax? RewritePropertyPattern(IsPatternExpressionSyntax match, string paid)
    {
        SubpatternSyntax[] dates = [.. match.Pattern.DescendantNodes().OfType<SubpatternSyntax>().Where(static property => FindName(property) is { Identifier.ValueText: Date })];

        if (dates.Length != 1 || MatchesDate(dates[0].Pattern) is not { } isMet)
            return null;

        PatternSyntax value = SyntaxFactory.ConstantPattern(SyntaxFactory.LiteralExpression(isMet ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression));
        SimpleNameSyntax name = FindName(dates[0])!;
        SubpatternSyntax property = dates[0].ReplaceNode(name, SyntaxFactory.IdentifierName(paid).WithTriviaFrom(name));
        return match.ReplaceNode(dates[0], property.WithPattern(value.WithTriviaFrom(dates[0].Pattern)));
    }

    private static SimpleNameSyntax? FindName(SubpatternSyntax property) => property switch
    {
        { NameColon.Name: var name } => name,
        { ExpressionColon: ExpressionColonSyntax { Expression: MemberAccessExpressionSyntax access } } => access.Name,
        _ => null,
    };

    /// <summary>Determines whether the pattern matches every date (true) or null (false). Returns null if it matches some dates, or declares a variable.</summary>
    private static bool? MatchesDate(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: var constant } when IsNullOrDefault(constant) => false,
        UnaryPatternSyntax { Pattern: var negated } when MatchesDate(negated) is { } isMet => !isMet,
        RecursivePatternSyntax { Type: null, Designation: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 } => true,
        _ => null,
    };

    private static bool IsNullOrDefault(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression) || expression.IsKind(SyntaxKind.DefaultLiteralExpression);

    private static bool IsBound(ExpressionSyntax expression) => IsDateProperty(expression, "MinValue") || IsDateProperty(expression, "UtcNow") || IsDateProperty(expression, "Now");

    private static bool IsDateProperty(ExpressionSyntax expression, string name) =>
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
