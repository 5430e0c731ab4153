using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>
/// The default methods of a base interface that is annotated itself. The generator doesn't see its own output,
/// so it takes the methods from the table that it generates them from.
/// </summary>
internal readonly record struct InheritedDefaultMethods(INamedTypeSymbol Interface, ImmutableArray<MethodModel> Methods)
{
    public static ImmutableArray<InheritedDefaultMethods> FindAll(INamedTypeSymbol type)
    {
        if (type.AllInterfaces.IsEmpty)
            return ImmutableArray<InheritedDefaultMethods>.Empty;

        ImmutableArray<InheritedDefaultMethods>.Builder found = ImmutableArray.CreateBuilder<InheritedDefaultMethods>();

        foreach (INamedTypeSymbol inherited in type.AllInterfaces)
        {
            if (AddsDefaultMethods(inherited, out Pin pin))
                found.Add(new InheritedDefaultMethods(inherited, DefaultMethods.Get(pin)));
        }

        return found.ToImmutable();
    }

    private static bool AddsDefaultMethods(INamedTypeSymbol type, out Pin pin)
    {
        pin = default;

        if (LibrarySymbols.FindClientAttributes(type) is not [AttributeData attribute])
            return false;

        ProblemList ignored = new();
        pin = PinnedResourceParser.Parse(type, attribute, ignored);

        return InterfaceMembers.FindAbstract(type, ignored).Count == 0
            && !type.AllInterfaces.Any(static inherited => AddsDefaultMethods(inherited, out _));
    }
}
