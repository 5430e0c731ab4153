using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Validation;

/// <summary>The type names of a compilation that its clients must not conflict with. Each namespace is searched once for all clients.</summary>
internal sealed class ProjectNames
{
    private static readonly ConditionalWeakTable<Compilation, ProjectNames> All = new();

    private readonly ConcurrentDictionary<INamespaceOrTypeSymbol, HashSet<string>> _differingOnlyByCase = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamespaceSymbol, Dictionary<string, List<INamedTypeSymbol>>> _registered = new(SymbolEqualityComparer.Default);

    private ProjectNames(Compilation compilation)
    {
        HasHttpClientFactory = compilation.HasHttpClientFactory();
        HasGate = HasHttpClientFactory && compilation.HasGate();
    }

    public bool HasHttpClientFactory { get; }

    public bool HasGate { get; }

    public static ProjectNames Get(Compilation compilation) => All.GetValue(compilation, static created => new ProjectNames(created));

    /// <summary>Determines whether the name of a symbol, or of one of its containers, differs only by case from that of a sibling.</summary>
    public bool DiffersOnlyByCase(ISymbol symbol)
    {
        while (symbol.GetContainer() is { } container)
        {
            if (_differingOnlyByCase.GetOrAdd(container, FindNamesThatDifferOnlyByCase).Contains(symbol.Name))
                return true;

            symbol = container;
        }

        return false;
    }

    /// <summary>Gets the interfaces in a namespace, including nested ones, whose registration class would have the specified name if they were annotated.</summary>
    public IReadOnlyList<INamedTypeSymbol> FindInterfacesRegisteredBy(string className, INamespaceSymbol space) =>
        _registered.GetOrAdd(space, FindRegistered).TryGetValue(className, out List<INamedTypeSymbol>? found) ? found : [];

    private static HashSet<string> FindNamesThatDifferOnlyByCase(INamespaceOrTypeSymbol container)
    {
        Dictionary<string, string> seen = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> found = [];

        foreach (ISymbol member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol)
                continue;

            if (!seen.TryGetValue(member.Name, out string? other))
            {
                seen.Add(member.Name, member.Name);
            }
            else if (other != member.Name)
            {
                found.Add(other);
                found.Add(member.Name);
            }
        }

        return found;
    }

    private static Dictionary<string, List<INamedTypeSymbol>> FindRegistered(INamespaceSymbol space)
    {
        Dictionary<string, List<INamedTypeSymbol>> found = [];
        AddRegistered(found, space, "");
        return found;
    }

    private static void AddRegistered(Dictionary<string, List<INamedTypeSymbol>> found, INamespaceOrTypeSymbol container, string containingTypes)
    {
        // GetTypeMembers() would sort the types again on each call.
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is not INamedTypeSymbol type)
                continue;

            if (type.TypeKind == TypeKind.Interface)
            {
                string className = ClientNaming.GetRegistrationClassName(containingTypes, type.Name);

                if (!found.TryGetValue(className, out List<INamedTypeSymbol>? interfaces))
                    found.Add(className, interfaces = []);

                interfaces.Add(type);
            }

            if (!type.GetTypeMembers().IsEmpty)
                AddRegistered(found, type, containingTypes + type.Name);
        }
    }
}
