using System;
using System.Globalization;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>The names that a client gets from its interface.</summary>
internal sealed record ClientNames(string HintName, string ClassName, RegistrationModel? Registration)
{
    private const string Suffix = "Client";

    /// <summary>The client's own field, which no question may be named like.</summary>
    public const string EndpointField = "_endpoint";

    /// <summary>The client's own static method, which makes one.</summary>
    public const string Factory = "Create";

    public static ClientNames Of(INamedTypeSymbol type, ProjectNames project)
    {
        string metadataName = MetadataNameOf(type);
        string className = ClassNameOf(type.Name);

        return new ClientNames(
            project.IsToldByCaseAlone(type) ? WithHash(metadataName) : metadataName,
            className,
            CanBeRegistered(type) ? RegistrationOf(type, metadataName, className) : null);
    }

    /// <summary><c>IGlyphPayments</c> → <c>GlyphPaymentsClient</c>.</summary>
    public static string ClassNameOf(string interfaceName)
    {
        string stem = StemOf(interfaceName);
        return stem.Length > Suffix.Length && stem.EndsWith(Suffix, StringComparison.Ordinal) ? stem : stem + Suffix;
    }

    /// <summary>The class around the method that registers a client.</summary>
    /// <param name="joined">The names of the types around the interface, joined.</param>
    /// <param name="interfaceName">The interface's name.</param>
    public static string RegistrationClassNameOf(string joined, string interfaceName) => joined + ClassNameOf(interfaceName) + "ServiceCollectionExtensions";

    /// <summary>Whether a method of that name cannot be a public member of the client.</summary>
    public static bool IsTakenInClient(string methodName, string className) =>
        methodName == EndpointField || methodName == className;

    // 'Item' keeps its I, 'IItem' loses one.
    private static string StemOf(string name) =>
        name.Length > 1 && name[0] == 'I' && !char.IsLower(name[1]) ? name.Substring(1) : name;

    private static string MetadataNameOf(INamedTypeSymbol type)
    {
        string name = type.Name;

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.Name + "+" + name;

        // Not ToDisplayString, which escapes keywords: a hint name may hold no '@'.
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            name = space.Name + "." + name;

        return name;
    }

    // The compiler tells hint names apart without regard to case, as file systems do; C# tells types apart with it.
    private static string WithHash(string name) => name + "-" + Hash(name).ToString("x8", CultureInfo.InvariantCulture);

    // FNV-1a: the runtime's own hash of text changes with every process.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;

        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);

        return hash;
    }

    /// <summary>Whether code outside of the types around the interface can name it.</summary>
    public static bool CanBeRegistered(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }

    private static RegistrationModel RegistrationOf(INamedTypeSymbol type, string metadataName, string className)
    {
        string accessibility = "public";
        string path = "";
        string joined = "";

        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility != Accessibility.Public)
                accessibility = "internal";

            if (outer.ContainingType is { } around)
            {
                path = SymbolText.Identifier(around.Name) + "." + path;
                joined = around.Name + joined;
            }
        }

        return new RegistrationModel(
            metadataName,
            RegistrationClassNameOf(joined, type.Name),
            "Add" + joined + StemOf(type.Name),
            CarriedAttributes.OfAllAround(type),
            accessibility,
            path + SymbolText.Identifier(type.Name),
            path + SymbolText.Identifier(className));
    }
}
