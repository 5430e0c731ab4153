using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>The methods whose callers specify exactly one resource ID, because the rules check the calls.</summary>
internal static class CallerContract
{
    /// <summary>Returns the resource parameters of a marked method, of a method that implements a client method or a marked one, or of an override of either, or null for any other method.</summary>
    public static ResourceParameters? Find(IMethodSymbol method)
    {
        if (ResourceParameters.FindMarked(method) is { } marked)
            return marked;

        for (IMethodSymbol? each = method; each is not null; each = each.OverriddenMethod)
        {
            foreach (IMethodSymbol implemented in FindImplemented(each))
            {
                if (FindChecked(implemented, each.ContainingType) is { } resources)
                    return resources;
            }
        }

        return null;
    }

    private static IEnumerable<IMethodSymbol> FindImplemented(IMethodSymbol method) => method.ExplicitInterfaceImplementations.Concat(method.ContainingType.AllInterfaces
        .SelectMany(type => type.GetMembers(method.Name))
        .OfType<IMethodSymbol>()
        .Where(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));

    /// <summary>Returns the resource parameters of a method of an interface, or null if its calls aren't checked. A client method can be inherited from an interface without the attribute.</summary>
    private static ResourceParameters? FindChecked(IMethodSymbol member, INamedTypeSymbol implementing) =>
        ResourceParameters.FindMarked(member) ?? implementing.AllInterfaces.Select(receiver => ResourceParameters.Find(member.OriginalDefinition, receiver)).FirstOrDefault(static found => found is not null);
}
