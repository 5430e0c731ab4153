using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>The parameters of a method of which a call supplies exactly one.</summary>
/// <param name="Ordinals">Where they stand in the method.</param>
/// <param name="Names">What they are called, in the same order.</param>
internal sealed record ResourceParameters(ImmutableArray<int> Ordinals, ImmutableArray<string> Names)
{
    /// <summary>The parameters, where a call of the method may be wrong; null where it cannot, or where it is none of ours.</summary>
    public static ResourceParameters? Find(IMethodSymbol method, ITypeSymbol? receiver) =>
        FindClientMethod(method, receiver) is { } clientMethod && !IsPinned(clientMethod.ContainingType) && !IsPinned(receiver) ? Read(clientMethod) : null;

    /// <summary>The ids of a method of one's own that is marked <c>[ExactlyOneResource]</c>, where a call of it may be wrong; else null.</summary>
    public static ResourceParameters? FindMarked(IMethodSymbol method) => LibrarySymbols.IsMarkedExactlyOne(method) ? ReadResourceIds(method) : null;

    /// <summary>The parameters of any method that are ids, by the same reading as a client's; null where none can be left out.</summary>
    public static ResourceParameters? ReadResourceIds(IMethodSymbol method) => Read(method, isOwn: true);

    /// <summary>The interface's method that a call asks through: the interface, one derived from it, or the generated class.</summary>
    public static IMethodSymbol? FindClientMethod(IMethodSymbol method, ITypeSymbol? receiver)
    {
        INamedTypeSymbol declaring = method.ContainingType;

        // A method with a body of its own is the developer's, whatever its parameters are called.
        if (declaring.TypeKind == TypeKind.Interface)
            return method.IsAbstract && (LibrarySymbols.IsClientInterface(declaring) || IsCalledThroughClient(receiver, declaring)) ? method : null;

        if (!LibrarySymbols.IsGeneratedClient(declaring))
            return null;

        foreach (INamedTypeSymbol implemented in declaring.AllInterfaces)
        {
            foreach (ISymbol member in implemented.GetMembers(method.Name))
            {
                if (member is IMethodSymbol clientMethod
                    && SymbolEqualityComparer.Default.Equals(declaring.FindImplementationForInterfaceMember(clientMethod), method))
                {
                    return clientMethod;
                }
            }
        }

        return null;
    }

    /// <summary>Whether an interface that is not annotated itself is called through an annotated one that inherits from it.</summary>
    private static bool IsCalledThroughClient(ITypeSymbol? receiver, INamedTypeSymbol declaring) => receiver switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(constraint => IsCalledThroughClient(constraint, declaring)),
        INamedTypeSymbol { TypeKind: TypeKind.Interface } type =>
            IsClientWith(type, declaring) || type.AllInterfaces.Any(inherited => IsClientWith(inherited, declaring)),
        _ => false,
    };

    private static bool IsClientWith(INamedTypeSymbol type, INamedTypeSymbol declaring) =>
        LibrarySymbols.IsClientInterface(type)
        && (SymbolEqualityComparer.Default.Equals(type, declaring) || type.AllInterfaces.Contains(declaring, SymbolEqualityComparer.Default));

    // Where a resource is pinned, an id beside it is wrong in the declaration (FPG1006), and no call can mend that.
    private static bool IsPinned(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } client
        && LibrarySymbols.FindClientAttributes(client).Any(static attribute => attribute.NamedArguments.Any(static argument => !argument.Value.IsNull));

    private static ResourceParameters? Read(IMethodSymbol clientMethod, bool isOwn = false)
    {
        ImmutableArray<int>.Builder ordinals = ImmutableArray.CreateBuilder<int>();
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        bool mayBeAbsent = false;

        foreach (IParameterSymbol parameter in clientMethod.Parameters)
        {
            if (ParameterParser.TryParse(parameter, out _) is not { } model)
            {
                // A method of one's own may take anything besides.
                if (isOwn)
                    continue;

                return null;
            }

            if (!model.Role.IsResource())
                continue;

            ordinals.Add(parameter.Ordinal);
            names.Add(parameter.Name);
            mayBeAbsent |= model.IsNullable;
        }

        // Where no id can be left out, the declaration is right (one) or has a rule of its own (several).
        return mayBeAbsent ? new ResourceParameters(ordinals.ToImmutable(), names.ToImmutable()) : null;
    }
}
