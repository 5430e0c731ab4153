using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Evaluates operations: the transfer functions of the analysis. An evaluation returns the value of an expression and changes the state as the
/// expression does, in evaluation order.
/// </summary>
internal sealed partial class OperationEvaluator
{
    private readonly FlowAnalysis _analysis;
    private readonly ProgramVariables _variables;
    private readonly FlowObserver? _observer;
    private readonly ValueDomain _domain;
    private readonly BddManager _bdd;

    public OperationEvaluator(FlowAnalysis analysis, ProgramVariables variables, FlowObserver? observer)
    {
        _analysis = analysis;
        _variables = variables;
        _observer = observer;
        _domain = analysis.Domain;
        _bdd = analysis.Bdd;
    }

    public ValueSummary Evaluate(IOperation operation, FlowState state)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return ValueSummary.Constant(constant);

        switch (operation)
        {
            case IFlowAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation:
                return ValueSummary.NonNull;

            case IFlowCaptureOperation capture:
                ValueSummary captured = Evaluate(capture.Value, state);
                state.Set(_variables.GetOrAdd(capture.Id), captured);
                return captured;

            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation:
                ValueSummary read = _variables.Read(operation, state);
                _observer?.OnRead(_analysis, operation, state, read);
                return read;

            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation, state);

            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression, state);

            case IDefaultValueOperation { Type: { } type }:
                return EvaluateDefault(type);

            case IConversionOperation conversion:
                return EvaluateConversion(conversion, Evaluate(conversion.Operand, state), state);

            case ISimpleAssignmentOperation assignment:
                return EvaluateAssignment(assignment, state);

            case IDeconstructionAssignmentOperation deconstruction:
                return EvaluateDeconstruction(deconstruction, state);

            case IIncrementOrDecrementOperation step:
                return EvaluateIncrement(step, state);

            case ICompoundAssignmentOperation compound:
                return EvaluateCompoundAssignment(compound, state);

            case IBinaryOperation binary:
                return EvaluateBinary(binary, state);

            case IUnaryOperation unary:
                return EvaluateUnary(unary, state);

            case IIsNullOperation isNull:
                return _domain.Truth(_domain.IsNull(Evaluate(isNull.Operand, state)));

            case IIsPatternOperation pattern:
                return _domain.Truth(Match(Evaluate(pattern.Value, state), pattern.Pattern, state));

            case IIsTypeOperation test:
                Formula isType = MatchType(Evaluate(test.ValueOperand, state), test.ValueOperand.Type, test.TypeOperand);
                return _domain.Truth(test.IsNegated ? _bdd.Not(isType) : isType);

            case ITupleOperation tuple:
                ImmutableArray<ValueSummary>.Builder elements = ImmutableArray.CreateBuilder<ValueSummary>();

                foreach (IOperation element in tuple.Elements)
                    elements.Add(Evaluate(element, state));

                return new ValueSummary(new TupleValue(elements.ToImmutable()));

            case IFieldReferenceOperation field:
                return EvaluateField(field, state);

            case IInvocationOperation call:
                return EvaluateInvocation(call, state);

            case IObjectCreationOperation creation:
                return EvaluateCreation(creation, state);

            case IPropertyReferenceOperation property:
                return EvaluateProperty(property, state);

            case IInterpolatedStringOperation text:
                return EvaluateInterpolation(text, state);

            case IArrayCreationOperation or IAnonymousObjectCreationOperation or IDelegateCreationOperation:
                EvaluateChildren(operation, state);
                return ValueSummary.NonNull;

            default:
                return EvaluateChildren(operation, state);
        }
    }

    /// <summary>Excludes null from the path condition: with null, the operation throws.</summary>
    private void RequireNonNull(ValueSummary value, FlowState state) =>
        state.PathCondition = _bdd.AndNot(state.PathCondition, _domain.IsNull(value));

    /// <summary>Evaluates the operands of an operation whose result is unknown.</summary>
    private ValueSummary EvaluateChildren(IOperation operation, FlowState state)
    {
        foreach (IOperation child in operation.ChildOperations)
            Evaluate(child, state);

        return _domain.Unknown(operation.Type);
    }

    /// <summary>Creates a value of which it is only known that it isn't null.</summary>
    private ValueSummary CreateNonNull(ITypeSymbol? type)
    {
        if (!type.CanBeString())
            return ValueSummary.NonNull;

        // The string can be empty.
        return _domain.Choose(_domain.Undecided(), ValueSummary.Constant(""), ValueSummary.NonNull);
    }

    private ValueSummary EvaluateField(IFieldReferenceOperation field, FlowState state)
    {
        if (field.Field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
            return ValueSummary.Constant("");

        if (field.Instance is null)
            return _domain.Unknown(field.Type);

        ValueSummary instance = Evaluate(field.Instance, state);

        if (ProgramVariables.FindTupleElement(field) is { } index)
            return _domain.Element(instance, index, field.Type);

        RequireNonNull(instance, state);
        return _domain.Unknown(field.Type);
    }

    private ValueSummary EvaluateInterpolation(IInterpolatedStringOperation text, FlowState state)
    {
        bool isCertain = false;

        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            isCertain |= part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string { Length: > 0 } } };
            EvaluateChildren(part, state);
        }

        return isCertain ? ValueSummary.NonNull : CreateNonNull(text.Type);
    }
}
