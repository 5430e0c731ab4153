using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>What a fix writes as an id: one that is at hand, else a placeholder that stands out.</summary>
internal static class ResourceExpression
{
    /// <summary>Null where there is nothing at hand and no placeholder that would stand out: a number is one like any other.</summary>
    public static ExpressionSyntax? For(IParameterSymbol parameter, SemanticModel model, int position)
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
        bool hasInstance = HasInstance(model, position);

        ImmutableArray<string> names = model.LookupSymbols(position)
            .Where(symbol => IsValueOf(symbol, type, position) && (hasInstance || symbol is ILocalSymbol or IParameterSymbol || symbol.IsStatic))
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

    // Names of an instance are in scope in static methods and in initializers too, and cannot be used there.
    private static bool HasInstance(SemanticModel model, int position)
    {
        ISymbol? enclosing = model.GetEnclosingSymbol(position);

        while (enclosing is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            enclosing = enclosing.ContainingSymbol;

        return enclosing is IMethodSymbol { IsStatic: false };
    }

    private static bool IsDeclaredBefore(ILocalSymbol local, int position) =>
        local.DeclaringSyntaxReferences.All(reference => reference.Span.End <= position);

    private static ExpressionSyntax? Placeholder(IParameterSymbol parameter, ITypeSymbol type)
    {
        if (Words(parameter) is not { } words)
            return null;

        ExpressionSyntax text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("the " + words));

        if (type.SpecialType == SpecialType.System_String)
            return text;

        if (type.SpecialType != SpecialType.None)
            return null;

        TypeSyntax name = SyntaxFactory.ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            .WithAdditionalAnnotations(Simplifier.Annotation);

        return SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            name,
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(text))),
            initializer: null);
    }

    /// <summary>White space in it, so that it can never pass for an id; null for a resource of any kind, which no text makes.</summary>
    private static string? Words(IParameterSymbol parameter) => ParameterParser.TryParse(parameter, out _)?.Role switch
    {
        PaymentsRole.CommunityFileId => "Community file's id",
        PaymentsRole.PluginId => "plugin's id",
        PaymentsRole.WidgetId => "widget's id",
        _ => null,
    };
}
