using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Compares the signatures that the overloads of a method have after Fix All has changed all of them.</summary>
internal static class Overloads
{
    /// <summary>
    /// Determines whether the changed signature of a method is that of an overload, or the changed signature of an overload that is declared before the method.
    /// Of two methods with the same changed signature, only the first is changed.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="change">Returns the parameter types of a method after Fix All.</param>
    public static bool WouldClash(IMethodSymbol method, Func<IMethodSymbol, IEnumerable<string>> change)
    {
        string[] changed = [.. change(method)];
        bool isBefore = true;

        foreach (IMethodSymbol other in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(other, method))
                isBefore = false;
            else if (changed.SequenceEqual(other.Parameters.Select(TypeName)) || (isBefore && changed.SequenceEqual(change(other))))
                return true;
        }

        return false;
    }

    /// <summary>Gets the type of a parameter as its signature contains it.</summary>
    public static string TypeName(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
