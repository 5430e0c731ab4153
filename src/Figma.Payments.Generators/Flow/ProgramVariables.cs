using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>The variables of a graph.</summary>
internal sealed class ProgramVariables(FlowGraph graph, EscapeAnalysis escapes, IMethodSymbol? function, BddManager bdd, BooleanVariables booleans)
{
    private readonly Dictionary<object, ProgramVariable> _all = [];

    /// <summary>Returns the variable of a symbol or a capture ID.</summary>
    public ProgramVariable GetOrAdd(object owner)
    {
        if (!_all.TryGetValue(owner, out ProgramVariable? variable))
            _all.Add(owner, variable = new ProgramVariable(owner, _all.Count, owner is not ISymbol symbol || escapes.CanTrack(symbol, function)));

        return variable;
    }

    /// <summary>Returns the value of a reference. The value of a variable that isn't tracked is unknown at each read, and the code might decide it.</summary>
    public ValueSummary Read(IOperation reference, FlowState state) =>
        ProgramVariable.OwnerOf(reference) is { } owner && GetOrAdd(owner) is { IsTracked: true } variable
            ? state.Find(variable) ?? GetInitialValue(variable, ProgramVariable.TypeOf(reference))
            : new ValueSummary(new UnknownValue(bdd, booleans, ProgramVariable.TypeOf(reference), ValueOrigin.Lost));

    /// <summary>Returns the value of a variable at the entry.</summary>
    public ValueSummary GetInitialValue(ProgramVariable variable, ITypeSymbol? type)
    {
        if (variable.InitialValue is { } value)
            return value;

        if (variable.Owner is ILocalSymbol local && !EscapeAnalysis.IsOwn(local, function) && escapes.FindInitializer(local) is { } initializer && EvaluateInitializer(initializer, local) is { } initial)
            return variable.InitialValue = initial;

        // Callers that are known decide what they pass.
        ValueOrigin origin = variable.Owner is IParameterSymbol parameter && EscapeAnalysis.IsOwn(parameter, function) && function?.HasUnknownCallers() != false ? ValueOrigin.Input : ValueOrigin.Outside;
        variable.InitialValue = value = FlowTypes.IsOpaque(type) ? ValueSummary.NonNull : new ValueSummary(new UnknownValue(bdd, booleans, type, origin));
        return value;
    }

    /// <summary>Returns the value of the initializer of a local of an enclosing function, or null if it isn't known.</summary>
    private static ValueSummary? EvaluateInitializer(IOperation initializer, ILocalSymbol local)
    {
        IOperation bare = initializer.WithoutValuePreservingConversions();

        return initializer.DescendantsAndSelf().Any(static part => part is IConversionOperation { Operand.Type.TypeKind: TypeKind.Dynamic }) ? null
            : bare.IsNull() ? ValueSummary.Null
            : bare is { ConstantValue: { HasValue: true, Value: string text } } ? ValueSummary.Constant(text)
            : local.Type.IsNullableValue() && bare.Type.IsNonNullableValue() ? ValueSummary.NonNull
            : null;
    }

    /// <summary>Returns the variable that an assignment writes, or null if it isn't tracked.</summary>
    public ProgramVariable? FindTarget(IOperation target)
    {
        object? owner = ProgramVariable.OwnerOf(target);

        if (owner is CaptureId id && graph.FindCaptured(id) is { } captured)
            owner = ProgramVariable.OwnerOf(captured);

        return owner is not null && GetOrAdd(owner) is { IsTracked: true } variable ? variable : null;
    }

    /// <summary>Determines whether a variable can have more than one value, of which the path might decide one.</summary>
    public bool HasSeveralValues(object owner) => owner is ISymbol symbol
        ? escapes.HasSeveralValues(symbol)
        : graph.FindCapturedValue((CaptureId)owner) is not { } value || value.DescendantsAndSelf().Any(part => ProgramVariable.OwnerOf(part) is { } inner && HasSeveralValues(inner));

    /// <summary>Returns the element of a tuple that a flow capture aliases in an assignment, or null if there is none.</summary>
    public IFieldReferenceOperation? FindCapturedElement(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture ? graph.FindCaptured(capture.Id) as IFieldReferenceOperation : null;

    /// <summary>Returns the variables that an operation and its descendants write.</summary>
    public IEnumerable<ProgramVariable> FindWritten(IOperation operation)
    {
        foreach (IOperation inner in operation.DescendantsAndSelf())
        {
            switch (inner)
            {
                case IFlowCaptureOperation capture:
                    yield return GetOrAdd(capture.Id);
                    break;

                case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol declared }:
                    yield return GetOrAdd(declared);
                    break;

                case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol declared }:
                    yield return GetOrAdd(declared);
                    break;

                case IListPatternOperation { DeclaredSymbol: ILocalSymbol declared }:
                    yield return GetOrAdd(declared);
                    break;
            }

            foreach (IOperation target in FindTargets(inner))
            {
                if (FindTarget(target) is { } variable)
                    yield return variable;

                // An element that a capture aliases is a part of a variable.
                if (FindCapturedElement(target) is { } element)
                {
                    yield return GetOrAdd(((IFlowCaptureReferenceOperation)target).Id);

                    foreach (IOperation leaf in FindLeaves(element))
                    {
                        if (FindTarget(leaf) is { } whole)
                            yield return whole;
                    }
                }
            }
        }
    }

    /// <summary>Returns the index of the tuple element that a field reference reads, or null if it reads another field.</summary>
    public static int? FindTupleElement(IFieldReferenceOperation reference)
    {
        if (reference is not { Field: { ContainingType: { IsTupleType: true } type } field, Instance: not null })
            return null;

        IFieldSymbol plain = field.CorrespondingTupleField ?? field;

        for (int i = 0; i < type.TupleElements.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(type.TupleElements[i].CorrespondingTupleField ?? type.TupleElements[i], plain))
                return i;
        }

        return null;
    }

    private static IEnumerable<IOperation> FindTargets(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => FindLeaves(assignment.Target),
        IIncrementOrDecrementOperation step => FindLeaves(step.Target),
        IArgumentOperation { Parameter: null or { RefKind: RefKind.Ref or RefKind.Out } } argument => FindLeaves(argument.Value),
        _ => ImmutableArray<IOperation>.Empty,
    };

    private static IEnumerable<IOperation> FindLeaves(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.SelectMany(FindLeaves),
        IDeclarationExpressionOperation declaration => FindLeaves(declaration.Expression),
        IFieldReferenceOperation { Instance: { } instance } field when field.Field.ContainingType.IsValueType => FindLeaves(instance),
        _ => ImmutableArray.Create(target),
    };
}
