using System;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <content>The transfer functions of operators: equality, order, Boolean logic, counting and concatenation.</content>
internal sealed partial class OperationEvaluator
{
    // Counting beyond this is no counting of ids any more, and cannot overflow before.
    private const long MaxCount = 1_000_000;

    private Value EvaluateBinary(IBinaryOperation binary, FlowState state)
    {
        Value left = Evaluate(binary.LeftOperand, state);
        Value right = Evaluate(binary.RightOperand, state);
        return Combine(binary.OperatorKind, binary, binary.OperatorMethod, binary.IsLifted, left, binary.LeftOperand, right, binary.RightOperand);
    }

    private Value EvaluateUnary(IUnaryOperation unary, FlowState state)
    {
        Value operand = Evaluate(unary.Operand, state);

        return unary switch
        {
            { OperatorMethod: not null } => _values.Unknown(unary.Type),
            { OperatorKind: UnaryOperatorKind.Not, Type.SpecialType: SpecialType.System_Boolean } => _values.Truth(_bdd.Not(_values.IsTrue(operand))),
            { OperatorKind: UnaryOperatorKind.Plus } => operand,
            { OperatorKind: UnaryOperatorKind.Minus } => Add(Values.Constant(0L), operand, -1, unary.Type),
            _ => _values.Unknown(unary.Type),
        };
    }

    private Value EvaluateIncrement(IIncrementOrDecrementOperation step, FlowState state)
    {
        Value before = Evaluate(step.Target, state);
        Value after = step.OperatorMethod is null ? Add(before, Values.Constant(1L), step.Kind == OperationKind.Increment ? 1 : -1, step.Type) : _values.Unknown(step.Type);
        Assign(step.Target, after, state);
        return step.IsPostfix ? before : after;
    }

    private Value EvaluateCompoundAssignment(ICompoundAssignmentOperation compound, FlowState state)
    {
        Value left = Evaluate(compound.Target, state);
        Value right = Evaluate(compound.Value, state);

        Value result = compound.OutConversion.MethodSymbol is null && compound.InConversion.MethodSymbol is null
            ? Combine(compound.OperatorKind, compound, compound.OperatorMethod, compound.IsLifted, left, compound.Target, right, compound.Value)
            : _values.Unknown(compound.Type);

        Assign(compound.Target, result, state);
        return result;
    }

    private Value Combine(BinaryOperatorKind kind, IOperation operation, IMethodSymbol? method, bool isLifted, Value left, IOperation leftOperand, Value right, IOperation rightOperand)
    {
        bool isText = method?.ContainingType.SpecialType == SpecialType.System_String;

        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            Formula isEqual = method is null || isText ? _values.AreEqual(left, right) : CompareByUserDefinedOperator(kind, isLifted, left, right);
            return _values.Truth(kind == BinaryOperatorKind.Equals ? isEqual : _bdd.Not(isEqual));
        }

        if (operation.Type?.SpecialType == SpecialType.System_String && kind == BinaryOperatorKind.Add)
            return IsNonEmptyText(left, leftOperand) || IsNonEmptyText(right, rightOperand) ? Value.Given : CreateNonNull(operation.Type);

        if (method is not null)
            return _values.Unknown(operation.Type);

        if (operation.Type?.SpecialType == SpecialType.System_Boolean && FindTruth(kind, left, right) is { } formula)
            return _values.Truth(formula);

        return kind switch
        {
            BinaryOperatorKind.Add => Add(left, right, 1, operation.Type),
            BinaryOperatorKind.Subtract => Add(left, right, -1, operation.Type),
            _ => _values.Unknown(operation.Type),
        };
    }

    private Formula? FindTruth(BinaryOperatorKind kind, Value left, Value right) => kind switch
    {
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => _bdd.And(_values.IsTrue(left), _values.IsTrue(right)),
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => _bdd.Or(_values.IsTrue(left), _values.IsTrue(right)),
        BinaryOperatorKind.ExclusiveOr => _bdd.Not(_bdd.Iff(_values.IsTrue(left), _values.IsTrue(right))),
        BinaryOperatorKind.LessThan => _values.IsBefore(left, right, orEqual: false),
        BinaryOperatorKind.LessThanOrEqual => _values.IsBefore(left, right, orEqual: true),
        BinaryOperatorKind.GreaterThan => _values.IsBefore(right, left, orEqual: false),
        BinaryOperatorKind.GreaterThanOrEqual => _values.IsBefore(right, left, orEqual: true),
        _ => null,
    };

    /// <summary>An operator of one's own may say anything, save of null where it is lifted over it.</summary>
    private Formula CompareByUserDefinedOperator(BinaryOperatorKind kind, bool isLifted, Value left, Value right)
    {
        Formula answer = _values.Undecided();

        if (!isLifted)
            return answer;

        Formula isLeftNull = _values.IsNull(left);
        Formula isRightNull = _values.IsNull(right);
        return _bdd.Ite(isLeftNull, isRightNull, _bdd.AndNot(answer, isRightNull));
    }

    private Value Add(Value left, Value right, int sign, ITypeSymbol? type)
    {
        if (type is not { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Int64 })
            return _values.Unknown(type);

        Value unknown = _values.Unknown(type);

        return _values.Map(left, right, (a, b) =>
            a is ConstantTerm { Value: long x } && b is ConstantTerm { Value: long y } && Math.Abs(x) < MaxCount && Math.Abs(y) < MaxCount
                ? Values.Constant(x + (sign * y))
                : unknown);
    }

    // Any other object's text may be empty.
    private bool IsNonEmptyText(Value value, IOperation operand) =>
        operand.WithoutValuePreservingConversions().Type is { SpecialType: SpecialType.System_String or >= SpecialType.System_Char and <= SpecialType.System_UInt64 }
        && _values.IsNullOrEmpty(value).IsFalse;
}
