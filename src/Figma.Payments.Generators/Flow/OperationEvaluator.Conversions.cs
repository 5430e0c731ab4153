using System.Collections.Immutable;
using System.Linq;
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
        INamedTypeSymbol { IsTupleType: true } tuple => new ValueSummary(new TupleValue(tuple.TupleElements.Select(element => EvaluateDefault(element.Type)).ToImmutableArray())),
        _ => type.IsNullableValue() ? ValueSummary.Null : _domain.Unknown(type),
    };

    private ValueSummary EvaluateConversion(IConversionOperation conversion, ValueSummary operand, FlowState state)
    {
        // The conversion of a dynamic value is found when it runs, and null is a pointer, too.
        if (!conversion.Conversion.Exists || conversion.Operand.Type is { TypeKind: TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer })
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

        // The conversion of null to a span is an empty span.
        if (conversion.Type is { IsRefLikeType: true })
            return _domain.Unknown(conversion.Type);

        if (conversion.Type.WithoutNullable() is INamedTypeSymbol { IsTupleType: true } to && conversion.Operand.Type.WithoutNullable() is INamedTypeSymbol { IsTupleType: true } from)
            return FlowTypes.HaveSameElements(from, to) ? operand : _domain.Choose(isNull, ValueSummary.Null, _domain.Unknown(to));

        // A cast of null to a value type throws.
        if (conversion.Type.IsNonNullableValue())
            RequireNonNull(operand, state);

        return KeepsValue(conversion) ? operand : _domain.Choose(isNull, ValueSummary.Null, CreateNonNull(conversion.Type));
    }

    /// <summary>Determines whether a conversion keeps the value.</summary>
    private static bool KeepsValue(IConversionOperation conversion)
    {
        (CommonConversion kind, ITypeSymbol? from, ITypeSymbol? to) = (conversion.Conversion, conversion.Operand.Type, conversion.Type);

        if (kind.IsIdentity || SymbolEqualityComparer.Default.Equals(from.WithoutNullable(), to.WithoutNullable()))
            return true;

        // References to the same object. A box is another object each time, and what a cast takes out of it isn't known.
        if (from is { IsReferenceType: true } || to is { IsReferenceType: true })
            return from is { IsReferenceType: true } && to is { IsReferenceType: true } && !kind.IsUserDefined;

        // A conversion between integers or enumerations keeps the value if the target has each value of the source.
        return FlowTypes.FindRange(from) is { } source && FlowTypes.FindRange(to) is { } target ? target.Min <= source.Min && source.Max <= target.Max
            : kind.IsImplicit && !kind.IsNumeric;
    }
}
