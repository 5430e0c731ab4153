using System;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>What the operators make of values: equality, order, the booleans', counting, and text put together.</summary>
internal sealed class Operators(Values values, Expressions expressions, Assignments assignments)
{
    // Counting beyond this is no counting of ids any more, and cannot overflow before.
    private const long MostCounted = 1_000_000;

    private readonly Formulas _formulas = values.Formulas;

    public Value Binary(IBinaryOperation binary, FlowState state)
    {
        Value left = expressions.Evaluate(binary.LeftOperand, state);
        Value right = expressions.Evaluate(binary.RightOperand, state);
        return Combine(binary.OperatorKind, binary, binary.OperatorMethod, binary.IsLifted, left, binary.LeftOperand, right, binary.RightOperand);
    }

    public Value Unary(IUnaryOperation unary, FlowState state)
    {
        Value operand = expressions.Evaluate(unary.Operand, state);

        return unary switch
        {
            { OperatorMethod: not null } => values.Unknown(unary.Type),
            { OperatorKind: UnaryOperatorKind.Not, Type.SpecialType: SpecialType.System_Boolean } => values.Truth(_formulas.Not(values.IsTrue(operand))),
            { OperatorKind: UnaryOperatorKind.Plus } => operand,
            { OperatorKind: UnaryOperatorKind.Minus } => Count(Values.Constant(0L), operand, -1, unary.Type),
            _ => values.Unknown(unary.Type),
        };
    }

    public Value Step(IIncrementOrDecrementOperation step, FlowState state)
    {
        Value before = expressions.Evaluate(step.Target, state);
        Value after = step.OperatorMethod is null ? Count(before, Values.Constant(1L), step.Kind == OperationKind.Increment ? 1 : -1, step.Type) : values.Unknown(step.Type);
        assignments.Set(step.Target, after, state);
        return step.IsPostfix ? before : after;
    }

    public Value Compound(ICompoundAssignmentOperation compound, FlowState state)
    {
        Value left = expressions.Evaluate(compound.Target, state);
        Value right = expressions.Evaluate(compound.Value, state);

        Value result = compound.OutConversion.MethodSymbol is null && compound.InConversion.MethodSymbol is null
            ? Combine(compound.OperatorKind, compound, compound.OperatorMethod, compound.IsLifted, left, compound.Target, right, compound.Value)
            : values.Unknown(compound.Type);

        assignments.Set(compound.Target, result, state);
        return result;
    }

    private Value Combine(BinaryOperatorKind kind, IOperation operation, IMethodSymbol? method, bool isLifted, Value left, IOperation leftOperand, Value right, IOperation rightOperand)
    {
        bool isText = method?.ContainingType.SpecialType == SpecialType.System_String;

        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            int equal = method is null || isText ? values.AreEqual(left, right) : OfOwnOperator(kind, isLifted, left, right);
            return values.Truth(kind == BinaryOperatorKind.Equals ? equal : _formulas.Not(equal));
        }

        if (operation.Type?.SpecialType == SpecialType.System_String && kind == BinaryOperatorKind.Add)
            return IsCertainText(left, leftOperand) || IsCertainText(right, rightOperand) ? Value.Given : expressions.NotNull(operation.Type);

        if (method is not null)
            return values.Unknown(operation.Type);

        if (operation.Type?.SpecialType == SpecialType.System_Boolean && Find(kind, left, right) is { } formula)
            return values.Truth(formula);

        return kind switch
        {
            BinaryOperatorKind.Add => Count(left, right, 1, operation.Type),
            BinaryOperatorKind.Subtract => Count(left, right, -1, operation.Type),
            _ => values.Unknown(operation.Type),
        };
    }

    private int? Find(BinaryOperatorKind kind, Value left, Value right) => kind switch
    {
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => _formulas.And(values.IsTrue(left), values.IsTrue(right)),
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => _formulas.Or(values.IsTrue(left), values.IsTrue(right)),
        BinaryOperatorKind.ExclusiveOr => _formulas.Not(_formulas.AreEqual(values.IsTrue(left), values.IsTrue(right))),
        BinaryOperatorKind.LessThan => values.IsBefore(left, right, orEqual: false),
        BinaryOperatorKind.LessThanOrEqual => values.IsBefore(left, right, orEqual: true),
        BinaryOperatorKind.GreaterThan => values.IsBefore(right, left, orEqual: false),
        BinaryOperatorKind.GreaterThanOrEqual => values.IsBefore(right, left, orEqual: true),
        _ => null,
    };

    /// <summary>An operator of one's own may say anything, save of null where it is lifted over it.</summary>
    private int OfOwnOperator(BinaryOperatorKind kind, bool isLifted, Value left, Value right)
    {
        int answer = values.Open();

        if (!isLifted)
            return answer;

        int isLeftNull = values.IsNull(left);
        int isRightNull = values.IsNull(right);
        return _formulas.Choose(isLeftNull, isRightNull, _formulas.AndNot(answer, isRightNull));
    }

    private Value Count(Value left, Value right, int sign, ITypeSymbol? type)
    {
        if (type is not { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Int64 })
            return values.Unknown(type);

        Value unknown = values.Unknown(type);

        return values.Map(left, right, (a, b) =>
            a is ConstantTerm { Value: long x } && b is ConstantTerm { Value: long y } && Math.Abs(x) < MostCounted && Math.Abs(y) < MostCounted
                ? Values.Constant(x + (sign * y))
                : unknown);
    }

    // Any other object's text may be empty.
    private bool IsCertainText(Value value, IOperation operand) =>
        operand.WithoutValuePreservingConversions().Type is { SpecialType: SpecialType.System_String or >= SpecialType.System_Char and <= SpecialType.System_UInt64 }
        && values.IsNullOrEmpty(value) == Formulas.False;
}
