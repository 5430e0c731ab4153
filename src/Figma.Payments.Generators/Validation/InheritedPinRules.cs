using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Validation;

/// <summary>
/// Checks that a client is pinned to the same resource as the interfaces that it inherits from (FPG1007),
/// because code that uses such an interface relies on payment information about that resource alone.
/// </summary>
internal static class InheritedPinRules
{
    public static void Check(INamedTypeSymbol type, AttributeData attribute, ProblemList problems)
    {
        if (type.AllInterfaces.IsEmpty)
            return;

        string own = Describe(attribute);

        foreach (INamedTypeSymbol inherited in type.AllInterfaces)
        {
            if (LibrarySymbols.FindClientAttributes(inherited) is not [AttributeData other])
                continue;

            // In the other project the same path means another file, which this compilation can't read.
            if (HasManifest(other) && !SymbolEqualityComparer.Default.Equals(inherited.ContainingAssembly, type.ContainingAssembly))
                problems.AddAboutAttribute(Descriptors.PinnedResourceMustBeValid, type, type.Name, $"it inherits from '{inherited.Name}', which is pinned by a manifest of another project; pin that interface by an ID");
            else if (Describe(other) is { Length: > 0 } pin && pin != own)
                problems.AddAboutAttribute(Descriptors.PinnedResourceMustBeValid, type, type.Name, $"it inherits from '{inherited.Name}', which is pinned differently ({pin}); pin both to the same resource");
        }
    }

    private static bool HasManifest(AttributeData attribute) =>
        attribute.NamedArguments.Any(static argument => argument.Key == KnownNames.Manifest && argument.Value.Value is string);

    /// <summary>Describes the attribute's arguments in a fixed order. The text is empty if nothing is pinned.</summary>
    private static string Describe(AttributeData attribute) => string.Join(", ", attribute.NamedArguments
        .Where(static argument => argument.Value.Value is string)
        .Select(static argument => $"{argument.Key} = \"{argument.Value.Value}\"")
        .OrderBy(static argument => argument, System.StringComparer.Ordinal));
}
