using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines what the code of a constructor can know.</summary>
internal static class Constructors
{
    /// <summary>Determines whether a constructor reads a field or a property that nothing but the constructor and the code that it runs can have assigned.</summary>
    /// <param name="reference">The read.</param>
    /// <param name="member">The member that contains it.</param>
    public static bool AssignsAlone(IMemberReferenceOperation reference, ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type }
        && reference.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        && SymbolEqualityComparer.Default.Equals(reference.Member.ContainingType, type)
        && reference.FindFunction() is null
        && reference.Member.DeclaringSyntaxReferences.All(static declaration => declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: null } or PropertyDeclarationSyntax { Initializer: null });

    /// <summary>Determines whether a constructor does the same for all users: it receives only what belongs to the application.</summary>
    public static bool AreForAllUsers(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.Parameters.All(static parameter => IsOfApplication(parameter.Type));

    /// <summary>Determines whether an object of a type is the same for all users: the configuration, options, the environment or a logger.</summary>
    private static bool IsOfApplication(ITypeSymbol type) =>
        type is INamedTypeSymbol { ContainingNamespace: var space, Name: var name }
        && (space.IsNamed("Configuration", "Extensions", "Microsoft")
            || space.IsNamed("Logging", "Extensions", "Microsoft")
            || (space.IsNamed("Options", "Extensions", "Microsoft") && name is "IOptions" or "IOptionsMonitor")
            || (name is "IHostEnvironment" or "IWebHostEnvironment" && (space.IsNamed("Hosting", "Extensions", "Microsoft") || space.IsNamed("Hosting", "AspNetCore", "Microsoft"))));
}
