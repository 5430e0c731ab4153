using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>
/// What an argument says of itself, without looking at anything around it.
/// </summary>
/// <remarks>Text that is not null may still be empty, which is not supplied: only text with something certain in it is given.</remarks>
internal static class ArgumentPresence
{
    /// <param name="argument">The argument.</param>
    /// <param name="choice">An outcome that is taken for given.</param>
    public static Presence Of(IArgumentOperation argument, Choice? choice = null) => Find(argument.Value, choice) ?? Presence.Unknown;

    /// <summary>Null where the operation has no value at all: it throws.</summary>
    private static Presence? Find(IOperation operation, Choice? choice)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return OfConstant(constant);

        if (operation.Type.IsNonNullableValue())
            return Presence.Given;

        return operation switch
        {
            IThrowOperation => null,
            IDefaultValueOperation { Type: { TypeKind: not TypeKind.TypeParameter and not TypeKind.Error } } => Presence.Absent,
            IConversionOperation conversion => OfConversion(conversion, choice),
            IObjectCreationOperation { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } creation =>
                creation.Arguments.IsEmpty ? Presence.Absent : Presence.Given,
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => OfConditional(conditional, whenFalse, choice),
            ISwitchExpressionOperation chosen => OfSwitch(chosen, choice),
            ICoalesceOperation coalesce => OfCoalesce(coalesce.Value, coalesce.WhenNull, choice),
            ICoalesceAssignmentOperation coalesce => OfCoalesce(coalesce.Target, coalesce.Value, choice),
            ISimpleAssignmentOperation assignment => Find(assignment.Value, choice),
            IInterpolatedStringOperation text => HasCertainText(text) ? Presence.Given : Presence.Unknown,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => OfConcatenation(sum, choice),
            IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => Presence.Absent,
            _ => Presence.Unknown,
        };
    }

    private static Presence OfConstant(object? constant) => constant is null or "" ? Presence.Absent : Presence.Given;

    private static Presence? OfConversion(IConversionOperation conversion, Choice? choice)
    {
        if (!conversion.Conversion.Exists)
            return Presence.Unknown;

        // 'as' gives null where the type does not fit.
        if (conversion.IsTryCast)
            return Find(conversion.Operand, choice) is Presence.Absent ? Presence.Absent : Presence.Unknown;

        if (conversion.Conversion.MethodSymbol is not { } method)
            return Find(conversion.Operand, choice);

        if (!method.ReturnType.IsNonNullableValue())
            return Presence.Unknown;

        // Lifted over null, a conversion to a struct is null where its operand is; not lifted, it never is.
        bool isLifted = conversion.IsLifted(method);
        return isLifted ? Find(conversion.Operand, choice) : Presence.Given;
    }

    private static Presence? OfConditional(IConditionalOperation conditional, IOperation whenFalse, Choice? choice) => choice?.Of(conditional.Condition) switch
    {
        true => Find(conditional.WhenTrue, choice),
        false => Find(whenFalse, choice),
        null => Join(Find(conditional.WhenTrue, choice), Find(whenFalse, choice)),
    };

    private static Presence? OfSwitch(ISwitchExpressionOperation chosen, Choice? choice)
    {
        Presence? joined = null;

        foreach (ISwitchExpressionArmOperation arm in chosen.Arms)
            joined = Join(joined, Find(arm.Value, choice));

        return joined;
    }

    private static Presence? OfCoalesce(IOperation value, IOperation whenNull, Choice? choice) => Find(value, choice) switch
    {
        Presence.Given => Presence.Given,

        // Empty text is absent and yet not null: '??' keeps it.
        Presence.Absent when value.Type.IsNullableValue() || value.ConstantValue is { HasValue: true, Value: null } => Find(whenNull, choice),
        Presence.Absent => Join(Presence.Absent, Find(whenNull, choice)),
        _ => value.Type.IsNullableValue() && Find(whenNull, choice) is null or Presence.Given ? Presence.Given : Presence.Unknown,
    };

    private static Presence OfConcatenation(IBinaryOperation sum, Choice? choice) =>
        Find(sum.LeftOperand, choice) is Presence.Given || Find(sum.RightOperand, choice) is Presence.Given ? Presence.Given : Presence.Unknown;

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
}
