using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>What an expression is in a state, and what it does to the state, in the order in which it does it.</summary>
internal sealed class Expressions
{
    private readonly Values _values;
    private readonly Operators _operators;
    private readonly Patterns _patterns;
    private readonly Calls _calls;
    private readonly Assignments _assignments;
    private readonly FlowVariables _variables;
    private readonly FlowAnalysis _analysis;
    private readonly FlowObserver? _observer;

    public Expressions(FlowAnalysis analysis, FlowVariables variables, FlowObserver? observer)
    {
        _analysis = analysis;
        _observer = observer;
        _values = analysis.Values;
        _variables = variables;
        _assignments = new Assignments(_values, variables, this);
        _operators = new Operators(_values, this, _assignments);
        _patterns = new Patterns(_values, variables, this);
        _calls = new Calls(_values, this, _assignments);
    }

    /// <summary>Behind it, the value is not null: with null, it would have thrown.</summary>
    public void Require(Value value, FlowState state) =>
        state.Guard = _values.Formulas.AndNot(state.Guard, _values.IsNull(value));

    /// <summary>What is inside an operation that says nothing itself.</summary>
    public Value EvaluateChildren(IOperation operation, FlowState state)
    {
        foreach (IOperation child in operation.ChildOperations)
            Evaluate(child, state);

        return _values.Unknown(operation.Type);
    }

    public void Observe(IOperation call, FlowState state, Value?[] arguments) => _observer?.OnCall(_analysis, call, state, arguments);

    public Value Evaluate(IOperation operation, FlowState state)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return Values.Constant(constant);

        switch (operation)
        {
            case IFlowAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation:
                return Value.Given;

            case IFlowCaptureOperation capture:
                Value captured = Evaluate(capture.Value, state);
                state.Set(_variables.Of(capture.Id), captured);
                return captured;

            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation:
                Value read = _variables.Read(operation, state);
                _observer?.OnRead(_analysis, operation, state, read);
                return read;

            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation, state);

            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression, state);

            case IDefaultValueOperation { Type: { } type }:
                return OfDefault(type);

            case IConversionOperation conversion:
                return OfConversion(conversion, Evaluate(conversion.Operand, state), state);

            case ISimpleAssignmentOperation assignment:
                return _assignments.Assign(assignment, state);

            case IDeconstructionAssignmentOperation deconstruction:
                return _assignments.Deconstruct(deconstruction, state);

            case IIncrementOrDecrementOperation step:
                return _operators.Step(step, state);

            case ICompoundAssignmentOperation compound:
                return _operators.Compound(compound, state);

            case IBinaryOperation binary:
                return _operators.Binary(binary, state);

            case IUnaryOperation unary:
                return _operators.Unary(unary, state);

            case IIsNullOperation isNull:
                return _values.Truth(_values.IsNull(Evaluate(isNull.Operand, state)));

            case IIsPatternOperation pattern:
                return _values.Truth(_patterns.Match(Evaluate(pattern.Value, state), pattern.Pattern, state));

            case IIsTypeOperation test:
                int isType = _patterns.MatchType(Evaluate(test.ValueOperand, state), test.ValueOperand.Type, test.TypeOperand);
                return _values.Truth(test.IsNegated ? _values.Formulas.Not(isType) : isType);

            case ITupleOperation tuple:
                ImmutableArray<Value>.Builder elements = ImmutableArray.CreateBuilder<Value>();

                foreach (IOperation element in tuple.Elements)
                    elements.Add(Evaluate(element, state));

                return new Value(new TupleTerm(elements.ToImmutable()));

            case IFieldReferenceOperation field:
                return OfField(field, state);

            case IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation:
                return _calls.Evaluate(operation, state);

            case IInterpolatedStringOperation text:
                return OfText(text, state);

            case IArrayCreationOperation or IAnonymousObjectCreationOperation or IDelegateCreationOperation:
                EvaluateChildren(operation, state);
                return Value.Given;

            default:
                return EvaluateChildren(operation, state);
        }
    }

    private Value OfDefault(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.TypeParameter or TypeKind.Error } => _values.Unknown(type),
        { IsReferenceType: true } => Value.Null,
        { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_Int64 } => Values.Constant(0L),
        { SpecialType: SpecialType.System_Boolean } => Values.Constant(false),
        _ => type.IsNullableValue() ? Value.Null : _values.Unknown(type),
    };

    private Value OfConversion(IConversionOperation conversion, Value operand, FlowState state)
    {
        if (!conversion.Conversion.Exists)
            return _values.Unknown(conversion.Type);

        int isNull = _values.IsNull(operand);

        if (conversion.IsTryCast && !conversion.Conversion.IsImplicit && !conversion.Conversion.IsIdentity)
            return _values.Choose(isNull, Value.Null, _values.Unknown(conversion.Type));

        if (conversion.Conversion.MethodSymbol is { } method)
        {
            return conversion.IsLifted(method) ? _values.Choose(isNull, Value.Null, Value.Given)
                : method.ReturnType.IsNonNullableValue() ? Value.Given
                : _values.Unknown(conversion.Type);
        }

        // A cast to the bare type throws where there is nothing.
        if (conversion.Type.IsNonNullableValue())
            Require(operand, state);

        return KeepsValue(conversion) ? operand : _values.Choose(isNull, Value.Null, NotNull(conversion.Type));
    }

    /// <summary>Whether what comes out is what went in, in another type.</summary>
    private static bool KeepsValue(IConversionOperation conversion)
    {
        (CommonConversion kind, ITypeSymbol? from, ITypeSymbol? to) = (conversion.Conversion, conversion.Operand.Type, conversion.Type);

        if (kind.IsImplicit || kind.IsIdentity || kind.IsReference || from is { IsReferenceType: true })
            return !kind.IsNumeric || IsWhole(from) && IsWhole(to);

        // What does not fit into the other type comes out as something else.
        return SymbolEqualityComparer.Default.Equals(from.WithoutNullable(), to.WithoutNullable()) || from is { TypeKind: TypeKind.Enum } && IsWhole(to);
    }

    private static bool IsWhole(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_UInt64 };

    /// <summary>A value that is there, and of which no more is known.</summary>
    public Value NotNull(ITypeSymbol? type)
    {
        if (!type.CanBeString())
            return Value.Given;

        // It may be empty text.
        return _values.Choose(_values.Open(), Values.Constant(""), Value.Given);
    }

    private Value OfField(IFieldReferenceOperation field, FlowState state)
    {
        if (field.Field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
            return Values.Constant("");

        if (field.Instance is null)
            return _values.Unknown(field.Type);

        Value instance = Evaluate(field.Instance, state);

        if (FlowVariables.ElementOf(field) is { } index)
            return _values.Element(instance, index, field.Type);

        Require(instance, state);
        return _values.Unknown(field.Type);
    }

    private Value OfText(IInterpolatedStringOperation text, FlowState state)
    {
        bool isCertain = false;

        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            isCertain |= part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string { Length: > 0 } } };
            EvaluateChildren(part, state);
        }

        return isCertain ? Value.Given : NotNull(text.Type);
    }
}
