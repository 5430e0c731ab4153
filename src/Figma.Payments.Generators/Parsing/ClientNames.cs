using System.Globalization;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>The names of a client, derived from its interface.</summary>
/// <param name="HintName">The generated file's name, without its extension.</param>
/// <param name="ClassName">The client's simple name.</param>
/// <param name="Registration">How the client is registered, or null if code outside its containing type can't name it.</param>
internal sealed record ClientNames(string HintName, string ClassName, RegistrationModel? Registration)
{
    public static ClientNames Create(INamedTypeSymbol type, ProjectNames project)
    {
        string metadataName = GetMetadataName(type);
        string className = ClientNaming.GetClassName(type.Name);

        return new ClientNames(
            project.DiffersOnlyByCase(type) ? AppendHash(metadataName) : metadataName,
            className,
            type.IsVisibleInAssembly() ? CreateRegistration(type, metadataName, className) : null);
    }

    private static string GetMetadataName(INamedTypeSymbol type)
    {
        string name = type.Name;

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.Name + "+" + name;

        // ToDisplayString would escape keywords, and a hint name can't contain '@'.
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            name = space.Name + "." + name;

        return name;
    }

    // Hint names are not case-sensitive, as in some file systems. C# type names are.
    private static string AppendHash(string name) => name + "-" + ComputeHash(name).ToString("x8", CultureInfo.InvariantCulture);

    // FNV-1a, because the runtime's own string hash differs from process to process.
    private static uint ComputeHash(string text)
    {
        uint hash = 2166136261;

        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);

        return hash;
    }

    private static RegistrationModel CreateRegistration(INamedTypeSymbol type, string metadataName, string className)
    {
        string accessibility = "public";
        string path = "";
        string containingTypes = "";

        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility != Accessibility.Public)
                accessibility = "internal";

            if (outer.ContainingType is { } containing)
            {
                path = SymbolText.Identifier(containing.Name) + "." + path;
                containingTypes = containing.Name + containingTypes;
            }
        }

        return new RegistrationModel(
            metadataName,
            ClientNaming.GetRegistrationClassName(containingTypes, type.Name),
            ClientNaming.GetRegistrationMethodName(containingTypes, type.Name),
            CarriedAttributes.GetIncludingContainingTypes(type),
            accessibility,
            path + SymbolText.Identifier(type.Name),
            path + SymbolText.Identifier(className));
    }
}
