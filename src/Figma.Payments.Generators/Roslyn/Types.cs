using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>What types and conversions say of the values that the analysis follows.</summary>
internal static class Types
{
    public static bool IsNullableValue(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static bool IsNonNullableValue(ITypeSymbol? type) =>
        type is { IsValueType: true, TypeKind: not TypeKind.TypeParameter and not TypeKind.Error } && !IsNullableValue(type);

    public static bool IsBoolean(ITypeSymbol? type) => WithoutNullable(type)?.SpecialType == SpecialType.System_Boolean;

    public static bool MayBeText(ITypeSymbol? type) => type is null
        or { SpecialType: SpecialType.System_String or SpecialType.System_Object }
        or { TypeKind: TypeKind.TypeParameter or TypeKind.Error or TypeKind.Dynamic or TypeKind.Interface };

    /// <summary>Whether a value of the type is certainly there and has nothing that is ever told apart.</summary>
    public static bool IsOpaque(ITypeSymbol? type) =>
        IsNonNullableValue(type)
        && type is { IsTupleType: false, TypeKind: not TypeKind.Enum, SpecialType: not (>= SpecialType.System_Boolean and <= SpecialType.System_UInt64) };

    /// <summary>Whether the type is <see cref="System.Exception"/> or derives from it.</summary>
    public static bool IsException(ITypeSymbol? type)
    {
        for (ITypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            if (each.Is("Exception", "System"))
                return true;
        }

        return false;
    }

    /// <summary>The values that an enumeration declares; empty for all other types.</summary>
    public static ImmutableArray<object?> FindMembers(ITypeSymbol? type)
    {
        if (WithoutNullable(type) is not { TypeKind: TypeKind.Enum } members)
            return ImmutableArray<object?>.Empty;

        return members.GetMembers().OfType<IFieldSymbol>()
            .Where(static member => member.HasConstantValue)
            .Select(static member => ConstantTerm.TryNormalize(member.ConstantValue, out object? value) ? value : null)
            .Distinct()
            .ToImmutableArray();
    }

    /// <summary>An operation without the conversions that keep its value.</summary>
    public static IOperation Strip(IOperation operation)
    {
        while (operation is IConversionOperation { Conversion: { Exists: true, MethodSymbol: null } kind, IsTryCast: false } conversion
            && (kind.IsImplicit || kind.IsIdentity || kind.IsNullable || kind.IsReference))
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    public static bool IsNull(IOperation operation) =>
        Strip(operation) is var bare
        && (bare.ConstantValue is { HasValue: true, Value: null }
            || bare is IDefaultValueOperation { Type: { } type } && (type.IsReferenceType || IsNullableValue(type)));

    /// <summary>Whether a person's own conversion of a struct is lifted over null: the result is null exactly where the operand is.</summary>
    public static bool IsLifted(IConversionOperation conversion, IMethodSymbol method) =>
        IsNonNullableValue(method.ReturnType) && IsNullableValue(conversion.Operand.Type) && !IsNullableValue(method.Parameters[0].Type);

    public static ITypeSymbol? WithoutNullable(ITypeSymbol? type) => IsNullableValue(type) ? ((INamedTypeSymbol)type!).TypeArguments[0] : type;
}
