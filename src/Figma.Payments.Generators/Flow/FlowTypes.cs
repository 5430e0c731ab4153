using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

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

    /// <summary>Returns the range of an integer or an enumeration, or null for any other type.</summary>
    public static (decimal Min, decimal Max)? FindRange(ITypeSymbol? type)
    {
        ITypeSymbol? number = type.WithoutNullable();

        return (number is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying.SpecialType : number?.SpecialType) switch
        {
            SpecialType.System_Char => (char.MinValue, char.MaxValue),
            SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
            SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
            SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
            SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
            SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
            SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
            SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
            _ => null,
        };
    }

    /// <summary>Determines whether the elements of a tuple are copied to those of another one, without a conversion other than to a nullable type.</summary>
    public static bool HaveSameElements(INamedTypeSymbol from, INamedTypeSymbol to)
    {
        if (from.TupleElements.Length != to.TupleElements.Length)
            return false;

        for (int i = 0; i < from.TupleElements.Length; i++)
        {
            if (!IsCopied(from.TupleElements[i].Type, to.TupleElements[i].Type))
                return false;
        }

        return true;
    }

    /// <summary>Determines whether the elements of a tuple are copied to the targets of a deconstruction, without a conversion other than to a nullable type.</summary>
    public static bool CanCopyElements(ITypeSymbol? from, IOperation target) => target switch
    {
        IDeclarationExpressionOperation declaration => CanCopyElements(from, declaration.Expression),
        IDiscardOperation => true,
        ITupleOperation tuple => from is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements }
            && elements.Length == tuple.Elements.Length
            && elements.Zip(tuple.Elements, static (element, part) => CanCopyElements(element.Type, part)).All(static canCopy => canCopy),
        _ => from is not null && target.Type is not null && IsCopied(from, target.Type),
    };

    private static bool IsCopied(ITypeSymbol from, ITypeSymbol to) => from is INamedTypeSymbol { IsTupleType: true } inner && to is INamedTypeSymbol { IsTupleType: true } outer
        ? HaveSameElements(inner, outer)
        : SymbolEqualityComparer.Default.Equals(from, to) || (to.IsNullableValue() && SymbolEqualityComparer.Default.Equals(from, to.WithoutNullable()));
}
