using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Creates the expression that a fix passes as a resource ID: a value in scope, otherwise a placeholder that isn't a valid ID.</summary>
internal static class ResourceIdExpression
{
    /// <summary>Creates the expression, or returns null if there is no value in scope and no placeholder: every number could be a valid ID.</summary>
    public static ExpressionSyntax? Create(IParameterSymbol parameter, SemanticModel model, int position)
    {
        ITypeSymbol type = parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0]
            : parameter.Type;

        return FindInScope(parameter, type, model, position) is { } name
            ? SyntaxFactory.IdentifierName(name)
            : Placeholder(parameter, type);
    }

    /// <summary>Finds the only value in scope that has the type of the ID and can't be null. Strings and numbers must have the name of the parameter.</summary>
    private static string? FindInScope(IParameterSymbol parameter, ITypeSymbol type, SemanticModel model, int position)
    {
        bool hasInstance = HasInstance(model, position);

        ImmutableArray<string> names = model.LookupSymbols(position)
            .Where(symbol => HasType(symbol, type, position) && (hasInstance || symbol is ILocalSymbol or IParameterSymbol || symbol.IsStatic))
            .Select(static symbol => symbol.Name)
            .ToImmutableArray();

        if (names.Contains(parameter.Name))
            return parameter.Name;

        return type.SpecialType == SpecialType.None && names.Length == 1 ? names[0] : null;
    }

    private static bool HasType(ISymbol symbol, ITypeSymbol type, int position)
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

    // Instance members are also found in static methods and initializers, which can't use them.
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
        if (PlaceholderText(parameter) is not { } placeholder)
            return null;

        ExpressionSyntax text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(placeholder));

        if (type.SpecialType == SpecialType.System_String)
            return text;

        if (type.SpecialType != SpecialType.None)
            return null;

        return SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            TypeSyntaxFactory.Parse(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(text))),
            initializer: null);
    }

    /// <summary>Gets a text with white space, which is never a valid ID, or null if the parameter accepts a resource of any type.</summary>
    private static string? PlaceholderText(IParameterSymbol parameter) => ParameterParser.TryParse(parameter, out _)?.Role switch
    {
        PaymentsRole.CommunityFileId => "your Community file ID",
        PaymentsRole.PluginId => "your plugin ID",
        PaymentsRole.WidgetId => "your widget ID",
        _ => null,
    };
}
