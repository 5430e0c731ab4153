using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
    private readonly HashSet<Formula> _doubtful = [];
    private readonly Dictionary<ISymbol, Formula> _initialized = new(SymbolEqualityComparer.Default);
    private Formula? _doubt;
    private int _depth;

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
        // What the path decided also decides the unknown results of the whole expression: 'n & 1' after 'if (b) n = 2'.
        if (_depth++ == 0)
            _domain.IsResultLost = operation.DescendantsAndSelf().Any(part => IsDecidedVariable(part, state) || IsOnlyNonNull(part, state));

        Formula before = state.PathCondition;
        ValueSummary value = EvaluateOperation(operation, state);
        AddConsequences(operation, state);

        // Code that might not be executed excludes nothing, but it can end the execution.
        if (state.PathCondition != before && _analysis.IsSkippable(operation))
            state.PathCondition = AddDoubt(before);

        if (--_depth == 0)
            _domain.IsResultLost = false;

        return value;
    }

    private ValueSummary EvaluateOperation(IOperation operation, FlowState state) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => ValueSummary.Constant(constant),
        IFlowAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation or IInstanceReferenceOperation => ValueSummary.NonNull,
        ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation => EvaluateVariable(operation, state),
        IFlowCaptureOperation capture => EvaluateCapture(capture, state),
        IExpressionStatementOperation statement => Evaluate(statement.Operation, state),
        IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression, state),
        IDefaultValueOperation { Type: { } type } => EvaluateDefault(type),

        // Which exception it is depends on the path.
        ICaughtExceptionOperation => _domain.Lost(),
        IConversionOperation conversion => EvaluateConversion(conversion, Evaluate(conversion.Operand, state), state),
        ISimpleAssignmentOperation assignment => EvaluateAssignment(assignment, state),
        IDeconstructionAssignmentOperation deconstruction => EvaluateDeconstruction(deconstruction, state),
        IIncrementOrDecrementOperation step => EvaluateIncrement(step, state),
        ICompoundAssignmentOperation compound => EvaluateCompoundAssignment(compound, state),
        IBinaryOperation binary => EvaluateBinary(binary, state),
        IUnaryOperation unary => EvaluateUnary(unary, state),
        IIsNullOperation isNull => _domain.Truth(_domain.IsNull(Evaluate(isNull.Operand, state))),
        IIsPatternOperation pattern => _domain.Truth(Match(Evaluate(pattern.Value, state), pattern.Pattern, state)),
        IIsTypeOperation test => EvaluateIsType(test, state),
        ITupleOperation tuple => EvaluateTuple(tuple, state),
        IFieldReferenceOperation field => EvaluateField(field, state),
        IInvocationOperation call => EvaluateInvocation(call, state),
        IObjectCreationOperation creation => EvaluateCreation(creation, state),
        IPropertyReferenceOperation property => EvaluateProperty(property, state),
        IInterpolatedStringOperation text => EvaluateInterpolation(text, state),
        IArrayCreationOperation or IAnonymousObjectCreationOperation or IDelegateCreationOperation => EvaluateNewObject(operation, state),
        _ => EvaluateChildren(operation, state),
    };

    /// <summary>Adds what follows from an operation that could end the execution or leave a trace.</summary>
    private void AddConsequences(IOperation operation, FlowState state)
    {
        bool isUnseen = _analysis.Graph.AssignsUnseen(operation);
        bool isEvident = !isUnseen && Completion.IsEvident(operation);
        bool leavesTrace = isUnseen || !Completion.LeavesNoTrace(operation);

        if (isEvident && !leavesTrace)
            return;

        INamedTypeSymbol? initialized = operation is IFieldReferenceOperation { Instance: null, Field.ContainingType: var type } ? type : null;

        // The initializers of a type run once.
        if (initialized is not null && _initialized.TryGetValue(initialized, out Formula after) && _bdd.Implies(state.PathCondition, after))
            return;

        bool isDecidedByPath = _domain.IsUnknownLost || operation.DescendantsAndSelf().Any(part => IsDecidedVariable(part, state));

        if (!isEvident)
            AddDoubt(isDecidedByPath, state);

        _domain.IsUnknownLost |= leavesTrace && (isDecidedByPath || _analysis.IsForSomeInputsOnly(state.PathCondition));

        if (initialized is not null)
            _initialized[initialized] = _initialized.TryGetValue(initialized, out Formula before) ? _bdd.Or(before, state.PathCondition) : state.PathCondition;
    }

    /// <summary>
    /// Adds to the path condition that execution continues after an operation that could end it. If the operation gets what the path decided, or can see what other
    /// operations did on some paths only, nothing after it is evidence. Otherwise, it is evidence for the paths that all have the operation.
    /// </summary>
    private void AddDoubt(bool isDecidedByPath, FlowState state)
    {
        if (isDecidedByPath)
        {
            state.PathCondition = AddDoubt(state.PathCondition);
            return;
        }

        // After another operation on the same paths, nothing new is doubtful.
        if (_doubtful.Contains(state.PathCondition))
            return;

        state.PathCondition = _bdd.And(state.PathCondition, _domain.Ending());
        _doubtful.Add(state.PathCondition);
    }

    private Formula AddDoubt(Formula pathCondition) => _bdd.And(pathCondition, _doubt ??= _domain.Doubt());

    private bool IsDecidedVariable(IOperation operation, FlowState state)
    {
        if (ProgramVariable.OwnerOf(operation) is not { } owner)
            return IsAlias(operation);

        ProgramVariable variable = _variables.GetOrAdd(owner);

        return variable.IsTracked
            ? state.Find(variable) is { } value && (IsDecidedValue(value) || (IsOnlyNonNull(value) && _variables.HasSeveralValues(owner)))
            : (!FlowTypes.IsOpaque(ProgramVariable.TypeOf(operation)) && operation.Type is not { IsReferenceType: true }) || _variables.HasSeveralValues(owner);
    }

    private static bool IsAlias(IOperation operation) =>
        operation is ILocalReferenceOperation { Local.RefKind: not RefKind.None } or IParameterReferenceOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };

    private static bool IsDecidedValue(ValueSummary value) => value.Values switch
    {
        [{ Value: UnknownValue unknown }] => unknown.Origin == ValueOrigin.Lost,
        [{ Value: TupleValue tuple }] => tuple.Elements.Any(IsDecidedValue),
        { Length: var length } => length > 1,
    };

    // It stands for many values, such as 1.5 and 2.5, of which the path might decide one.
    private bool IsOnlyNonNull(IOperation operation, FlowState state) =>
        ProgramVariable.OwnerOf(operation) is { } owner && state.Find(_variables.GetOrAdd(owner)) is { } value && IsOnlyNonNull(value);

    private static bool IsOnlyNonNull(ValueSummary value) => value.Values switch
    {
        [{ Value: NonNullValue }] => true,
        [{ Value: TupleValue tuple }] => tuple.Elements.Any(IsOnlyNonNull),
        _ => false,
    };

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

    private ValueSummary EvaluateNewObject(IOperation creation, FlowState state)
    {
        EvaluateChildren(creation, state);
        return ValueSummary.NonNull;
    }

    private ValueSummary EvaluateVariable(IOperation reference, FlowState state)
    {
        ValueSummary value = _variables.Read(reference, state);
        _observer?.OnRead(_analysis, reference, state, value);
        return value;
    }

    private ValueSummary EvaluateCapture(IFlowCaptureOperation capture, FlowState state)
    {
        ValueSummary value = Evaluate(capture.Value, state);
        state.Set(_variables.GetOrAdd(capture.Id), value);
        return value;
    }

    private ValueSummary EvaluateIsType(IIsTypeOperation test, FlowState state)
    {
        Formula isType = MatchType(Evaluate(test.ValueOperand, state), test.ValueOperand.Type, test.TypeOperand);
        return _domain.Truth(test.IsNegated ? _bdd.Not(isType) : isType);
    }

    private ValueSummary EvaluateTuple(ITupleOperation tuple, FlowState state)
    {
        ImmutableArray<ValueSummary>.Builder elements = ImmutableArray.CreateBuilder<ValueSummary>();

        foreach (IOperation element in tuple.Elements)
            elements.Add(Evaluate(element, state));

        return new ValueSummary(new TupleValue(elements.ToImmutable()));
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
