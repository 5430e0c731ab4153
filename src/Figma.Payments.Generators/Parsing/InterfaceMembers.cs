using System.Collections.Generic;
using System.Collections.Immutable;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Finds the members that a client must implement: the abstract members of the interface and those that it inherits.</summary>
internal static class InterfaceMembers
{
    public static List<ISymbol> FindAbstract(INamedTypeSymbol type, ProblemList problems)
    {
        ImmutableArray<ISymbol> own = type.GetMembers();
        List<ISymbol> members = new(own.Length);
        Collect(own, type, members, problems);

        foreach (INamedTypeSymbol inherited in type.AllInterfaces)
            Collect(inherited.GetMembers(), type, members, problems);

        return members;
    }

    private static void Collect(ImmutableArray<ISymbol> declaredMembers, INamedTypeSymbol type, List<ISymbol> members, ProblemList problems)
    {
        foreach (ISymbol declared in declaredMembers)
        {
            if (!declared.IsAbstract || IsAccessor(declared) || declared is INamedTypeSymbol || IsImplementedIn(type, declared))
                continue;

            // An abstract explicit implementation removes the body of a base interface's method, which must then be implemented.
            ISymbol member = declared is IMethodSymbol { ExplicitInterfaceImplementations: [IMethodSymbol origin, ..] } ? origin : declared;
            members.Add(member);

            if (FindProblem(member) is { } reason)
                problems.Add(Descriptors.InterfaceMustContainOnlyClientMethods, Target(member, type), type.Name, reason);
        }
    }

    /// <summary>Returns the reason why an inherited member that the project can't change prevents the client, and how to fix the interface.</summary>
    public static string FindForeignProblem(ISymbol member) =>
        $"it inherits '{member.Name}' of '{member.ContainingType.Name}', which isn't a client method; implement '{member.Name}' in the interface, or don't inherit '{member.ContainingType.Name}'";

    public static bool IsForeign(ISymbol member) => member.DeclaringSyntaxReferences.IsEmpty;

    private static string? FindProblem(ISymbol member) => member switch
    {
        IMethodSymbol { IsStatic: false, IsGenericMethod: false } => null,
        _ when IsForeign(member) => FindForeignProblem(member),
        { IsStatic: true } => $"'{member.Name}' is static and abstract; declare an instance method instead",
        IMethodSymbol { IsGenericMethod: true } => $"the method '{member.Name}' is generic; remove its type parameters",
        IPropertySymbol => $"'{member.Name}' is a property; declare a method instead",
        IEventSymbol => $"'{member.Name}' is an event, which the API doesn't provide; declare a method instead",
        _ => null,
    };

    private static bool IsAccessor(ISymbol member) => member is IMethodSymbol { AssociatedSymbol: not null };

    /// <summary>Determines whether a derived interface implements an inherited member.</summary>
    private static bool IsImplementedIn(INamedTypeSymbol type, ISymbol member) =>
        !SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
        && type.FindImplementationForInterfaceMember(member) is { IsAbstract: false };

    /// <summary>Gets the symbol to report: the member if the annotated interface declares it, otherwise the interface.</summary>
    public static ISymbol Target(ISymbol member, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, type) ? member : type;
}
