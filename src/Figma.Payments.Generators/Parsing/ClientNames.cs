using System.Globalization;
using System.Text;
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
    // File systems limit names to 255 bytes, and some limit whole paths to 260 characters.
    private const int MaxHintNameBytes = 150;

    // Identifiers contain no surrogates.
    private const int MaxBytesPerCharacter = 3;

    private static readonly char[] Separators = ['.', '+'];

    public static ClientNames Create(INamedTypeSymbol type, ProjectNames project)
    {
        string metadataName = GetMetadataName(type);
        string className = ClientNaming.GetClassName(type.Name);

        return new ClientNames(
            GetHintName(metadataName, project.DiffersOnlyByCase(type)),
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
    private static string GetHintName(string metadataName, bool differsOnlyByCase)
    {
        bool isLong = metadataName.Length * MaxBytesPerCharacter > MaxHintNameBytes && Encoding.UTF8.GetByteCount(metadataName) > MaxHintNameBytes;
        return isLong || differsOnlyByCase ? $"{(isLong ? GetEnd(metadataName) : metadataName)}-{ComputeHash(metadataName).ToString("x16", CultureInfo.InvariantCulture)}" : metadataName;
    }

    /// <summary>Gets the end of a long name: the name of the interface, or the end of it, and the namespaces that fit.</summary>
    private static string GetEnd(string name)
    {
        int start = name.Length;

        for (int bytes = 0; bytes <= MaxHintNameBytes - MaxBytesPerCharacter; start--)
            bytes += Encoding.UTF8.GetByteCount(name.Substring(start - 1, 1));

        int separator = name.IndexOfAny(Separators, start);
        return name.Substring(separator < 0 ? start : separator + 1);
    }

    // FNV-1a, because the runtime's own string hash differs from process to process.
    private static ulong ComputeHash(string text)
    {
        ulong hash = 14695981039346656037;

        foreach (char c in text)
            hash = unchecked((hash ^ c) * 1099511628211);

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
            CarriedAttributes.FindUnpreventedExperiments(type),
            accessibility,
            path + SymbolText.Identifier(type.Name),
            path + SymbolText.Identifier(className));
    }
}
