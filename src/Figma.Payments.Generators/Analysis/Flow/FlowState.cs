using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis.Flow;

/// <summary>What holds a value: a local, a parameter or a flow capture.</summary>
/// <param name="Owner">The symbol, or the capture's id.</param>
internal readonly record struct Variable(object Owner)
{
    /// <summary>What an operation reads or writes, where that is one of those.</summary>
    public static Variable? Of(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation { Local.IsRef: false } local => new Variable(local.Local),
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => new Variable(parameter.Parameter),
        IFlowCaptureReferenceOperation capture => new Variable(capture.Id),
        IFlowCaptureOperation capture => new Variable(capture.Id),
        IDeclarationExpressionOperation declaration => Of(declaration.Expression),
        _ => null,
    };

    public static ITypeSymbol? TypeOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Type,
        IParameterReferenceOperation parameter => parameter.Parameter.Type,
        IFlowCaptureOperation capture => capture.Value.Type,
        IDeclarationExpressionOperation declaration => TypeOf(declaration.Expression),
        _ => operation.Type,
    };
}

/// <summary>All that may be at a point: for which answers of the code before it is reached, and what each variable then is.</summary>
/// <remarks>At any time, each way through the code is in one place only: what two states have as guards excludes each other.</remarks>
internal sealed class FlowState(int guard, ImmutableDictionary<Variable, Value> variables)
{
    /// <summary>The formula that this point is reached.</summary>
    public int Guard { get; set; } = guard;

    public ImmutableDictionary<Variable, Value> Variables { get; set; } = variables;

    public FlowState With(int guard) => new(guard, Variables);

    /// <summary>Both of them.</summary>
    public FlowState Join(FlowState other, Values values)
    {
        if (Guard == Formulas.False)
            return other;

        ImmutableDictionary<Variable, Value> joined = Variables;

        if (!ReferenceEquals(Variables, other.Variables))
        {
            // A variable that only one of them has is one that nobody reads any more, or that still is what it was at the start.
            foreach (KeyValuePair<Variable, Value> variable in other.Variables)
            {
                if (!Variables.TryGetValue(variable.Key, out Value? own))
                    joined = joined.Add(variable.Key, variable.Value);
                else if (!ReferenceEquals(own, variable.Value))
                    joined = joined.SetItem(variable.Key, values.Choose(Guard, own, variable.Value));
            }
        }

        return new FlowState(values.Formulas.Or(Guard, other.Guard), joined);
    }
}
