using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Parses a method's return type into the kind of result and its wrapper.</summary>
internal static class ReturnTypeParser
{
    public static bool TryParse(IMethodSymbol method, INamedTypeSymbol type, ProblemList problems, out ReturnWrapper wrapper, out ResultKind result)
    {
        wrapper = default;
        result = default;

        // The compiler reports a type that doesn't exist. The display string of such a type can be misleading.
        if (method.ReturnType.TypeKind == TypeKind.Error)
        {
            problems.Add(Descriptors.ReturnTypeMustBeSupported, InterfaceMembers.Target(method, type), method.Name, method.ReturnType.Name, "can't be found");
            return false;
        }

        if (method.RefKind == RefKind.None
            && method.ReturnType is INamedTypeSymbol returned
            && LibrarySymbols.FindWrapper(returned) is { } foundWrapper
            && LibrarySymbols.FindResultKind(returned.TypeArguments[0]) is { } foundResult)
        {
            wrapper = foundWrapper;
            result = foundResult;
            return true;
        }

        if (InterfaceMembers.IsForeign(method))
        {
            problems.Add(Descriptors.InterfaceMustContainOnlyClientMethods, type, type.Name, InterfaceMembers.FindForeignProblem(method));
            return false;
        }

        problems.Add(
            Descriptors.ReturnTypeMustBeSupported,
            InterfaceMembers.Target(method, type),
            method.Name,
            method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            Contains(method.ReturnType, SpecialType.System_Boolean) ? "can't represent a trial" : "isn't supported");

        return false;
    }

    private static bool Contains(ITypeSymbol type, SpecialType special) =>
        type.SpecialType == special
        || (type is INamedTypeSymbol { TypeArguments: [ITypeSymbol argument] } && argument.SpecialType == special);
}
