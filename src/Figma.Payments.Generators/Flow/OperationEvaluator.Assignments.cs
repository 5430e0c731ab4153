using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <content>The transfer functions of assignments.</content>
internal sealed partial class OperationEvaluator
{
    private ValueSummary EvaluateAssignment(ISimpleAssignmentOperation assignment, FlowState state)
    {
        EvaluateTarget(assignment.Target, state);
        ValueSummary value = Evaluate(assignment.Value, state);
        Assign(assignment.Target, value, state);
        return value;
    }

    private ValueSummary EvaluateDeconstruction(IDeconstructionAssignmentOperation deconstruction, FlowState state)
    {
        EvaluateTarget(deconstruction.Target, state);

        // All values are read before a variable is written: '(p, w) = (w, p)'.
        ValueSummary value = Evaluate(deconstruction.Value, state);

        if (!FlowGraph.CopiesElements(deconstruction))
            value = _domain.Unknown(null);

        Assign(deconstruction.Target, value, state);
        return value;
    }

    /// <summary>Evaluates the operands of a target, for example an index, without reading the target.</summary>
    private void EvaluateTarget(IOperation target, FlowState state)
    {
        if (ProgramVariable.OwnerOf(target) is not null)
            return;

        if (target is IInvocationOperation or IObjectCreationOperation or IAssignmentOperation)
        {
            Evaluate(target, state);
            return;
        }

        bool isComposed = target is ITupleOperation or IDeclarationExpressionOperation || (target is IFieldReferenceOperation field && ProgramVariables.FindTupleElement(field) is not null);

        // Only the element itself is a target in 'Next()[--i] = x': the parts are evaluated as in any other expression.
        foreach (IOperation child in target.ChildOperations)
        {
            if (isComposed)
                EvaluateTarget(child, state);
            else
                Evaluate(child, state);
        }
    }

    private void Assign(IOperation target, ValueSummary value, FlowState state)
    {
        // A member of null can't be assigned.
        if (FindReceiver(target) is { } receiver)
            RequireNonNull(_variables.Read(receiver, state), state);

        // A static field can run the initializers of its type.
        if (target is IFieldReferenceOperation { Instance: null })
            AddConsequences(target, state);

        switch (target)
        {
            case ITupleOperation tuple:
                for (int i = 0; i < tuple.Elements.Length; i++)
                    Assign(tuple.Elements[i], _domain.Element(value, i, tuple.Elements[i].Type), state);

                return;

            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, state);
                return;

            case IFieldReferenceOperation { Instance: { } instance } field when ProgramVariables.FindTupleElement(field) is { } index:
                AssignElement(instance, index, value, state);
                return;
        }

        if (_variables.FindCapturedElement(target) is { } captured)
        {
            Assign(captured, value, state);
            state.Set(_variables.GetOrAdd(((IFlowCaptureReferenceOperation)target).Id), value);
            return;
        }

        if (_variables.FindTarget(target) is not { } variable)
            return;

        state.Set(variable, value);

        // A flow capture that aliases the variable has the same value.
        if (ProgramVariable.OwnerOf(target) is CaptureId capture)
            state.Set(_variables.GetOrAdd(capture), value);
    }

    /// <summary>Returns the variable whose object an assignment changes, as <c>x</c> in <c>x.Position.X = 1</c>, or null if there is none.</summary>
    private static IOperation? FindReceiver(IOperation target)
    {
        // An extension can be assigned on null.
        IOperation? receiver = target is IPropertyReferenceOperation { Property: var property } && property.IsExtensionMember() ? null : (target as IMemberReferenceOperation)?.Instance;

        // The field of a struct is a part of the object that has the struct.
        while (receiver is IFieldReferenceOperation { Type.IsValueType: true, Instance: { } outer })
            receiver = outer;

        return receiver?.Type is { IsReferenceType: true } && ProgramVariable.OwnerOf(receiver) is not null ? receiver : null;
    }

    /// <summary>Sets the value of a target to unknown.</summary>
    private void ForgetTarget(IOperation target, FlowState state) => Assign(target, _domain.Unknown(ProgramVariable.TypeOf(target)), state);

    /// <summary>Returns the value of a tuple variable or of an element of it that is a tuple, or null if it isn't tracked.</summary>
    private ValueSummary? ReadPlace(IOperation place, FlowState state) => place switch
    {
        IFieldReferenceOperation { Instance: { } outer } field when ProgramVariables.FindTupleElement(field) is { } index =>
            ReadPlace(outer, state) is { } whole ? _domain.Element(whole, index, field.Type) : null,
        _ => _variables.FindTarget(place) is null ? null : _variables.Read(place, state),
    };

    private void AssignElement(IOperation instance, int index, ValueSummary value, FlowState state)
    {
        if (instance.Type is not INamedTypeSymbol { IsTupleType: true } type || ReadPlace(instance, state) is not { } whole)
            return;

        ImmutableArray<ValueSummary>.Builder elements = ImmutableArray.CreateBuilder<ValueSummary>();

        for (int i = 0; i < type.TupleElements.Length; i++)
            elements.Add(i == index ? value : _domain.Element(whole, i, type.TupleElements[i].Type));

        Assign(instance, new ValueSummary(new TupleValue(elements.ToImmutable())), state);
    }
}
