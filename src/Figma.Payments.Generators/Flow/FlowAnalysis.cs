using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Executes a control-flow graph symbolically, on all paths at once: for each point, the path condition under which it is reached and the
/// value of each variable. README.md in this folder describes the algorithm.
/// </summary>
/// <remarks>
/// The analysis always ends, and its cost is bounded. A loop is unrolled at most <see cref="MaxIterations"/> times, and at most
/// <see cref="MaxUndecidedIterations"/> times if its iterations depend on something new each time; then it is widened (see
/// <see cref="LoopWidening"/>). The analysis gives up after the first <see cref="MaxBlocks"/> blocks of a graph, after
/// <see cref="MaxVisits"/> visits of blocks, and beyond the bounds of <see cref="BddManager"/>.
/// </remarks>
internal sealed class FlowAnalysis
{
    public const int MaxBlocks = 2000;
    public const int MaxVisits = 10_000;
    public const int MaxIterations = 40;
    public const int MaxUndecidedIterations = 3;

    private readonly EscapeAnalysis _escapes;
    private readonly ProgramVariables _variables;
    private readonly OperationEvaluator _evaluator;
    private readonly FlowObserver? _observer;
    private readonly BranchPropagation _propagation;
    private readonly FlowState?[] _pending;
    private readonly List<BranchCondition> _branchConditions = [];
    private Dictionary<int, LoopWidening>? _loops;
    private HashSet<int>? _incomplete;
    private int _current = -1;

    // No pending block that precedes the current one has a lower ordinal.
    private int _lowestEarlierBlock = int.MaxValue;

    private FlowAnalysis(ControlFlowGraph graph, EscapeAnalysis escapes, IMethodSymbol? function, FlowObserver? observer)
    {
        Bdd = new BddManager();
        Booleans = new BooleanVariables(Bdd);
        Domain = new ValueDomain(Bdd, Booleans);
        Function = function;
        Graph = new FlowGraph(graph);
        _escapes = escapes;
        _variables = new ProgramVariables(Graph, escapes, function, Bdd, Booleans);
        _evaluator = new OperationEvaluator(this, _variables, observer);
        _observer = observer;
        _propagation = new BranchPropagation(Domain, Enqueue);
        _pending = new FlowState?[graph.Blocks.Length];

        // Called methods can see what the graph decides without being passed it.
        Domain.IsUnknownLost = Graph.WritesMembers || escapes.HasCapturedChoices;
    }

    public BddManager Bdd { get; }

    public BooleanVariables Booleans { get; }

    public ValueDomain Domain { get; }

    /// <summary>Gets the analyzed graph.</summary>
    public FlowGraph Graph { get; }

    public IMethodSymbol? Function { get; }

    /// <summary>Gets the branch conditions in the order of their evaluation.</summary>
    public IReadOnlyList<BranchCondition> BranchConditions => _branchConditions;

    /// <summary>Gets the number of visits of blocks.</summary>
    public int Visits { get; private set; }

    /// <summary>Gets the ordinal of the block that is being visited.</summary>
    public int CurrentBlock => _current;

    /// <summary>Gets a value that indicates whether the analysis exceeded a bound. If so, only its results about complete blocks have a meaning.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>Determines whether all paths to a block were analyzed before the analysis gave up, if it did.</summary>
    public bool IsComplete(int block) => _incomplete is null || !_incomplete.Contains(block);

    /// <summary>Determines whether an operation might not be executed, although no branch of the graph says so (see <see cref="SkippableCode"/>).</summary>
    public bool IsSkippable(IOperation operation) => _escapes.IsSkippable(operation.Syntax);

    /// <summary>Determines whether the code might decide a value. What isn't on the list might be decided.</summary>
    public bool IsDecided(IOperation value) => value.WithoutValuePreservingConversions() switch
    {
        IInstanceReferenceOperation or IObjectCreationOperation => false,
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true } => true,
        IMemberReferenceOperation { Instance: var instance } => Graph.WritesMembers || (instance is not null && IsDecided(instance)),
        IInvocationOperation { Instance: var instance } call => Graph.WritesMembers || (instance is not null && IsDecided(instance)) || call.Arguments.Any(argument => IsDecided(argument.Value)),
        ILocalReferenceOperation { Local: { IsRef: false } local } => Graph.IsTested(local) || _escapes.HasSeveralValues(local),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => Graph.IsTested(parameter) || _escapes.HasSeveralValues(parameter),
        IFlowCaptureReferenceOperation { Id: var id } => Graph.FindCapturedValue(id) is not { } captured || IsDecided(captured),
        var bare => !bare.ConstantValue.HasValue,
    };

    /// <summary>Determines whether other inputs take another path, which continues too.</summary>
    public bool IsForSomeInputsOnly(Formula pathCondition)
    {
        Formula inputs = ProjectToInputs(pathCondition);
        return Array.Exists(_pending, other => other is not null && ProjectToInputs(other.PathCondition) != inputs);
    }

    private Formula ProjectToInputs(Formula formula) => Bdd.Exists(formula, variable => !Booleans.IsInput(variable));

    /// <summary>Analyzes a graph.</summary>
    /// <param name="graph">The graph of a method body, an initializer, a lambda or a local function.</param>
    /// <param name="escapes">The escape analysis of the whole body.</param>
    /// <param name="function">The function, or null for other code, for example a field initializer.</param>
    /// <param name="precondition">Returns the path condition at the entry, or null if there is no precondition.</param>
    /// <param name="observer">An observer of calls and of reads of variables, or null.</param>
    /// <param name="cancellationToken">A token to cancel the analysis.</param>
    public static FlowAnalysis Run(
        ControlFlowGraph graph,
        EscapeAnalysis escapes,
        IMethodSymbol? function,
        Func<FlowAnalysis, Formula>? precondition,
        FlowObserver? observer,
        CancellationToken cancellationToken)
    {
        FlowAnalysis analysis = new(graph, escapes, function, observer);

        // The analysis doesn't follow the order in which a filter runs before a finally region.
        if (analysis.Graph.HasFilterBeforeFinally())
            analysis.GiveUp(graph.Blocks.Select(static block => block.Ordinal));
        else if (!analysis.Run(precondition, cancellationToken))
            analysis.GiveUp(graph.Blocks.Select(static block => block.Ordinal).Where(block => block == analysis._current || analysis._pending[block] is not null));

        return analysis;
    }

    private void GiveUp(IEnumerable<int> open)
    {
        HasGivenUp = true;
        _incomplete = Graph.FindReachable(open);

        // The formulas of the complete blocks can still be combined.
        Bdd.AddReserve();
    }

    /// <summary>Returns the value of a parameter at the entry, or null if the parameter isn't tracked.</summary>
    public ValueSummary? FindArgument(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && _variables.GetOrAdd(parameter) is { IsTracked: true } variable ? _variables.GetInitialValue(variable, parameter.Type) : null;

    private bool Run(Func<FlowAnalysis, Formula>? precondition, CancellationToken cancellationToken)
    {
        Enqueue(0, CreateInitialState(precondition));

        while (FindNextBlock() is { } next)
        {
            cancellationToken.ThrowIfCancellationRequested();

            if (next >= MaxBlocks)
                return false;

            FlowState state = _pending[next]!;
            _pending[next] = null;
            _current = next;

            if (_loops is not null && _loops.TryGetValue(_current, out LoopWidening? loop))
                loop.BeginIteration(state);

            VisitBlock(Graph.Graph.Blocks[_current], state);

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

    /// <summary>Returns the next pending block in graph order. An earlier block precedes it if it belongs to a loop that isn't complete.</summary>
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

            if (next == _pending.Length || Graph.FindLastPredecessor(block) < next)
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
                _loops.Add(block, loop = new LoopWidening(Graph, block, _variables, Domain));

            if (!loop.ShouldIterate(state))
                return;

            _lowestEarlierBlock = Math.Min(_lowestEarlierBlock, block);
        }

        _pending[block] = _pending[block]?.Merge(state, Domain) ?? state;
    }

    private void VisitBlock(BasicBlock block, FlowState state)
    {
        _observer?.OnBlock(this, state);
        bool hasHandlers = Graph.HasHandlers(block);
        object? thrownVersion = null;
        (bool IsUnlikely, ITypeSymbol? Type) thrownBefore = default;

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
            _branchConditions.Add(new BranchCondition(block.Ordinal, state.PathCondition, isTrue, outcome, Booleans.Create(BooleanVariableKind.Branch)));
        }

        Formula isTaken = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? isTrue : Bdd.Not(isTrue);
        _propagation.Propagate(block, block.ConditionalSuccessor, state.WithPathCondition(Bdd.And(state.PathCondition, isTaken)));
        _propagation.Propagate(block, block.FallThroughSuccessor, state.WithPathCondition(Bdd.AndNot(state.PathCondition, isTaken)));

        ValueSummary Evaluate(IOperation operation)
        {
            if (_escapes.IsRemoved(operation.Syntax))
                return Domain.Unknown(operation.Type);

            if (!hasHandlers)
                return _evaluator.Evaluate(operation, state);

            bool assignsUnseen = operation.DescendantsAndSelf().Any(Graph.AssignsUnseen);

            if (!assignsUnseen && !FlowGraph.CanThrow(operation))
                return _evaluator.Evaluate(operation, state);

            bool isUnlikely = !assignsUnseen && operation.DescendantsAndSelf().All(Completion.IsEvident);
            ITypeSymbol? type = !assignsUnseen && FlowGraph.OnlyInitializesTypes(operation) ? Graph.TypeInitializationException : null;
            ThrowPossibly(isUnlikely, type, FlowGraph.WritesDuringEvaluation(operation) ? operation : null);
            return _evaluator.Evaluate(operation, state);
        }

        // Unless a variable was written since the last exception, the handlers get nothing new. If the operation writes variables before it is complete, they can have any value.
        void ThrowPossibly(bool isUnlikely, ITypeSymbol? type, IOperation? writing)
        {
            if (writing is null && ReferenceEquals(thrownVersion, state.Version) && (isUnlikely || !thrownBefore.IsUnlikely) && (type is not null || thrownBefore.Type is null))
                return;

            thrownVersion = state.Version;
            thrownBefore = (isUnlikely, type);
            Formula isThrown = Domain.Exception(isUnlikely);
            FlowState thrown = state.WithPathCondition(Bdd.And(state.PathCondition, isThrown));

            foreach (ProgramVariable variable in writing is null ? [] : _variables.FindWritten(writing))
                thrown.Set(variable, Domain.Lost());

            _propagation.PropagateException(block.EnclosingRegion, thrown, type);
            state.PathCondition = Bdd.AndNot(state.PathCondition, isThrown);
        }
    }
}
