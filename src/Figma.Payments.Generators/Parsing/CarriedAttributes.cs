using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Parsing;

/// <summary>
/// Copies <c>[Obsolete]</c> and <c>[Experimental]</c> to generated code, which uses the developer's symbol and would otherwise cause their warnings or errors.
/// Code that uses the generated symbol then gets the same warning.
/// </summary>
internal static class CarriedAttributes
{
    private const string ObsoleteAttribute = "ObsoleteAttribute";

    /// <summary>Gets the attributes of a symbol.</summary>
    public static EquatableArray<string> Get(ISymbol symbol)
    {
        ImmutableArray<AttributeData> attributes = symbol.GetAttributes();
        return HasCarried(attributes) ? new(attributes.Where(IsCarried).Select(Text).ToImmutableArray()) : default;
    }

    /// <summary>Gets the attributes of a type and its containing types, at most one of each kind, and only <c>[Obsolete]</c> if there are both. Code outside the containing types needs them.</summary>
    public static EquatableArray<string> GetIncludingContainingTypes(INamedTypeSymbol type)
    {
        List<AttributeData>? found = null;

        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            foreach (AttributeData attribute in outer.GetAttributes())
            {
                if (IsCarried(attribute))
                    AddUnlessOfKind(found ??= [], attribute);
            }
        }

        // For the compiler, a type with both attributes is obsolete, but not experimental. For Roslyn 4.8, it is what the first attribute says.
        if (found?.Exists(static attribute => attribute.AttributeClass!.Name == ObsoleteAttribute) == true)
            found.RemoveAll(static attribute => attribute.AttributeClass!.Name != ObsoleteAttribute);

        return found is null ? default : new(found.Select(Text).ToImmutableArray());
    }

    /// <summary>Returns the IDs of the experimental features of a type and its containing types if one of them is obsolete.</summary>
    /// <remarks>Code in an obsolete type that uses an experimental type causes an error.</remarks>
    public static EquatableArray<string> FindUnpreventedExperiments(INamedTypeSymbol type)
    {
        List<string>? ids = null;
        bool isObsolete = false;

        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            foreach (AttributeData attribute in outer.GetAttributes())
            {
                if (!IsCarried(attribute))
                    continue;

                if (attribute.AttributeClass!.Name == ObsoleteAttribute)
                    isObsolete = true;
                else if (attribute.ConstructorArguments is [{ Value: string id }] && SyntaxFacts.IsValidIdentifier(id))
                    (ids ??= []).Add(id);
            }
        }

        return isObsolete && ids is not null ? new(ids.Distinct().ToImmutableArray()) : default;
    }

    private static void AddUnlessOfKind(List<AttributeData> found, AttributeData attribute)
    {
        if (!found.Exists(other => other.AttributeClass!.Name == attribute.AttributeClass!.Name))
            found.Add(attribute);
    }

    private static bool HasCarried(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (IsCarried(attribute))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether the use of what has the attribute is an error.</summary>
    public static bool PreventsUse(AttributeData attribute) =>
        IsCarried(attribute) && (attribute.AttributeClass!.Name != ObsoleteAttribute || attribute.ConstructorArguments is [_, { Value: true }]);

    private static bool IsCarried(AttributeData attribute) => attribute.AttributeClass switch
    {
        { Name: ObsoleteAttribute, ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        { Name: "ExperimentalAttribute", ContainingType: null, ContainingNamespace: { Name: "CodeAnalysis", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } } => true,
        _ => false,
    };

    private static string Text(AttributeData attribute)
    {
        string name = SymbolText.FullName(attribute.AttributeClass!);
        string arguments = string.Join(", ", attribute.ConstructorArguments.Select(static argument => Value(argument))
            .Concat(attribute.NamedArguments.Select(static argument => $"{argument.Key} = {Value(argument.Value)}")));

        return $"[{name.Substring(0, name.Length - "Attribute".Length)}{(arguments.Length == 0 ? "" : $"({arguments})")}]";
    }

    // Both attributes take only strings and Booleans.
    private static string Value(TypedConstant constant) => constant.Value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        bool isSet => isSet ? "true" : "false",
        _ => "null",
    };
}
