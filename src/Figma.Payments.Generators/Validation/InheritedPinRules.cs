using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Validation;

/// <summary>
/// What an inherited interface is pinned to. Whoever holds it counts on answers about that resource alone,
/// so a client that is also one of it must be pinned to the same.
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

            // The same path is another file there, and nobody here can read it.
            if (HasManifest(other) && !SymbolEqualityComparer.Default.Equals(inherited.ContainingAssembly, type.ContainingAssembly))
                problems.AddAboutAttribute(Descriptors.PinnedResourceMustBeValid, type, type.Name, $"it inherits from '{inherited.Name}', which is pinned by a manifest of another project; pin that interface by an ID");
            else if (Describe(other) is { Length: > 0 } pin && pin != own)
                problems.AddAboutAttribute(Descriptors.PinnedResourceMustBeValid, type, type.Name, $"it inherits from '{inherited.Name}', which is pinned differently ({pin}); pin both to the same resource");
        }
    }

    private static bool HasManifest(AttributeData attribute) =>
        attribute.NamedArguments.Any(static argument => argument.Key == KnownNames.Manifest && argument.Value.Value is string);

    /// <summary>The attribute's arguments as they were written, in one order; empty where nothing is pinned.</summary>
    private static string Describe(AttributeData attribute) => string.Join(", ", attribute.NamedArguments
        .Where(static argument => argument.Value.Value is string)
        .Select(static argument => $"{argument.Key} = \"{argument.Value.Value}\"")
        .OrderBy(static argument => argument, System.StringComparer.Ordinal));
}
