using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>Describes types as the analysis distinguishes their values.</summary>
internal static class FlowTypes
{
    /// <summary>Determines whether a value of the type is never null and is never compared with anything.</summary>
    public static bool IsOpaque(ITypeSymbol? type) =>
        type.IsNonNullableValue()
        && type is { IsTupleType: false, TypeKind: not TypeKind.Enum, SpecialType: not (>= SpecialType.System_Boolean and <= SpecialType.System_UInt64) };

    /// <summary>Returns the values of the members of an enumeration, or an empty array for any other type.</summary>
    public static ImmutableArray<object?> FindMembers(ITypeSymbol? type)
    {
        if (type.WithoutNullable() is not { TypeKind: TypeKind.Enum } members)
            return ImmutableArray<object?>.Empty;

        return members.GetMembers().OfType<IFieldSymbol>()
            .Where(static member => member.HasConstantValue)
            .Select(static member => ConstantValue.TryNormalize(member.ConstantValue, out object? value) ? value : null)
            .Distinct()
            .ToImmutableArray();
    }
}
