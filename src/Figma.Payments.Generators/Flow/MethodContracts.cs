using System;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>What a called method promises of its arguments and of itself.</summary>
internal static class MethodContracts
{
    private static readonly string[] EndingNames = ["Throw", "Fail", "Abort", "Exit", "Panic", "Unreachable", "Assert", "Require", "Ensure", "Guard", "Skip"];

    /// <summary>The outcome with which an argument is not null; null where none says so.</summary>
    public static bool? FindNotNullWhen(IParameterSymbol parameter) =>
        Find(parameter, "NotNullWhenAttribute") is { ConstructorArguments: [{ Value: bool when }] } ? when : null;

    public static bool IsNotNull(IParameterSymbol parameter) => Find(parameter, "NotNullAttribute") is not null;

    /// <summary>The argument with which the method does not return; null where it returns with each.</summary>
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

    /// <summary>Whether a method's name says that it may not return: then what comes behind it is no evidence.</summary>
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

    /// <summary>Whether a method refuses null and nothing else.</summary>
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
