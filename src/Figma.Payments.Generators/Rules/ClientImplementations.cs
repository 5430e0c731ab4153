using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <summary>The interfaces that types of a compilation implement, other than the generated clients. A call to such an interface might reach a decorator, a cache or a fake instead of Figma.</summary>
/// <remarks>It reads the types of the compilation once, and only if a call is about to be reported.</remarks>
internal sealed class ClientImplementations
{
    private static readonly ConditionalWeakTable<Compilation, ClientImplementations> All = new();

    private readonly HashSet<ISymbol> _implemented;

    private ClientImplementations(Compilation compilation) => _implemented = new(
        compilation.Assembly.GlobalNamespace.FindTypes()
            .Where(static type => type.TypeKind is TypeKind.Class or TypeKind.Struct && !LibrarySymbols.IsGenerated(type))
            .SelectMany(static type => type.AllInterfaces)
            .Select(static implemented => implemented.OriginalDefinition),
        SymbolEqualityComparer.Default);

    /// <summary>Determines whether the compilation might implement the interface that a call is made through, or one that a type parameter is constrained to.</summary>
    public static bool Contain(ITypeSymbol? receiver, Compilation compilation) => receiver switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Interface } type => All.GetValue(compilation, static key => new ClientImplementations(key))._implemented.Contains(type.OriginalDefinition),
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(constraint => Contain(constraint, compilation)),
        _ => false,
    };
}
