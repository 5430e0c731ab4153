using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>What a fix writes as an id: one that is at hand, else a placeholder that stands out.</summary>
internal static class ResourceExpression
{
    public static ExpressionSyntax For(IParameterSymbol parameter, SemanticModel model, int position)
    {
        ITypeSymbol type = parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0]
            : parameter.Type;

        return FindAtHand(parameter, type, model, position) is { } name
            ? SyntaxFactory.IdentifierName(name)
            : Placeholder(parameter, type);
    }

    /// <summary>The one value in scope that cannot be null and has the id's own type; text and numbers only by the parameter's name.</summary>
    private static string? FindAtHand(IParameterSymbol parameter, ITypeSymbol type, SemanticModel model, int position)
    {
        ImmutableArray<string> names = model.LookupSymbols(position)
            .Where(symbol => IsValueOf(symbol, type, position))
            .Select(static symbol => symbol.Name)
            .ToImmutableArray();

        if (names.Contains(parameter.Name))
            return parameter.Name;

        return type.SpecialType == SpecialType.None && names.Length == 1 ? names[0] : null;
    }

    private static bool IsValueOf(ISymbol symbol, ITypeSymbol type, int position)
    {
        ITypeSymbol? own = symbol switch
        {
            ILocalSymbol local when IsDeclaredBefore(local, position) => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol { IsIndexer: false } property => property.Type,
            _ => null,
        };

        return own is not null && SymbolEqualityComparer.IncludeNullability.Equals(own, type.WithNullableAnnotation(own.NullableAnnotation))
            && own.NullableAnnotation != NullableAnnotation.Annotated;
    }

    private static bool IsDeclaredBefore(ILocalSymbol local, int position) =>
        local.DeclaringSyntaxReferences.All(reference => reference.Span.End <= position);

    private static ExpressionSyntax Placeholder(IParameterSymbol parameter, ITypeSymbol type)
    {
        if (type.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64)
            return SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0));

        ExpressionSyntax text = SyntaxFactory.LiteralExpression(
            SyntaxKind.StringLiteralExpression,
            SyntaxFactory.Literal("the " + Words(parameter.Name)));

        if (type.SpecialType == SpecialType.System_String)
            return text;

        TypeSyntax name = SyntaxFactory.ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            .WithAdditionalAnnotations(Simplifier.Annotation);

        return SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            name,
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(text))),
            initializer: null);
    }

    /// <summary><c>communityFileId</c> → <c>Community file's id</c>: white space, so that it can never pass for an id.</summary>
    private static string Words(string name) => name.Replace("_", "").ToUpperInvariant() switch
    {
        "COMMUNITYFILEID" => "Community file's id",
        "PLUGINID" => "plugin's id",
        "WIDGETID" => "widget's id",
        _ => "resource's id",
    };
}
