using System.Linq;
using Figma.Payments.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Whether the names that a client gets are still free.</summary>
internal static class ClientNamesParser
{
    public static void CheckFree(INamedTypeSymbol type, ClientNames names, ProblemList problems)
    {
        INamespaceOrTypeSymbol container = (INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace;

        if (type.ContainingType?.Name == names.ClassName)
            problems.Add(Rules.NameTaken, type, names.ClassName, type.Name, "the type around the interface has that name");

        foreach (ISymbol member in container.GetMembers(names.ClassName))
        {
            if (member is not INamedTypeSymbol taken)
                problems.Add(Rules.NameTaken, type, names.ClassName, type.Name, $"a member of '{type.ContainingType!.Name}' has that name");
            else if (taken.Arity == 0 && !CanBeExtended(taken))
                problems.Add(Rules.NameTaken, type, names.ClassName, type.Name, "another type has that name. A partial class of yours with that name would be extended");
        }

        if (FindTwin(type, names, container) is { } twin)
            problems.Add(Rules.NameTaken, type, names.ClassName, type.Name, $"the client of '{twin.Name}' has that name");

        if (names.Registration is { } registration
            && type.ContainingNamespace.GetTypeMembers(registration.ClassName, 0).Any(static taken => !LibrarySymbols.IsGeneratedClient(taken)))
        {
            problems.Add(Rules.NameTaken, type, registration.ClassName, type.Name, "another type has that name");
        }
    }

    private static bool CanBeExtended(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false, IsRecord: false }
        && type.DeclaringSyntaxReferences.All(static reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Another annotated interface beside this one whose client would get the same name: <c>IGlyph</c> and <c>Glyph</c>.</summary>
    private static INamedTypeSymbol? FindTwin(INamedTypeSymbol type, ClientNames names, INamespaceOrTypeSymbol container)
    {
        string withSuffix = names.ClassName;
        string stem = withSuffix.Substring(0, withSuffix.Length - "Client".Length);

        foreach (string candidate in new[] { stem, "I" + stem, withSuffix, "I" + withSuffix })
        {
            if (candidate == type.Name || ClientNames.ClassNameOf(candidate) != names.ClassName)
                continue;

            foreach (INamedTypeSymbol twin in container.GetTypeMembers(candidate, 0))
            {
                if (LibrarySymbols.IsClientInterface(twin))
                    return twin;
            }
        }

        return null;
    }
}
