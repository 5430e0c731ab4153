using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <summary>The interfaces that types of a compilation implement, other than the generated clients. A call to such an interface might reach a decorator, a cache or a fake instead of Figma.</summary>
/// <remarks>It reads the types of the compilation once, and only if a call is about to be reported.</remarks>
internal sealed class ClientImplementations
{
    private static readonly ConditionalWeakTable<Compilation, ClientImplementations> All = new();

    private readonly HashSet<INamedTypeSymbol> _implemented = new(SymbolEqualityComparer.Default);

    private ClientImplementations(Compilation compilation) => ReadTypes(compilation.Assembly.GlobalNamespace);

    /// <summary>Determines whether the compilation might implement the interface that a call is made through.</summary>
    public static bool Contain(ITypeSymbol? receiver, Compilation compilation) =>
        receiver is INamedTypeSymbol { TypeKind: TypeKind.Interface } type && All.GetValue(compilation, static key => new ClientImplementations(key))._implemented.Contains(type.OriginalDefinition);

    private void ReadTypes(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type && !LibrarySymbols.IsGenerated(type))
            {
                foreach (INamedTypeSymbol implemented in type.AllInterfaces)
                    _implemented.Add(implemented.OriginalDefinition);
            }

            if (member is INamespaceOrTypeSymbol inner)
                ReadTypes(inner);
        }
    }
}
