using System.Collections.Immutable;
using System.Globalization;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Symbols → the text that names them in C#.</summary>
internal static class SymbolText
{
    /// <summary>A name as C# writes it: keywords escaped.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string FullName(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The namespace as C# writes it; empty for the global one.</summary>
    public static string Namespace(INamedTypeSymbol type) => Namespace(type.ContainingNamespace);

    /// <summary>The declarations around a type, outermost first, as they begin: <c>partial</c> apart.</summary>
    public static EquatableArray<string> ContainingTypes(INamedTypeSymbol type)
    {
        ImmutableArray<string> types = ImmutableArray<string>.Empty;

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            types = types.Insert(0, Keyword(outer) + " " + Identifier(outer.Name));

        return new EquatableArray<string>(types);
    }

    public static string Accessibility(Accessibility accessibility) => accessibility switch
    {
        Microsoft.CodeAnalysis.Accessibility.Public => "public",
        Microsoft.CodeAnalysis.Accessibility.Private => "private",
        Microsoft.CodeAnalysis.Accessibility.Protected => "protected",
        Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal => "protected internal",
        Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal => "private protected",
        _ => "internal",
    };

    /// <summary>A parameter's default value as C# writes it, or null where there is none.</summary>
    public static string? DefaultValue(IParameterSymbol parameter, ParameterType type, bool isNullable)
    {
        // Of these types there is no other constant.
        if (type is not (ParameterType.String or ParameterType.Int64 or ParameterType.UInt64))
            return HasDefault(parameter) ? isNullable ? "null" : "default" : null;

        if (!parameter.HasExplicitDefaultValue)
            return null;

        return parameter.ExplicitDefaultValue switch
        {
            null => isNullable || type == ParameterType.String ? "null" : "default",
            string text => SymbolDisplay.FormatLiteral(text, quote: true),
            long number => number.ToString(CultureInfo.InvariantCulture) + "L",
            ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
            _ => "default",
        };
    }

    /// <summary>The type under <c>Nullable&lt;T&gt;</c>, or the type itself.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type, out bool isNullable)
    {
        isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }

    // To ask whether there is a default value has it bound, which is a third of what a keystroke in a declaration costs.
    // A parameter of the project's own that is optional, and not by an attribute, has one.
    private static bool HasDefault(IParameterSymbol parameter) =>
        parameter.IsOptional
        && ((parameter.ContainingAssembly is ISourceAssemblySymbol && parameter.GetAttributes().IsEmpty) || parameter.HasExplicitDefaultValue);

    private static string Namespace(INamespaceSymbol space)
    {
        if (space.IsGlobalNamespace)
            return "";

        string name = Identifier(space.Name);
        string around = Namespace(space.ContainingNamespace);

        return around.Length == 0 ? name : around + "." + name;
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };
}
