using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>The methods of a compilation whose calls supply exactly one id: each is read once.</summary>
internal sealed class ResourceMethodCache
{
    private readonly ConcurrentDictionary<(IMethodSymbol Method, ITypeSymbol? Receiver), ResourceParameters?> _known = new(CallComparer.Instance);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);

    /// <summary>The ids of a called method; null where it is none of those.</summary>
    public ResourceParameters? Find(IMethodSymbol method, ITypeSymbol? receiver)
    {
        // Asked for every call of a compilation: nothing is resolved and nothing allocated for what cannot be one.
        if (method.Parameters.Length == 0 || !_assemblies.GetOrAdd(method.ContainingAssembly, KnowsLibrary))
            return null;

        return _known.GetOrAdd((method.OriginalDefinition, CanBeClientMethod(method) ? receiver : null), static key =>
            (CanBeClientMethod(key.Method) ? ResourceParameters.Find(key.Method, key.Receiver) : null) ?? ResourceParameters.FindMarked(key.Method));
    }

    private static bool CanBeClientMethod(IMethodSymbol method) =>
        method is { IsStatic: false, Parameters.Length: >= 2, ReturnType: INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" } };

    /// <summary>Whether an assembly can have a client or a marked method at all.</summary>
    private static bool KnowsLibrary(IAssemblySymbol assembly) =>
        assembly is ISourceAssemblySymbol
        || assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == KnownNames.LibraryNamespace));

    private sealed class CallComparer : IEqualityComparer<(IMethodSymbol Method, ITypeSymbol? Receiver)>
    {
        public static readonly CallComparer Instance = new();

        public bool Equals((IMethodSymbol Method, ITypeSymbol? Receiver) x, (IMethodSymbol Method, ITypeSymbol? Receiver) y) =>
            SymbolEqualityComparer.Default.Equals(x.Method, y.Method) && SymbolEqualityComparer.Default.Equals(x.Receiver, y.Receiver);

        public int GetHashCode((IMethodSymbol Method, ITypeSymbol? Receiver) key) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(key.Method) * 31) + SymbolEqualityComparer.Default.GetHashCode(key.Receiver));
    }
}
