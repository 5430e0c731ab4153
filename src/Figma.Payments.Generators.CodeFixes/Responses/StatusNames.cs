using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Names payment statuses in the form in which the code names <c>Unpaid</c>: an enumeration member with or without its type, or the text of the API.</summary>
internal static class StatusNames
{
    private static readonly SyntaxAnnotation Created = new();

    /// <summary>Determines whether the expression names <c>Unpaid</c>.</summary>
    public static bool IsUnpaid(ExpressionSyntax expression) => Names(expression, "Unpaid");

    /// <summary>Determines whether the expression names the status.</summary>
    public static bool Names(ExpressionSyntax expression, string status) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == status,
        IdentifierNameSyntax name => name.Identifier.ValueText == status,
        LiteralExpressionSyntax literal => literal.Token.ValueText.Equals(status, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Creates the name of a status in the form of <paramref name="unpaid"/>.</summary>
    public static ExpressionSyntax Create(ExpressionSyntax unpaid, string status) => unpaid switch
    {
        MemberAccessExpressionSyntax access => access.WithName(SyntaxFactory.IdentifierName(status)).WithoutTrivia().WithAdditionalAnnotations(Created),
        LiteralExpressionSyntax => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(status.ToUpperInvariant())),
        _ => SyntaxFactory.IdentifierName(status).WithAdditionalAnnotations(Created),
    };

    /// <summary>Determines whether each created name in a replacement means the status. Another member can have the same name.</summary>
    public static bool AreStatuses(SyntaxNode replacement, SemanticModel model, int position) => replacement.GetAnnotatedNodes(Created).All(name =>
        model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(name.ToString()), SpeculativeBindingOption.BindAsExpression).Symbol is IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type }
        && type.IsOfLibrary("PaymentStatus"));

    /// <summary>Creates a pattern that matches the statuses, of which there must be at least one.</summary>
    public static PatternSyntax CreatePattern(ExpressionSyntax unpaid, IEnumerable<string> statuses) => statuses
        .Select(status => (PatternSyntax)SyntaxFactory.ConstantPattern(Create(unpaid, status)))
        .Aggregate(static (left, right) => SyntaxFactory.BinaryPattern(
            SyntaxKind.OrPattern,
            left.WithTrailingTrivia(SyntaxFactory.Space),
            PropertyRewriter.Keyword(SyntaxKind.OrKeyword),
            right));

    /// <summary>Determines whether the language version of the file has <c>or</c> patterns.</summary>
    public static bool SupportsOrPatterns(SyntaxNode node) => ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9;
}
