using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Validation;

/// <summary>
/// Checks that the interface and its containing types are partial (FPG1001), not generic and not file-local (FPG1002),
/// and that the generator can see them and the library (FPG1002).
/// </summary>
internal static class ShapeRules
{
    public static void Check(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, ProblemList problems)
    {
        if (!compilation.IsGlobal(attribute.AttributeClass!))
            problems.Add(Descriptors.InterfaceMustContainOnlyClientMethods, type, type.Name, $"the reference to '{KnownNames.LibraryNamespace}' has aliases that don't include 'global'; add 'global' to its 'Aliases'");

        if (RazorFile.IsDeclaring(type))
            problems.Add(Descriptors.InterfaceMustContainOnlyClientMethods, type, type.Name, "it is declared in a Razor file, which no other source generator sees; move it to a C# file");

        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (!IsPartial(current))
                problems.Add(Descriptors.InterfaceMustBePartial, current, current.Name, type.Name);

            if (current.Arity > 0)
                problems.Add(Descriptors.InterfaceMustContainOnlyClientMethods, type, type.Name, Generic(current, type));

            if (current.IsFileLocal)
                problems.Add(Descriptors.InterfaceMustContainOnlyClientMethods, type, type.Name, FileLocal(current, type));
        }
    }

    private static string Generic(INamedTypeSymbol generic, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(generic, type)
            ? "it is generic; remove its type parameters"
            : $"the containing type '{generic.Name}' is generic; move the interface out of it";

    private static string FileLocal(INamedTypeSymbol local, INamedTypeSymbol type) =>
        (SymbolEqualityComparer.Default.Equals(local, type) ? "it" : $"the containing type '{local.Name}'")
        + " is file-local; make it internal";

    private static bool IsPartial(INamedTypeSymbol type)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                return true;
        }

        return false;
    }
}
