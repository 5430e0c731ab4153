using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Rewrites tests of the success of a result as tests of a property such as <c>IsPaid</c>. Returns null if a test can have another meaning.</summary>
internal static class SuccessTestRewriter
{
    private const string Success = "IsSuccess";
    private const string Information = "Information";
    private const string Error = "Error";

    /// <summary><c>result.IsSuccess</c> or <c>result.Information is not null</c> → <c>result.IsPaid</c>.</summary>
    public static ExpressionSyntax? Rewrite(ExpressionSyntax test, string property)
    {
        // The error can be null for a user who hasn't paid.
        if (UsesError(test))
            return null;

        return test switch
        {
            MemberAccessExpressionSyntax access => PropertyRewriter.Rewrite(access, Success, property, isMet: true, test),
            ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: Success } binding } access =>
                access.WithWhenNotNull(binding.WithName(SyntaxFactory.IdentifierName(property).WithTriviaFrom(binding.Name))),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => RewriteComparison(comparison, property),
            IsPatternExpressionSyntax match => RewriteMatch(match, property),
            _ => null,
        };
    }

    private static ExpressionSyntax? RewriteComparison(BinaryExpressionSyntax comparison, string property)
    {
        (ExpressionSyntax value, ExpressionSyntax other) = IsNull(comparison.Left) ? (comparison.Right, comparison.Left) : (comparison.Left, comparison.Right);

        return IsNull(other) ? RewriteNullTest(value, comparison.IsKind(SyntaxKind.EqualsExpression), property, comparison) : null;
    }

    private static ExpressionSyntax? RewriteMatch(IsPatternExpressionSyntax match, string property)
    {
        if (MatchesNull(match.Pattern) is { } isNull && RewriteNullTest(match.Expression, isNull, property, match) is { } rewritten)
            return rewritten;

        // result.Information is { } information → result.Information is { IsPaid: true } information
        if (match.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Information }
            && (match.Pattern is UnaryPatternSyntax { Pattern: var negated } ? negated : match.Pattern) is RecursivePatternSyntax { Type: null, PositionalPatternClause: null, Designation: not null, PropertyPatternClause: { Subpatterns.Count: 0 } clause })
        {
            return match.ReplaceNode(clause, CreateClause(property).WithTriviaFrom(clause));
        }

        SubpatternSyntax[] tests = [.. match.Pattern.DescendantNodes().OfType<SubpatternSyntax>().Where(static subpattern => subpattern.NameColon?.Name.Identifier.ValueText is Success or Information)];

        if (tests.Length != 1 || tests[0] is not { NameColon.Name: var name, Pattern: var pattern })
            return null;

        bool isTested = name.Identifier.ValueText == Success
            ? pattern is ConstantPatternSyntax { Expression: var constant } && constant.IsKind(SyntaxKind.TrueLiteralExpression)
            : MatchesNull(pattern) == false;

        return isTested
            ? match.ReplaceNode(tests[0], CreateClause(property).Subpatterns[0].WithTriviaFrom(tests[0]))
            : null;
    }

    /// <summary><c>result.Information != null</c> or <c>result.Error == null</c> → <c>result.IsPaid</c>.</summary>
    private static ExpressionSyntax? RewriteNullTest(ExpressionSyntax value, bool isNull, string property, ExpressionSyntax test) =>
        value is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } ? null
        : name == Information ? PropertyRewriter.Rewrite(value, Information, property, isMet: !isNull, test)
        : name == Error ? PropertyRewriter.Rewrite(value, Error, property, isMet: isNull, test)
        : null;

    /// <summary>Determines whether the pattern matches null (true) or everything else (false). Returns null if it has another meaning.</summary>
    private static bool? MatchesNull(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: var constant } when IsNull(constant) => true,
        UnaryPatternSyntax { Pattern: var negated } when MatchesNull(negated) is { } isNull => !isNull,
        RecursivePatternSyntax { Type: null, Designation: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 } => false,
        _ => null,
    };

    private static PropertyPatternClauseSyntax CreateClause(string property) =>
        SyntaxFactory.ParseExpression($"result is {{ {property}: true }}").DescendantNodes().OfType<PropertyPatternClauseSyntax>().Single();

    private static bool IsNull(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression);

    private static bool UsesError(ExpressionSyntax test) =>
        test.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == Error && !test.Span.Contains(name.Span) && name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax);
}
