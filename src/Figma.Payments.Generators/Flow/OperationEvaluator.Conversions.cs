using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <content>The transfer functions of default values and conversions.</content>
internal sealed partial class OperationEvaluator
{
    private ValueSummary EvaluateDefault(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.TypeParameter or TypeKind.Error } => _domain.Unknown(type),
        { IsReferenceType: true } => ValueSummary.Null,
        { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_Int64 } => ValueSummary.Constant(0L),
        { SpecialType: SpecialType.System_Boolean } => ValueSummary.Constant(false),
        _ => type.IsNullableValue() ? ValueSummary.Null : _domain.Unknown(type),
    };

    private ValueSummary EvaluateConversion(IConversionOperation conversion, ValueSummary operand, FlowState state)
    {
        if (!conversion.Conversion.Exists)
            return _domain.Unknown(conversion.Type);

        Formula isNull = _domain.IsNull(operand);

        if (conversion.IsTryCast && !conversion.Conversion.IsImplicit && !conversion.Conversion.IsIdentity)
            return _domain.Choose(isNull, ValueSummary.Null, _domain.Unknown(conversion.Type));

        if (conversion.Conversion.MethodSymbol is { } method)
        {
            return conversion.IsLifted(method) ? _domain.Choose(isNull, ValueSummary.Null, ValueSummary.NonNull)
                : method.ReturnType.IsNonNullableValue() ? ValueSummary.NonNull
                : _domain.Unknown(conversion.Type);
        }

        // A cast of null to a value type throws.
        if (conversion.Type.IsNonNullableValue())
            RequireNonNull(operand, state);

        return KeepsValue(conversion) ? operand : _domain.Choose(isNull, ValueSummary.Null, CreateNonNull(conversion.Type));
    }

    /// <summary>Determines whether a conversion keeps the value.</summary>
    private static bool KeepsValue(IConversionOperation conversion)
    {
        (CommonConversion kind, ITypeSymbol? from, ITypeSymbol? to) = (conversion.Conversion, conversion.Operand.Type, conversion.Type);

        if (kind.IsImplicit || kind.IsIdentity || kind.IsReference || from is { IsReferenceType: true })
            return !kind.IsNumeric || IsInteger(from) && IsInteger(to);

        // A narrowing conversion can change the value.
        return SymbolEqualityComparer.Default.Equals(from.WithoutNullable(), to.WithoutNullable()) || from is { TypeKind: TypeKind.Enum } && IsInteger(to);
    }

    private static bool IsInteger(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_UInt64 };
}
