using Figma.Payments.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis;

/// <summary>
/// What an argument says of itself, without looking at anything around it.
/// </summary>
/// <remarks>Text that is not null may still be empty, which is not supplied: only text with something certain in it is given.</remarks>
internal static class ArgumentPresence
{
    public static Presence Of(IArgumentOperation argument) => Find(argument.Value) ?? Presence.Unknown;

    /// <summary>Null where the operation has no value at all: it throws.</summary>
    private static Presence? Find(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return OfConstant(constant);

        if (IsNonNullableValue(operation.Type))
            return Presence.Given;

        return operation switch
        {
            IThrowOperation => null,
            IDefaultValueOperation { Type: { TypeKind: not TypeKind.TypeParameter and not TypeKind.Error } } => Presence.Absent,
            IConversionOperation conversion => OfConversion(conversion),
            IObjectCreationOperation { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } creation =>
                creation.Arguments.IsEmpty ? Presence.Absent : Presence.Given,
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => Join(Find(conditional.WhenTrue), Find(whenFalse)),
            ISwitchExpressionOperation choice => OfSwitch(choice),
            ICoalesceOperation coalesce => OfCoalesce(coalesce.Value, coalesce.WhenNull),
            ICoalesceAssignmentOperation coalesce => OfCoalesce(coalesce.Target, coalesce.Value),
            ISimpleAssignmentOperation assignment => Find(assignment.Value),
            IInterpolatedStringOperation text => HasCertainText(text) ? Presence.Given : Presence.Unknown,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => OfConcatenation(sum),
            IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => Presence.Absent,
            _ => Presence.Unknown,
        };
    }

    private static Presence OfConstant(object? constant) => constant is null or "" ? Presence.Absent : Presence.Given;

    private static Presence? OfConversion(IConversionOperation conversion)
    {
        if (!conversion.Conversion.Exists)
            return Presence.Unknown;

        // 'as' gives null where the type does not fit.
        if (conversion.IsTryCast)
            return Find(conversion.Operand) is Presence.Absent ? Presence.Absent : Presence.Unknown;

        if (conversion.Conversion.MethodSymbol is not { } method)
            return Find(conversion.Operand);

        if (!IsNonNullableValue(method.ReturnType))
            return Presence.Unknown;

        // Lifted over null, a conversion to a struct is null where its operand is; not lifted, it never is.
        bool isLifted = IsNullableValue(conversion.Operand.Type) && !IsNullableValue(method.Parameters[0].Type);
        return isLifted ? Find(conversion.Operand) : Presence.Given;
    }

    private static Presence? OfSwitch(ISwitchExpressionOperation choice)
    {
        Presence? joined = null;

        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
            joined = Join(joined, Find(arm.Value));

        return joined;
    }

    private static Presence? OfCoalesce(IOperation value, IOperation whenNull) => Find(value) switch
    {
        Presence.Given => Presence.Given,

        // Empty text is absent and yet not null: '??' keeps it.
        Presence.Absent when IsNullableValue(value.Type) || value.ConstantValue is { HasValue: true, Value: null } => Find(whenNull),
        Presence.Absent => Join(Presence.Absent, Find(whenNull)),
        _ => IsNullableValue(value.Type) && Find(whenNull) is null or Presence.Given ? Presence.Given : Presence.Unknown,
    };

    private static Presence OfConcatenation(IBinaryOperation sum) =>
        Find(sum.LeftOperand) is Presence.Given || Find(sum.RightOperand) is Presence.Given ? Presence.Given : Presence.Unknown;

    private static bool HasCertainText(IInterpolatedStringOperation text)
    {
        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string { Length: > 0 } } })
                return true;
        }

        return false;
    }

    private static Presence? Join(Presence? left, Presence? right) =>
        left is null ? right
        : right is null || left == right ? left
        : Presence.Unknown;

    private static bool IsNullableValue(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsNonNullableValue(ITypeSymbol? type) =>
        type is { IsValueType: true, TypeKind: not TypeKind.TypeParameter and not TypeKind.Error } && !IsNullableValue(type);
}
