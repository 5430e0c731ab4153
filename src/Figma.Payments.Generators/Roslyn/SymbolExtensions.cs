using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Extension methods for symbols.</summary>
internal static class SymbolExtensions
{
    /// <summary>Gets the type that contains a symbol, or its namespace if no type does.</summary>
    public static INamespaceOrTypeSymbol? GetContainer(this ISymbol symbol) => (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;

    /// <summary>Determines whether code outside the containing types, in the same assembly, can name a type.</summary>
    public static bool IsVisibleInAssembly(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }
}
