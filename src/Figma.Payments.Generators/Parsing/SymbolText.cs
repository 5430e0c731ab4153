using System.Collections.Immutable;
using System.Globalization;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Converts symbols to C# text.</summary>
internal static class SymbolText
{
    /// <summary>Gets a name as a C# identifier. Keywords are escaped.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string FullName(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Gets the namespace of a type in C# syntax, or an empty string for the global namespace.</summary>
    public static string Namespace(INamedTypeSymbol type) => Namespace(type.ContainingNamespace);

    /// <summary>Gets the declarations of the containing types, outermost first, such as <c>class Outer</c>.</summary>
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

    /// <summary>Gets a parameter's default value as a C# expression, or null if there is none.</summary>
    public static string? DefaultValue(IParameterSymbol parameter, ParameterType type, bool isNullable)
    {
        // The other types have no constants except null and default.
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

    /// <summary>Gets the underlying type of <c>Nullable&lt;T&gt;</c>, or the type itself.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type, out bool isNullable)
    {
        isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }

    // HasExplicitDefaultValue binds the value, which takes a third of the generator's time for a keystroke in a declaration.
    // An optional parameter without attributes, declared in source, has a default value in any case.
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
