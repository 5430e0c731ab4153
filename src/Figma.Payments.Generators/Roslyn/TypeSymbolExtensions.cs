using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Extension methods that classify types.</summary>
internal static class TypeSymbolExtensions
{
    /// <summary>Determines whether the type has a name and is in a namespace, whose parts are given from the innermost to the outermost.</summary>
    public static bool Is(this ITypeSymbol? type, string name, params string[] parts) =>
        type is { ContainingType: null } && type.Name == name && type.ContainingNamespace.IsNamed(parts);

    /// <summary>Determines whether the namespace has a name, whose parts are given from the innermost to the outermost.</summary>
    public static bool IsNamed(this INamespaceSymbol? space, params string[] parts)
    {
        foreach (string part in parts)
        {
            if (space is null || space.Name != part)
                return false;

            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }

    /// <summary>Returns the types of a namespace or a type, also the nested ones.</summary>
    public static IEnumerable<INamedTypeSymbol> FindTypes(this INamespaceOrTypeSymbol container) => container.GetTypeMembers()
        .SelectMany(static type => type.FindTypes().Prepend(type))
        .Concat(container is INamespaceSymbol space ? space.GetNamespaceMembers().SelectMany(FindTypes) : []);

    /// <summary>Determines whether .NET, ASP.NET Core or another library of Microsoft declares the type.</summary>
    public static bool IsOfPlatform(this INamedTypeSymbol type)
    {
        // A type without a name, as in "new List<>()", is in no namespace.
        INamespaceSymbol? space = type.ContainingNamespace;

        while (space is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;

        return space?.Name is "System" or "Microsoft" && type.DeclaringSyntaxReferences.IsEmpty;
    }

    /// <summary>Determines whether the type is <see cref="System.Nullable{T}"/>.</summary>
    public static bool IsNullableValue(this ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Determines whether a value of the type is never null.</summary>
    public static bool IsNonNullableValue(this ITypeSymbol? type) =>
        type is { IsValueType: true, TypeKind: not TypeKind.Error } && !type.IsNullableValue();

    /// <summary>Returns the underlying type of a nullable value type, or the type itself.</summary>
    public static ITypeSymbol? WithoutNullable(this ITypeSymbol? type) => type.IsNullableValue() ? ((INamedTypeSymbol)type!).TypeArguments[0] : type;

    /// <summary>Determines whether the type is <see langword="bool"/> or <c>bool?</c>.</summary>
    public static bool IsBoolean(this ITypeSymbol? type) => type.WithoutNullable()?.SpecialType == SpecialType.System_Boolean;

    /// <summary>Determines whether a value of the type can be a string.</summary>
    public static bool CanBeString(this ITypeSymbol? type) => type is null
        or { SpecialType: SpecialType.System_String or SpecialType.System_Object }
        or { TypeKind: TypeKind.TypeParameter or TypeKind.Error or TypeKind.Dynamic or TypeKind.Interface };

    /// <summary>Determines whether the type is <see cref="System.Exception"/> or derives from it.</summary>
    public static bool IsException(this ITypeSymbol? type) => type.WithBaseTypes().Any(static each => each.Is("Exception", "System"));

    /// <summary>Returns the type and its base types, from the derived to the base.</summary>
    public static IEnumerable<ITypeSymbol> WithBaseTypes(this ITypeSymbol? type)
    {
        for (ITypeSymbol? each = type; each is not null; each = each.BaseType)
            yield return each;
    }
}
