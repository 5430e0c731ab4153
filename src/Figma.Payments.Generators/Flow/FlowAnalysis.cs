using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Runs a graph with its inputs unknown: which ways lead to each point, and what each variable then is, all ways at once and none
/// joined with another. Knows nothing of payments and reports nothing.
/// </summary>
/// <remarks>
/// What is not known is an atom of <see cref="Formulas"/>, so a state holds every combination exactly. It always ends, and its cost
/// is bounded: a loop is run as often as it runs where that is known, at most <see cref="MostRounds"/> times and, where its rounds
/// ask something new each time, at most <see cref="MostOpenRounds"/> times; from then on all further rounds
/// are one (see <see cref="FlowLoop"/>). A graph has at most <see cref="MostBlocks"/> blocks, at most <see cref="MostVisits"/> are
/// visited in all, and the formulas have bounds of their own; beyond any of them the analysis gives up, and says nothing.
/// </remarks>
internal sealed class FlowAnalysis
{
    public const int MaxBlocks = 2000;
    public const int MaxVisits = 10_000;
    public const int MaxIterations = 40;
    public const int MaxUndecidedIterations = 3;

    private readonly FlowGraph _graph;
    private readonly ProgramVariables _variables;
    private readonly OperationEvaluator _evaluator;
    private readonly BranchPropagation _propagation;
    private readonly FlowState?[] _pending;
    private readonly List<BranchCondition> _decisions = [];
    private Dictionary<int, LoopWidening>? _loops;
    private int _current = -1;

    // No block before this one waits to be come back to.
    private int _lowestEarlierBlock = int.MaxValue;

    private FlowAnalysis(ControlFlowGraph graph, EscapeAnalysis scope, IMethodSymbol? function, FlowObserver? observer)
    {
        Bdd = new BddManager();
        Booleans = new BooleanVariables(Bdd);
        Domain = new ValueDomain(Bdd, Booleans);
        Function = function;
        _graph = new FlowGraph(graph);
        _variables = new ProgramVariables(_graph, scope, function, Bdd, Booleans);
        _evaluator = new OperationEvaluator(this, _variables, observer);
        _propagation = new BranchPropagation(Domain, Enqueue);
        _pending = new FlowState?[graph.Blocks.Length];
    }

    public BddManager Bdd { get; }

    public BooleanVariables Booleans { get; }

    public ValueDomain Domain { get; }

    public IMethodSymbol? Function { get; }

    /// <summary>The conditions that were asked, in the order in which they were.</summary>
    public IReadOnlyList<BranchCondition> BranchConditions => _decisions;

    /// <summary>How many blocks were visited.</summary>
    public int Visits { get; private set; }

    /// <summary>Whether a bound was reached: then nothing that it found means anything.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>Runs a graph, or gives up.</summary>
    /// <param name="graph">The graph of a method's body, an initializer, a lambda or a local function.</param>
    /// <param name="scope">What the whole body does to its variables.</param>
    /// <param name="function">The method; null for what is none.</param>
    /// <param name="precondition">Returns the path condition with which the function begins, or null if it can begin in any state.</param>
    /// <param name="observer">Receives the calls and the reads of variables.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static FlowAnalysis Run(
        ControlFlowGraph graph,
        EscapeAnalysis scope,
        IMethodSymbol? function,
        Func<FlowAnalysis, Formula>? precondition,
        FlowObserver? observer,
        CancellationToken cancellationToken)
    {
        FlowAnalysis analysis = new(graph, scope, function, observer);
        analysis.HasGivenUp = graph.Blocks.Length > MaxBlocks || !analysis.Run(precondition, cancellationToken);
        return analysis;
    }

    /// <summary>Returns the value with which the function gets a parameter, or null if the parameter can't be tracked.</summary>
    public ValueSummary? FindArgument(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && _variables.GetOrAdd(parameter) is { IsTracked: true } variable ? _variables.GetInitialValue(variable, parameter.Type) : null;

    private bool Run(Func<FlowAnalysis, Formula>? precondition, CancellationToken cancellationToken)
    {
        Enqueue(0, CreateInitialState(precondition));

        while (FindNextBlock() is { } next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FlowState state = _pending[next]!;
            _pending[next] = null;
            _current = next;

            if (_loops is not null && _loops.TryGetValue(_current, out LoopWidening? loop))
                loop.BeginIteration(state);

            VisitBlock(_graph.Graph.Blocks[_current], state);

            if (++Visits > MaxVisits || Bdd.IsExhausted)
                return false;
        }

        return true;
    }

    private FlowState CreateInitialState(Func<FlowAnalysis, Formula>? precondition)
    {
        FlowState state = new(Formula.True);

        foreach (IParameterSymbol parameter in Function?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (FindArgument(parameter) is { } argument)
                state.Set(_variables.GetOrAdd(parameter), argument);
        }

        if (precondition is not null)
            state.PathCondition = precondition(this);

        return state;
    }

    /// <summary>The next block: those before come first where they belong to a loop that still runs, else the order of the graph.</summary>
    private int? FindNextBlock()
    {
        int next = _current + 1;

        while (next < _pending.Length && _pending[next] is null)
            next++;

        bool hasEarlierBlock = false;

        for (int block = _current; block >= _lowestEarlierBlock; block--)
        {
            if (_pending[block] is null)
                continue;

            if (next == _pending.Length || _graph.FindLastPredecessor(block) < next)
                return block;

            hasEarlierBlock = true;
        }

        if (!hasEarlierBlock)
            _lowestEarlierBlock = int.MaxValue;

        return next < _pending.Length ? next : null;
    }

    private void Enqueue(int block, FlowState state)
    {
        if (state.PathCondition.IsFalse)
            return;

        if (block <= _current)
        {
            _loops ??= [];

            if (!_loops.TryGetValue(block, out LoopWidening? loop))
                _loops.Add(block, loop = new LoopWidening(_graph, block, _variables, Domain));

            if (!loop.ShouldIterate(state))
                return;

            _lowestEarlierBlock = Math.Min(_lowestEarlierBlock, block);
        }

        _pending[block] = _pending[block]?.Merge(state, Domain) ?? state;
    }

    private void VisitBlock(BasicBlock block, FlowState state)
    {
        bool hasHandlers = _graph.HasHandlers(block);
        object? thrownVersion = null;

        foreach (IOperation operation in block.Operations)
            Evaluate(operation);

        ValueSummary? value = block.BranchValue is null ? null : Evaluate(block.BranchValue);

        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            _propagation.Propagate(block, block.FallThroughSuccessor, state);
            return;
        }

        Formula isTrue = Domain.IsTrue(value!);

        if (!block.BranchValue!.ConstantValue.HasValue)
        {
            BooleanVariable outcome = Booleans.Create(BooleanVariableKind.Branch);
            _decisions.Add(new BranchCondition(block.Ordinal, state.PathCondition, isTrue, outcome, Booleans.Create(BooleanVariableKind.Branch)));
        }

        Formula isTaken = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? isTrue : Bdd.Not(isTrue);
        _propagation.Propagate(block, block.ConditionalSuccessor, state.WithPathCondition(Bdd.And(state.PathCondition, isTaken)));
        _propagation.Propagate(block, block.FallThroughSuccessor, state.WithPathCondition(Bdd.AndNot(state.PathCondition, isTaken)));

        ValueSummary Evaluate(IOperation operation)
        {
            if (!hasHandlers || !FlowGraph.CanThrow(operation))
                return _evaluator.Evaluate(operation, state);

            ThrowPossibly();
            ValueSummary result = _evaluator.Evaluate(operation, state);

            if (FlowGraph.WritesDuringEvaluation(operation))
                ThrowPossibly();

            return result;
        }

        // Where nothing was written since the last time, the handlers see nothing new.
        void ThrowPossibly()
        {
            if (ReferenceEquals(thrownVersion, state.Version))
                return;

            thrownVersion = state.Version;
            Formula isThrown = Domain.Exception();
            _propagation.PropagateException(block.EnclosingRegion, state.WithPathCondition(Bdd.And(state.PathCondition, isThrown)), type: null);
            state.PathCondition = Bdd.AndNot(state.PathCondition, isThrown);
        }
    }
}
