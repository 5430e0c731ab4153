using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Extension methods for symbols.</summary>
internal static class SymbolExtensions
{
    /// <summary>Gets the type that contains a symbol, or its namespace if no type does.</summary>
    public static INamespaceOrTypeSymbol? GetContainer(this ISymbol symbol) => (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;

    /// <summary>Determines whether a member is declared in an extension block of C# 14, whose symbol is a type without a name.</summary>
    public static bool IsExtensionMember(this ISymbol member) => member.ContainingType is { Name.Length: 0, IsAnonymousType: false, TypeKind: not TypeKind.Error };

    /// <summary>Determines whether the extension block of a member declares its receiver without a modifier such as <c>ref</c>.</summary>
    public static bool TakesReceiverByValue(this ISymbol member) =>
        member.FindReceiverParameter() is { Modifiers.Count: 0 };

    /// <summary>Determines whether the extension block of a member declares its receiver with attributes.</summary>
    public static bool HasReceiverAttributes(this ISymbol member) => member.FindReceiverParameter() is { AttributeLists.Count: > 0 };

    private static ParameterSyntax? FindReceiverParameter(this ISymbol member) =>
        member.ContainingType.DeclaringSyntaxReferences is [{ } reference]
        && reference.GetSyntax().ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault() is { Parameters: [{ } parameter] } ? parameter : null;

    /// <summary>Determines whether a property of this compilation is a get-only auto-property, which returns the same value each time.</summary>
    public static bool IsGetOnlyAuto(this IPropertySymbol property) => property.SetMethod is null && property.IsAuto();

    /// <summary>Determines whether code that isn't in the same type can call a method. The callers of lambdas and local functions are in the same method.</summary>
    public static bool HasUnknownCallers(this IMethodSymbol method)
    {
        if (method.MethodKind is MethodKind.LambdaMethod or MethodKind.LocalFunction)
            return false;

        // An explicit implementation is called through the interface.
        if (!method.ExplicitInterfaceImplementations.IsEmpty)
            return method.ExplicitInterfaceImplementations.All(static implemented => IsVisibleOutside(implemented.ContainingType));

        return method.DeclaredAccessibility is not (Accessibility.Private or Accessibility.ProtectedAndInternal)
            && !(method.DeclaredAccessibility == Accessibility.Protected && IsClosed(method.ContainingType))
            && IsVisibleOutside(method.ContainingType);
    }

    // Only types of the project can derive from it.
    private static bool IsClosed(INamedTypeSymbol type) => type.IsSealed || type.InstanceConstructors.All(static constructor =>
        constructor.DeclaredAccessibility is Accessibility.Private or Accessibility.ProtectedAndInternal || IsCopyConstructor(constructor));

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor is { IsImplicitlyDeclared: true, ContainingType.IsRecord: true, Parameters: [{ Type: var copied }] } && SymbolEqualityComparer.Default.Equals(copied, constructor.ContainingType);

    /// <summary>Determines whether only the code of the outermost type that contains a member, or of its file, can use the member.</summary>
    public static bool IsEffectivelyPrivate(this ISymbol member)
    {
        for (ISymbol? each = member; each is not (null or INamespaceSymbol); each = each.ContainingSymbol)
        {
            if (each.DeclaredAccessibility == Accessibility.Private || each is INamedTypeSymbol { IsFileLocal: true })
                return true;
        }

        return false;
    }

    /// <summary>Gets the outermost type that contains a member.</summary>
    public static INamedTypeSymbol OutermostType(this ISymbol member)
    {
        INamedTypeSymbol type = member.ContainingType;

        while (type.ContainingType is { } outer)
            type = outer;

        return type;
    }

    private static bool IsVisibleOutside(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? each = type; each is not null; each = each.ContainingType)
        {
            if (each.IsFileLocal || each.DeclaredAccessibility is Accessibility.Private or Accessibility.ProtectedAndInternal
                || (each is { DeclaredAccessibility: Accessibility.Protected, ContainingType: { } outer } && IsClosed(outer)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Determines whether a property of this compilation is an auto-property, which returns the value that was assigned last.</summary>
    public static bool IsAuto(this IPropertySymbol property) =>
        property is { IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences: [{ } reference] }
        && property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property))

        // An accessor with a body that uses the keyword 'field' can do anything.
        && reference.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors }
        && accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });

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
