using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// A loop header. The loop is unrolled up to a limit and then widened: each variable that it writes becomes one of the values that it had,
/// or unknown, until a fixpoint is reached.
/// </summary>
internal sealed class LoopWidening(FlowGraph graph, int header, ProgramVariables variables, ValueDomain domain)
{
    private const int MaxKeptValues = 4;

    private readonly Dictionary<ProgramVariable, List<AbstractValue>?> _kept = [];
    private ImmutableArray<ProgramVariable> _written;
    private int _iterations;
    private int _undecidedIterations;
    private int _unknownCount;
    private Formula _covered = Formula.False;
    private bool _isWidening;

    /// <summary>Determines whether a state that reaches the header again needs another iteration, or an earlier one covers it.</summary>
    public bool ShouldIterate(FlowState state)
    {
        if (_isWidening)
            return !domain.Bdd.Implies(state.PathCondition, _covered) || _kept.Any(kept => IsNew(kept.Key, kept.Value, state));

        // An iteration that depends on something new can be followed by any number of them.
        if (_iterations++ > 0 && _unknownCount < domain.Booleans.UnknownCount)
            _undecidedIterations++;

        _unknownCount = domain.Booleans.UnknownCount;
        _isWidening = _iterations > FlowAnalysis.MaxIterations || _undecidedIterations > FlowAnalysis.MaxUndecidedIterations;
        return true;
    }

    /// <summary>Begins an iteration, and widens the variables if the limit is exceeded.</summary>
    public void BeginIteration(FlowState state)
    {
        if (!_isWidening)
            return;

        if (_written.IsDefault)
            _written = graph.FindLoop(header).SelectMany(ControlFlowGraphExtensions.RootOperations).SelectMany(variables.FindWritten).Distinct().ToImmutableArray();

        bool isNew = false;

        foreach (ProgramVariable variable in _written)
            isNew |= Keep(variable, state);

        // After a new value is kept, only the paths of this iteration have been analyzed with it.
        _covered = isNew ? state.PathCondition : domain.Bdd.Or(_covered, state.PathCondition);

        foreach (KeyValuePair<ProgramVariable, List<AbstractValue>?> kept in _kept)
            state.Set(kept.Key, domain.OneOf(kept.Value));
    }

    private bool Keep(ProgramVariable variable, FlowState state)
    {
        if (state.Find(variable) is not { } value)
            return false;

        if (!_kept.TryGetValue(variable, out List<AbstractValue>? kept))
            _kept.Add(variable, kept = []);

        if (kept is null || !IsNew(variable, kept, state))
            return false;

        kept.AddRange(value.Values.Select(static guarded => guarded.Value).Where(each => !kept.Contains(each)));

        if (kept.Count > MaxKeptValues)
            _kept[variable] = null;

        return true;
    }

    private static bool IsNew(ProgramVariable variable, List<AbstractValue>? kept, FlowState state) =>
        kept is not null && state.Find(variable) is { } value && value.Values.Any(each => !kept.Contains(each.Value));
}
