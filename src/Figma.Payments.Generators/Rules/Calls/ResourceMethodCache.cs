using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Caches the methods of a compilation whose calls must specify exactly one resource ID.</summary>
internal sealed class ResourceMethodCache
{
    private readonly ConcurrentDictionary<(IMethodSymbol Method, ITypeSymbol? Receiver), ResourceParameters?> _known = new(CallComparer.Instance);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the resource parameters of a called method, or null if its calls aren't checked.</summary>
    public ResourceParameters? Find(IMethodSymbol method, ITypeSymbol? receiver)
    {
        // Called for each call of a compilation: other calls must not allocate or resolve anything.
        if (method.Parameters.Length == 0 || !_assemblies.GetOrAdd(method.ContainingAssembly, KnowsLibrary))
            return null;

        return _known.GetOrAdd((method.OriginalDefinition, ResourceParameters.CanBeClientMethod(method) ? receiver : null), static key =>
            ResourceParameters.Find(key.Method, key.Receiver) ?? ResourceParameters.FindMarked(key.Method));
    }

    /// <summary>Determines whether an assembly can contain a client or a marked method.</summary>
    private static bool KnowsLibrary(IAssemblySymbol assembly) =>
        assembly is ISourceAssemblySymbol
        || assembly.Name == KnownNames.LibraryNamespace
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
