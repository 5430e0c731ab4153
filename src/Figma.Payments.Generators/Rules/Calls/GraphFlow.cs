using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>The flow analysis of a graph, and the calls that it visited.</summary>
internal sealed class GraphFlow : FlowObserver
{
    private readonly Dictionary<IOperation, List<CallVisit>> _visits = [];
    private readonly Dictionary<(SyntaxNode Syntax, OperationKind Kind), ResourceCall> _calls;
    private FlowAnalysis? _analysis;
    private BranchConditionFacts? _facts;
    private CounterexampleSearch? _search;

    private GraphFlow(Dictionary<(SyntaxNode Syntax, OperationKind Kind), ResourceCall> calls) => _calls = calls;

    /// <summary>Analyzes a graph. The operations of a graph are copies: their syntax and kind identify the calls.</summary>
    public static GraphFlow Run(
        ControlFlowGraph graph,
        EscapeAnalysis escapes,
        IMethodSymbol? function,
        Dictionary<(SyntaxNode Syntax, OperationKind Kind), ResourceCall> calls,
        CancellationToken cancellationToken)
    {
        GraphFlow flow = new(calls);
        flow._analysis = FlowAnalysis.Run(graph, escapes, function, FindPrecondition(function), flow, cancellationToken);
        flow._facts = new BranchConditionFacts(flow._analysis.Graph, escapes, calls.Keys.Select(static call => call.Syntax));
        return flow;
    }

    /// <summary>Returns the paths to a call, or null if it is unreachable, or if the analysis gave up before it had analyzed all of them.</summary>
    public CallPaths? FindPaths(ResourceCall call, NullableFlow nullable)
    {
        if (!_visits.TryGetValue(call.Operation, out List<CallVisit>? visits) || !visits.TrueForAll(visit => _analysis!.IsComplete(visit.Block)))
            return null;

        CallPaths paths = new(_analysis!, _facts!, _search ??= new CounterexampleSearch(_analysis!, _facts!), visits.Select(visit => AssumeNonNull(visit, nullable)));
        return paths.IsReached ? paths : null;
    }

    /// <inheritdoc/>
    public override void OnCall(FlowAnalysis analysis, IOperation call, FlowState state, ValueSummary?[] arguments)
    {
        if (!_calls.TryGetValue((call.Syntax, call.Kind), out ResourceCall? found))
            return;

        ImmutableArray<int> ordinals = found.Resources.Ordinals;
        Formula[] given = new Formula[ordinals.Length];
        Formula[] assignedNull = new Formula[ordinals.Length];

        for (int id = 0; id < ordinals.Length; id++)
        {
            ValueSummary value = (ordinals[id] < arguments.Length ? arguments[ordinals[id]] : null) ?? analysis.Domain.Unknown(null);
            given[id] = analysis.Bdd.Not(analysis.Domain.IsNullOrEmpty(value));
            assignedNull[id] = analysis.Domain.IsAssignedNull(value);
        }

        if (!_visits.TryGetValue(found.Operation, out List<CallVisit>? visits))
            _visits.Add(found.Operation, visits = []);

        visits.Add(new CallVisit(state.PathCondition, given, assignedNull, analysis.CurrentBlock, analysis.Bdd.NextVariable));
    }

    /// <summary>Returns the precondition of a method whose callers specify exactly one resource ID, or null for any other function.</summary>
    private static Func<FlowAnalysis, Formula>? FindPrecondition(IMethodSymbol? function)
    {
        if (function is null || CallerContract.Find(function) is not { } resources)
            return null;

        return analysis =>
        {
            ValueSummary?[] ids = [.. resources.Ordinals.Select(ordinal => analysis.FindArgument(function.Parameters[ordinal]))];

            // An ID that isn't tracked might be the one that is specified.
            return ids.Contains(null) ? Formula.True : ResourceCountFormulas.Of(ids.Select(id => analysis.Bdd.Not(analysis.Domain.IsNullOrEmpty(id!))), analysis.Bdd).One;
        };
    }

    /// <summary>
    /// Assumes that the resource IDs are non-null that the compiler considers non-null. An ID to which the code assigns null is excepted: the
    /// compiler errs if a value is created and deconstructed in one assignment.
    /// </summary>
    private CallVisit AssumeNonNull(CallVisit visit, NullableFlow nullable)
    {
        BddManager bdd = _analysis!.Bdd;
        Formula reached = visit.Reached;

        foreach (int id in nullable.Given)
        {
            if (bdd.Excludes(visit.Reached, visit.AssignedNull[id]))
                reached = bdd.And(reached, visit.Given[id]);
        }

        return visit with { Reached = reached };
    }
}
