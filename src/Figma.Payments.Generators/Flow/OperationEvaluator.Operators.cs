using System;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <content>The transfer functions of operators: equality, order, Boolean logic, counting and concatenation.</content>
internal sealed partial class OperationEvaluator
{
    // Beyond this bound, a counter is unknown. The bound also prevents overflows.
    private const long MaxCount = 1_000_000;

    private ValueSummary EvaluateBinary(IBinaryOperation binary, FlowState state)
    {
        ValueSummary left = Evaluate(binary.LeftOperand, state);
        ValueSummary right = Evaluate(binary.RightOperand, state);
        return Combine(binary.OperatorKind, binary, binary.OperatorMethod, binary.IsLifted, left, binary.LeftOperand, right, binary.RightOperand);
    }

    private ValueSummary EvaluateUnary(IUnaryOperation unary, FlowState state)
    {
        ValueSummary operand = Evaluate(unary.Operand, state);

        return unary switch
        {
            { OperatorMethod: not null } => _domain.Unknown(unary.Type),
            { OperatorKind: UnaryOperatorKind.Not, Type.SpecialType: SpecialType.System_Boolean } => _domain.Truth(_bdd.Not(_domain.IsTrue(operand))),
            { OperatorKind: UnaryOperatorKind.Plus } => operand,
            { OperatorKind: UnaryOperatorKind.Minus } => Add(ValueSummary.Constant(0L), operand, -1, unary.Type),
            _ => _domain.Unknown(unary.Type),
        };
    }

    private ValueSummary EvaluateIncrement(IIncrementOrDecrementOperation step, FlowState state)
    {
        ValueSummary before = Evaluate(step.Target, state);
        ValueSummary after = step.OperatorMethod is null ? Add(before, ValueSummary.Constant(1L), step.Kind == OperationKind.Increment ? 1 : -1, step.Type) : _domain.Unknown(step.Type);
        Assign(step.Target, after, state);
        return step.IsPostfix ? before : after;
    }

    private ValueSummary EvaluateCompoundAssignment(ICompoundAssignmentOperation compound, FlowState state)
    {
        ValueSummary left = Evaluate(compound.Target, state);
        ValueSummary right = Evaluate(compound.Value, state);

        ValueSummary result = compound.OutConversion.MethodSymbol is null && compound.InConversion.MethodSymbol is null
            ? Combine(compound.OperatorKind, compound, compound.OperatorMethod, compound.IsLifted, left, compound.Target, right, compound.Value)
            : _domain.Unknown(compound.Type);

        Assign(compound.Target, result, state);
        return result;
    }

    private ValueSummary Combine(BinaryOperatorKind kind, IOperation operation, IMethodSymbol? method, bool isLifted, ValueSummary left, IOperation leftOperand, ValueSummary right, IOperation rightOperand)
    {
        bool isText = method?.ContainingType.SpecialType == SpecialType.System_String;

        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            Formula isEqual = (method is null || isText) && AreComparedByValue(leftOperand, rightOperand) ? _domain.AreEqual(left, right)
                : method is null || isText ? CompareUnknown(left, right)
                : CompareByUserDefinedOperator(kind, isLifted, left, right);

            return _domain.Truth(kind == BinaryOperatorKind.Equals ? isEqual : _bdd.Not(isEqual));
        }

        if ((method is null || isText) && operation.Type?.SpecialType == SpecialType.System_String && kind == BinaryOperatorKind.Add)
            return IsNonEmptyText(left, leftOperand) || IsNonEmptyText(right, rightOperand) ? ValueSummary.NonNull : CreateNonNull(operation.Type);

        if (method is not null)
            return _domain.Unknown(operation.Type);

        if (operation.Type?.SpecialType == SpecialType.System_Boolean && FindTruth(kind, left, right) is { } formula)
            return _domain.Truth(formula);

        return kind switch
        {
            BinaryOperatorKind.Add => Add(left, right, 1, operation.Type),
            BinaryOperatorKind.Subtract => Add(left, right, -1, operation.Type),
            _ => _domain.Unknown(operation.Type),
        };
    }

    private Formula? FindTruth(BinaryOperatorKind kind, ValueSummary left, ValueSummary right) => kind switch
    {
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => _bdd.And(_domain.IsTrue(left), _domain.IsTrue(right)),
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => _bdd.Or(_domain.IsTrue(left), _domain.IsTrue(right)),
        BinaryOperatorKind.ExclusiveOr => _bdd.Not(_bdd.Iff(_domain.IsTrue(left), _domain.IsTrue(right))),
        BinaryOperatorKind.LessThan => _domain.IsLess(left, right, orEqual: false),
        BinaryOperatorKind.LessThanOrEqual => _domain.IsLess(left, right, orEqual: true),
        BinaryOperatorKind.GreaterThan => _domain.IsLess(right, left, orEqual: false),
        BinaryOperatorKind.GreaterThanOrEqual => _domain.IsLess(right, left, orEqual: true),
        _ => null,
    };

    /// <summary>Compares by a user-defined operator. The result is undecided, unless the operator is lifted and an operand is null.</summary>
    private Formula CompareByUserDefinedOperator(BinaryOperatorKind kind, bool isLifted, ValueSummary left, ValueSummary right)
    {
        Formula isEqual = _domain.Undecided();

        if (!isLifted)
            return isEqual;

        Formula isLeftNull = _domain.IsNull(left);
        Formula isRightNull = _domain.IsNull(right);
        return _bdd.Ite(isLeftNull, isRightNull, _bdd.AndNot(isEqual, isRightNull));
    }

    /// <summary>
    /// Determines whether the equality of two operands is that of their values: Booleans, characters, integers, enumerations and strings. Floating-point numbers have
    /// values that don't equal themselves, and other objects are compared by reference.
    /// </summary>
    private static bool AreComparedByValue(IOperation left, IOperation right) =>
        left.IsNull() || right.IsNull() || (IsComparable(left.Type) && IsComparable(right.Type));

    private static bool IsComparable(ITypeSymbol? type) =>
        type.WithoutNullable() is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_String or (>= SpecialType.System_Boolean and <= SpecialType.System_UInt64) };

    /// <summary>Compares values of which only null is known.</summary>
    private Formula CompareUnknown(ValueSummary left, ValueSummary right)
    {
        Formula isRightNull = _domain.IsNull(right);
        return _bdd.Ite(_domain.IsNull(left), isRightNull, _bdd.AndNot(_domain.Undecided(), isRightNull));
    }

    private ValueSummary Add(ValueSummary left, ValueSummary right, int sign, ITypeSymbol? type)
    {
        if (type.WithoutNullable() is not { TypeKind: not TypeKind.Enum } number || FlowTypes.FindRange(number) is not { } range)
            return _domain.Unknown(type);

        // Beyond the range of the type, the result wraps around.
        ValueSummary unknown = _domain.Unknown(type);

        return _domain.Map(left, right, (a, b) =>
            a is ConstantValue { Value: long x } && b is ConstantValue { Value: long y } && x is > -MaxCount and < MaxCount && y is > -MaxCount and < MaxCount && x + (sign * y) >= range.Min && x + (sign * y) <= range.Max
                ? ValueSummary.Constant(x + (sign * y))
                : unknown);
    }

    // The text of any other object can be empty.
    private bool IsNonEmptyText(ValueSummary value, IOperation operand) =>
        operand.WithoutValuePreservingConversions().Type is { SpecialType: SpecialType.System_String or >= SpecialType.System_Char and <= SpecialType.System_UInt64 }
        && _domain.IsNullOrEmpty(value).IsFalse;
}
