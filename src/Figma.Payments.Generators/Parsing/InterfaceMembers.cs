using System.Collections.Generic;
using System.Collections.Immutable;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>The members that a client has to implement: the interface's own abstract methods and those it inherits.</summary>
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

            // A body that is taken away again: it is the base's method that has to be implemented.
            ISymbol member = declared is IMethodSymbol { ExplicitInterfaceImplementations: [IMethodSymbol origin, ..] } ? origin : declared;
            members.Add(member);

            if (FindProblem(member) is { } reason)
                problems.Add(Descriptors.InterfaceMustContainOnlyClientMethods, Target(member, type), type.Name, reason);
        }
    }

    private static string? FindProblem(ISymbol member) => member switch
    {
        { IsStatic: true } => $"'{member.Name}' is static and abstract; declare an instance method instead",
        IMethodSymbol { IsGenericMethod: true } => $"the method '{member.Name}' is generic; remove its type parameters",
        IPropertySymbol => $"'{member.Name}' is a property; declare a method instead",
        IEventSymbol => $"'{member.Name}' is an event, which the API doesn't provide; declare a method instead",
        _ => null,
    };

    private static bool IsAccessor(ISymbol member) => member is IMethodSymbol { AssociatedSymbol: not null };

    /// <summary>Whether another interface on the way gives an inherited member a body of its own.</summary>
    private static bool IsImplementedIn(INamedTypeSymbol type, ISymbol member) =>
        !SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
        && type.FindImplementationForInterfaceMember(member) is { IsAbstract: false };

    /// <summary>The member where it stands in the annotated interface, else the interface: a base may be somebody else's.</summary>
    public static ISymbol Target(ISymbol member, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, type) ? member : type;
}
