using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>Gives variables their values.</summary>
internal sealed class Assignments(Values values, FlowVariables variables, Expressions expressions)
{
    public Value Assign(ISimpleAssignmentOperation assignment, FlowState state)
    {
        EvaluateTarget(assignment.Target, state);
        Value value = expressions.Evaluate(assignment.Value, state);
        Set(assignment.Target, value, state);
        return value;
    }

    public Value Deconstruct(IDeconstructionAssignmentOperation deconstruction, FlowState state)
    {
        EvaluateTarget(deconstruction.Target, state);

        // All is read before anything is written: '(p, w) = (w, p)'.
        Value value = expressions.Evaluate(deconstruction.Value, state);

        if (deconstruction.Value.WithoutValuePreservingConversions().Type is not { IsTupleType: true })
            value = values.Unknown(null);

        Set(deconstruction.Target, value, state);
        return value;
    }

    /// <summary>Evaluates what is inside a target before it is written, as an index; the variable itself is not read.</summary>
    public void EvaluateTarget(IOperation target, FlowState state)
    {
        if (Variable.OwnerOf(target) is not null)
            return;

        foreach (IOperation child in target.ChildOperations)
            EvaluateTarget(child, state);

        if (target is IInvocationOperation or IObjectCreationOperation or IAssignmentOperation)
            expressions.Evaluate(target, state);
    }

    public void Set(IOperation target, Value value, FlowState state)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                for (int i = 0; i < tuple.Elements.Length; i++)
                    Set(tuple.Elements[i], values.Element(value, i, tuple.Elements[i].Type), state);

                return;

            case IDeclarationExpressionOperation declaration:
                Set(declaration.Expression, value, state);
                return;

            case IFieldReferenceOperation { Instance: { } instance } field when FlowVariables.ElementOf(field) is { } index:
                SetElement(instance, index, value, state);
                return;
        }

        if (variables.FindTarget(target) is not { } variable)
            return;

        state.Set(variable, value);

        // A capture that stands for the variable is read as what was assigned.
        if (Variable.OwnerOf(target) is CaptureId capture)
            state.Set(variables.Of(capture), value);
    }

    /// <summary>Forgets what a target holds.</summary>
    public void Forget(IOperation target, FlowState state) => Set(target, values.Unknown(Variable.TypeOf(target)), state);

    private void SetElement(IOperation instance, int index, Value value, FlowState state)
    {
        if (variables.FindTarget(instance) is null || instance.Type is not INamedTypeSymbol { IsTupleType: true } type)
            return;

        Value whole = variables.Read(instance, state);
        ImmutableArray<Value>.Builder elements = ImmutableArray.CreateBuilder<Value>();

        for (int i = 0; i < type.TupleElements.Length; i++)
            elements.Add(i == index ? value : values.Element(whole, i, type.TupleElements[i].Type));

        Set(instance, new Value(new TupleTerm(elements.ToImmutable())), state);
    }
}
