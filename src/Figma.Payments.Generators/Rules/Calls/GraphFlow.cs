using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>One run of the flow analysis over a graph, with what the calls in it are then given.</summary>
internal sealed class GraphFlow
{
    private readonly Dictionary<IOperation, List<CallVisit>> _visits = [];
    private readonly List<ResourceCall> _calls;
    private readonly ConditionFacts _facts;
    private FlowAnalysis? _analysis;

    private GraphFlow(ControlFlowGraph graph, List<ResourceCall> calls)
    {
        _calls = calls;
        _facts = new ConditionFacts(graph, calls.Select(static call => call.Operation.Syntax));
    }

    /// <summary>Runs a graph; null where the analysis gives up.</summary>
    public static GraphFlow? Run(ControlFlowGraph graph, FlowScope scope, IMethodSymbol? function, List<ResourceCall> calls, CancellationToken cancellationToken)
    {
        GraphFlow flow = new(graph, calls);
        flow._analysis = FlowAnalysis.Run(graph, scope, function, ExactlyOne(function), flow.Note, onOperation: null, cancellationToken);
        return flow._analysis.HasGivenUp ? null : flow;
    }

    /// <summary>The ways to a call; null where there is none.</summary>
    public CallPaths? FindPaths(ResourceCall call, NullableFlow nullable)
    {
        if (!_visits.TryGetValue(call.Operation, out List<CallVisit>? visits))
            return null;

        CallPaths paths = new(_analysis!, _facts, visits.Select(visit => Believe(visit, nullable)));
        return paths.IsReached ? paths : null;
    }

    /// <summary>The ids of a marked method: its callers supply exactly one.</summary>
    private static ImmutableArray<IParameterSymbol> ExactlyOne(IMethodSymbol? function) =>
        function is not null && ResourceParameters.FindMarked(function) is { } resources
            ? resources.Ordinals.Select(ordinal => function.Parameters[ordinal]).ToImmutableArray()
            : ImmutableArray<IParameterSymbol>.Empty;

    private void Note(FlowAnalysis analysis, IOperation operation, FlowState state, Value?[] arguments)
    {
        // The graph has operations of its own: a call is known by where it is written.
        if (_calls.Find(call => call.Operation.Syntax == operation.Syntax && call.Operation.Kind == operation.Kind) is not { } call)
            return;

        ImmutableArray<int> ordinals = call.Resources.Ordinals;
        int[] given = new int[ordinals.Length];
        int[] nothing = new int[ordinals.Length];

        for (int id = 0; id < ordinals.Length; id++)
        {
            Value value = (ordinals[id] < arguments.Length ? arguments[ordinals[id]] : null) ?? analysis.Values.Unknown(null);
            given[id] = analysis.Formulas.Not(analysis.Values.IsAbsent(value));
            nothing[id] = analysis.Values.IsNothing(value);
        }

        if (!_visits.TryGetValue(call.Operation, out List<CallVisit>? visits))
            _visits.Add(call.Operation, visits = []);

        visits.Add(new CallVisit(state.Guard, given, nothing, analysis.Formulas.Atoms));
    }

    /// <summary>
    /// What the compiler knows to be there is there: where it is not, the call is not made. The compiler errs where a value is made
    /// and taken apart in one assignment: where the code itself says null, it is not believed.
    /// </summary>
    private CallVisit Believe(CallVisit visit, NullableFlow nullable)
    {
        Formulas formulas = _analysis!.Formulas;
        int reached = visit.Reached;

        foreach (int id in nullable.Given)
        {
            if (formulas.And(visit.Reached, visit.Nothing[id]) == Formulas.False)
                reached = formulas.And(reached, visit.Given[id]);
        }

        return visit with { Reached = reached };
    }
}
