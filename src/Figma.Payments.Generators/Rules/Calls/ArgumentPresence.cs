using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Determines from an argument alone whether it specifies a resource ID.</summary>
/// <remarks>A string that isn't null can be empty, which specifies nothing: only a string with certain content is given.</remarks>
internal static class ArgumentPresence
{
    /// <param name="argument">The argument.</param>
    /// <param name="assumed">An outcome of a condition to assume, or null.</param>
    public static Presence Of(IArgumentOperation argument, AssumedOutcome? assumed = null) => Evaluate(argument.Value, assumed) ?? Presence.Unknown;

    /// <summary>Evaluates an operation. Returns null if the operation throws.</summary>
    private static Presence? Evaluate(IOperation operation, AssumedOutcome? assumed)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return OfConstant(constant);

        if (operation.Type.IsNonNullableValue())
            return Presence.Given;

        return operation switch
        {
            IThrowOperation => null,
            IDefaultValueOperation { Type: { TypeKind: not TypeKind.TypeParameter and not TypeKind.Error } } => Presence.Absent,
            IConversionOperation conversion => OfConversion(conversion, assumed),
            IObjectCreationOperation { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } creation =>
                creation.Arguments.IsEmpty ? Presence.Absent : Presence.Given,
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => OfConditional(conditional, whenFalse, assumed),
            ISwitchExpressionOperation chosen => OfSwitch(chosen, assumed),
            ICoalesceOperation coalesce => OfCoalesce(coalesce.Value, coalesce.WhenNull, assumed),
            ICoalesceAssignmentOperation coalesce => OfCoalesce(coalesce.Target, coalesce.Value, assumed),
            ISimpleAssignmentOperation assignment => Evaluate(assignment.Value, assumed),
            IInterpolatedStringOperation text => HasCertainText(text) ? Presence.Given : Presence.Unknown,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_String } } sum => OfConcatenation(sum, assumed),
            IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => Presence.Absent,
            _ => Presence.Unknown,
        };
    }

    private static Presence OfConstant(object? constant) => constant is null or "" ? Presence.Absent : Presence.Given;

    private static Presence? OfConversion(IConversionOperation conversion, AssumedOutcome? assumed)
    {
        // The conversion of a dynamic value is found when it runs.
        if (!conversion.Conversion.Exists || conversion.Operand.Type is { TypeKind: TypeKind.Dynamic })
            return Presence.Unknown;

        // 'as' returns null if the type doesn't match.
        if (conversion.IsTryCast)
            return Evaluate(conversion.Operand, assumed) is Presence.Absent ? Presence.Absent : Presence.Unknown;

        if (conversion.Conversion.MethodSymbol is not { } method)
            return Evaluate(conversion.Operand, assumed);

        if (!method.ReturnType.IsNonNullableValue())
            return Presence.Unknown;

        // A lifted conversion returns null if its operand is null. Any other conversion to a struct never does.
        bool isLifted = conversion.IsLifted(method);
        return isLifted ? Evaluate(conversion.Operand, assumed) : Presence.Given;
    }

    private static Presence? OfConditional(IConditionalOperation conditional, IOperation whenFalse, AssumedOutcome? assumed) => assumed?.Evaluate(conditional.Condition) switch
    {
        true => Evaluate(conditional.WhenTrue, assumed),
        false => Evaluate(whenFalse, assumed),
        null => Merge(Evaluate(conditional.WhenTrue, assumed), Evaluate(whenFalse, assumed)),
    };

    private static Presence? OfSwitch(ISwitchExpressionOperation chosen, AssumedOutcome? assumed)
    {
        Presence? merged = null;

        foreach (ISwitchExpressionArmOperation arm in chosen.Arms)
            merged = Merge(merged, Evaluate(arm.Value, assumed));

        return merged;
    }

    private static Presence? OfCoalesce(IOperation value, IOperation whenNull, AssumedOutcome? assumed) => Evaluate(value, assumed) switch
    {
        Presence.Given => Presence.Given,

        // An empty string is absent, but it isn't null: '??' keeps it.
        Presence.Absent when value.Type.IsNullableValue() || value.ConstantValue is { HasValue: true, Value: null } => Evaluate(whenNull, assumed),
        Presence.Absent => Merge(Presence.Absent, Evaluate(whenNull, assumed)),
        _ => value.Type.IsNullableValue() && Evaluate(whenNull, assumed) is null or Presence.Given ? Presence.Given : Presence.Unknown,
    };

    private static Presence OfConcatenation(IBinaryOperation sum, AssumedOutcome? assumed) =>
        Evaluate(sum.LeftOperand, assumed) is Presence.Given || Evaluate(sum.RightOperand, assumed) is Presence.Given ? Presence.Given : Presence.Unknown;

    private static bool HasCertainText(IInterpolatedStringOperation text)
    {
        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string { Length: > 0 } } })
                return true;
        }

        return false;
    }

    private static Presence? Merge(Presence? left, Presence? right) =>
        left is null ? right
        : right is null || left == right ? left
        : Presence.Unknown;
}
