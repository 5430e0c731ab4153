using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>The statuses, named as <c>Unpaid</c> is named at hand: by the enumeration, by its members alone, or by Figma's own words.</summary>
internal static class StatusName
{
    /// <summary>The statuses that grant.</summary>
    public static readonly IReadOnlyList<string> Granting = ["Paid", "Trial"];

    /// <summary>Whether the expression names <c>Unpaid</c>.</summary>
    public static bool IsUnpaid(ExpressionSyntax expression) => Names(expression, "Unpaid");

    /// <summary>Whether the expression names the status.</summary>
    public static bool Names(ExpressionSyntax expression, string status) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == status,
        IdentifierNameSyntax name => name.Identifier.ValueText == status,
        LiteralExpressionSyntax literal => literal.Token.ValueText.Equals(status, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Another status, named as <c>Unpaid</c> is.</summary>
    public static ExpressionSyntax Like(ExpressionSyntax unpaid, string status) => unpaid switch
    {
        MemberAccessExpressionSyntax access => access.WithName(SyntaxFactory.IdentifierName(status)).WithoutTrivia(),
        LiteralExpressionSyntax => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(status.ToUpperInvariant())),
        _ => SyntaxFactory.IdentifierName(status),
    };

    /// <summary><c>Paid or Trial</c>.</summary>
    public static PatternSyntax Granted(ExpressionSyntax unpaid) => Pattern(unpaid, Granting);

    /// <summary>The statuses as a pattern; there is one at least.</summary>
    public static PatternSyntax Pattern(ExpressionSyntax unpaid, IEnumerable<string> statuses) => statuses
        .Select(status => (PatternSyntax)SyntaxFactory.ConstantPattern(Like(unpaid, status)))
        .Aggregate(static (left, right) => SyntaxFactory.BinaryPattern(
            SyntaxKind.OrPattern,
            left.WithTrailingTrivia(SyntaxFactory.Space),
            AnswerExpression.Keyword(SyntaxKind.OrKeyword),
            right));

    /// <summary>Whether the file's language has patterns that are joined.</summary>
    public static bool HasPatterns(SyntaxNode node) => ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9;
}
