using System;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>Reads what a method promises in its attributes, and what its name suggests.</summary>
internal static class MethodContracts
{
    private static readonly string[] EndingNames = ["Throw", "Fail", "Abort", "Exit", "Panic", "Unreachable", "Assert", "Require", "Ensure", "Guard", "Skip"];

    /// <summary>
    /// Determines whether a method of this compilation, or one that it can override or implement, has a nullability contract. Its body might not keep it; only the contracts of
    /// other compiled methods are believed.
    /// </summary>
    public static bool IsUnproven(IMethodSymbol method) =>
        (IsOfSource(method) || ReportsToListeners(method) || (method is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false } && !method.ContainingType.IsSealed))
        && (HasContract(method.GetAttributes()) || HasContract(method.GetReturnTypeAttributes()) || HasContractOfParameter(method)
            || method.AssociatedSymbol is { } property && HasContract(property.GetAttributes())
            || (method.IsExtensionMember() && method.HasReceiverAttributes()));

    // Execution continues after a failed assertion if no listener throws.
    private static bool ReportsToListeners(IMethodSymbol method) => method.ContainingType.Is("Debug", "Diagnostics", "System") || method.ContainingType.Is("Trace", "Diagnostics", "System");

    /// <summary>Determines whether a field or property has a nullability contract.</summary>
    public static bool HasContract(ISymbol member) => HasContract(member.GetAttributes());

    /// <summary>Determines whether a parameter of a method, or the value of a property, promises that callers don't pass null. They can pass it all the same.</summary>
    public static bool DisallowsNull(IParameterSymbol parameter) =>
        Find(parameter, "DisallowNullAttribute") is not null
        || parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property } && property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "DisallowNullAttribute");

    private static bool HasContractOfParameter(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (HasContract(parameter.GetAttributes()))
                return true;
        }

        return false;
    }

    private static bool HasContract(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass is { Name: "NotNullAttribute" or "NotNullWhenAttribute" or "NotNullIfNotNullAttribute" or "MemberNotNullAttribute" or "MemberNotNullWhenAttribute" or "DoesNotReturnAttribute" or "DoesNotReturnIfAttribute" })
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a method is declared in the compilation.</summary>
    public static bool IsOfSource(IMethodSymbol method) =>
        !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || (method.IsImplicitlyDeclared && !method.ContainingType.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>Returns the result with which an argument isn't null (<c>[NotNullWhen]</c>), or null if there is none.</summary>
    public static bool? FindNotNullWhen(IParameterSymbol parameter) =>
        Find(parameter, "NotNullWhenAttribute") is { ConstructorArguments: [{ Value: bool when }] } ? when : null;

    public static bool IsNotNull(IParameterSymbol parameter) => Find(parameter, "NotNullAttribute") is not null;

    /// <summary>Returns the argument with which the method doesn't return (<c>[DoesNotReturnIf]</c>), or null if there is none.</summary>
    public static bool? FindDoesNotReturnIf(IParameterSymbol parameter) =>
        parameter.Type.SpecialType == SpecialType.System_Boolean
        && Find(parameter, "DoesNotReturnIfAttribute") is { ConstructorArguments: [{ Value: bool deadly }] } ? deadly : null;

    public static bool DoesNotReturn(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "DoesNotReturnAttribute")
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a method might not return, by its name. What follows a call of it is no evidence.</summary>
    public static bool MightNotReturn(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction))
            return false;

        foreach (string name in EndingNames)
        {
            if (method.Name.StartsWith(name, StringComparison.Ordinal))
                return true;
        }

        return method.ContainingType?.Name is "Assert" or "Guard" or "Ensure" or "Throw" or "ThrowHelper" or "Contract" or "Verify";
    }

    /// <summary>Determines whether a method only rejects null.</summary>
    public static bool ChecksNullOnly(IMethodSymbol method) => method.Name == "ThrowIfNull";

    private static AttributeData? Find(IParameterSymbol parameter, string name)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name)
                return attribute;
        }

        return null;
    }
}
