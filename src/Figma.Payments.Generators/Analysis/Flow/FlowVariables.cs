using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis.Flow;

/// <summary>The variables of a graph: which are followed, what they are at the start, and who writes them.</summary>
internal sealed class FlowVariables(FlowGraph graph, FlowScope scope, IMethodSymbol? function, Formulas formulas, Atoms atoms)
{
    private readonly Dictionary<Variable, Value> _beginnings = [];

    /// <summary>Whether nothing but the code in sight can change it.</summary>
    public bool CanFollow(Variable variable) => variable.Owner is not ISymbol symbol || scope.CanFollow(symbol, function);

    /// <summary>What a reference is worth; what is not followed is something else each time.</summary>
    public Value Read(IOperation reference, FlowState state) =>
        Variable.Of(reference) is { } variable && CanFollow(variable)
            ? state.Variables.TryGetValue(variable, out Value? value) ? value : Beginning(variable, Variable.TypeOf(reference))
            : new Value(new Symbol(formulas, atoms, Variable.TypeOf(reference), SymbolOrigin.Outside));

    /// <summary>What a variable is before anything is done.</summary>
    public Value Beginning(Variable variable, ITypeSymbol? type)
    {
        if (_beginnings.TryGetValue(variable, out Value? value))
            return value;

        SymbolOrigin origin = variable.Owner is IParameterSymbol parameter && FlowScope.IsOwn(parameter, function) ? SymbolOrigin.Input : SymbolOrigin.Outside;
        value = Types.IsOpaque(type) ? Value.Given : new Value(new Symbol(formulas, atoms, type, origin));
        _beginnings.Add(variable, value);
        return value;
    }

    /// <summary>The variable that an assignment's target stands for.</summary>
    public Variable? FindTarget(IOperation target)
    {
        Variable? variable = Variable.Of(target) is { Owner: CaptureId id } capture ? graph.FindCaptured(id) ?? capture : Variable.Of(target);
        return variable is { } found && CanFollow(found) ? found : null;
    }

    /// <summary>The variables that an operation writes, with what is inside it.</summary>
    public IEnumerable<Variable> Written(IOperation operation)
    {
        foreach (IOperation inner in operation.DescendantsAndSelf())
        {
            switch (inner)
            {
                case IFlowCaptureOperation capture:
                    yield return new Variable(capture.Id);
                    break;

                case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol declared }:
                    yield return new Variable(declared);
                    break;

                case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol declared }:
                    yield return new Variable(declared);
                    break;

                case IListPatternOperation { DeclaredSymbol: ILocalSymbol declared }:
                    yield return new Variable(declared);
                    break;
            }

            foreach (IOperation target in TargetsOf(inner))
            {
                if (FindTarget(target) is { } variable)
                    yield return variable;
            }
        }
    }

    /// <summary>The element of a tuple that a field is; null where it is none.</summary>
    public static int? ElementOf(IFieldReferenceOperation reference)
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

    private static IEnumerable<IOperation> TargetsOf(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => Leaves(assignment.Target),
        IIncrementOrDecrementOperation step => Leaves(step.Target),
        IArgumentOperation { Parameter: null or { RefKind: RefKind.Ref or RefKind.Out } } argument => Leaves(argument.Value),
        _ => ImmutableArray<IOperation>.Empty,
    };

    private static IEnumerable<IOperation> Leaves(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.SelectMany(Leaves),
        IDeclarationExpressionOperation declaration => Leaves(declaration.Expression),
        IFieldReferenceOperation { Instance: { } instance } field when field.Field.ContainingType.IsValueType => Leaves(instance),
        _ => ImmutableArray.Create(target),
    };
}
