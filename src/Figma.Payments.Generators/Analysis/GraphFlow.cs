using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Analysis.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Figma.Payments.Generators.Analysis;

/// <summary>One run of the flow analysis over a graph, with what the calls in it are then given.</summary>
internal sealed class GraphFlow
{
    private readonly Dictionary<(SyntaxNode Syntax, OperationKind Kind), List<CallVisit>> _visits = [];
    private readonly Dictionary<(SyntaxNode Syntax, OperationKind Kind), ResourceCall> _calls;
    private readonly ControlFlowGraph _graph;
    private FlowAnalysis? _analysis;
    private ConditionFacts? _facts;

    private GraphFlow(ControlFlowGraph graph, List<ResourceCall> calls)
    {
        _graph = graph;
        _calls = calls.ToDictionary(static call => (call.Operation.Syntax, call.Operation.Kind));
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
        if (!_visits.TryGetValue((call.Operation.Syntax, call.Operation.Kind), out List<CallVisit>? visits))
            return null;

        _facts ??= new ConditionFacts(_graph, new HashSet<SyntaxNode>(_calls.Keys.Select(static key => key.Syntax)));
        CallPaths paths = new(_analysis!, _facts, visits.Select(visit => Believe(visit, nullable)));
        return paths.IsReached ? paths : null;
    }

    /// <summary>The ids of a marked method: its callers supply exactly one.</summary>
    private static ImmutableArray<IParameterSymbol> ExactlyOne(IMethodSymbol? function) =>
        function is not null && ResourceParameters.FindMarked(function) is { } resources
            ? resources.Ordinals.Select(ordinal => function.Parameters[ordinal]).ToImmutableArray()
            : ImmutableArray<IParameterSymbol>.Empty;

    private void Note(FlowAnalysis analysis, IOperation operation, FlowState state, IReadOnlyDictionary<int, Value> arguments)
    {
        if (!_calls.TryGetValue((operation.Syntax, operation.Kind), out ResourceCall? call))
            return;

        ImmutableArray<Value> ids = call.Resources.Ordinals
            .Select(ordinal => arguments.TryGetValue(ordinal, out Value? value) ? value : analysis.Values.Unknown(null))
            .ToImmutableArray();

        if (!_visits.TryGetValue((operation.Syntax, operation.Kind), out List<CallVisit>? visits))
            _visits.Add((operation.Syntax, operation.Kind), visits = []);

        visits.Add(new CallVisit(
            state.Guard,
            ids.Select(id => analysis.Formulas.Not(analysis.Values.IsAbsent(id))).ToImmutableArray(),
            ids.Select(analysis.Values.IsNothing).ToImmutableArray(),
            analysis.Formulas.Atoms));
    }

    /// <summary>
    /// What the compiler knows to be there is there: where it is not, the call is not made. The compiler errs where a value is made
    /// and taken apart in one assignment: where the code itself says null, it is not believed.
    /// </summary>
    private CallVisit Believe(CallVisit visit, NullableFlow nullable)
    {
        Formulas formulas = _analysis!.Formulas;

        return visit with
        {
            Reached = nullable.Given
                .Where(id => formulas.And(visit.Reached, visit.Nothing[id]) == Formulas.False)
                .Aggregate(visit.Reached, (reached, id) => formulas.And(reached, visit.Given[id])),
        };
    }
}
