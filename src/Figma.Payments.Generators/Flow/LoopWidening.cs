using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// A block that is come back to: round by round, and from some round on all at once. Then each variable that the loop writes is any
/// of the things that it has been, or simply unknown, until going through the loop once more brings nothing new.
/// </summary>
internal sealed class LoopWidening(FlowGraph graph, int head, ProgramVariables variables, ValueDomain values)
{
    private const int MaxKeptValues = 4;

    private readonly Dictionary<Variable, List<AbstractValue>?> _kept = [];
    private ImmutableArray<Variable> _written;
    private int _rounds;
    private int _openRounds;
    private int _unknowns;
    private Formula _covered = Formula.False;
    private bool _isLost;

    /// <summary>Whether who comes back starts another round; else an earlier one covers it.</summary>
    public bool GoesOn(FlowState state)
    {
        if (_isLost)
            return !values.Bdd.Implies(state.PathCondition, _covered) || _kept.Any(kept => IsNew(kept.Key, kept.Value, state));

        // A round that asked something new may be followed by any number of them.
        if (_rounds++ > 0 && _unknowns < values.Booleans.UnknownCount)
            _openRounds++;

        _unknowns = values.Booleans.UnknownCount;
        _isLost = _rounds > FlowAnalysis.MaxIterations || _openRounds > FlowAnalysis.MaxUndecidedIterations;
        return true;
    }

    /// <summary>Begins a round.</summary>
    public void Enter(FlowState state)
    {
        if (!_isLost)
            return;

        if (_written.IsDefault)
            _written = graph.FindLoop(head).SelectMany(ControlFlowGraphExtensions.RootOperations).SelectMany(variables.Written).Distinct().ToImmutableArray();

        bool isNew = false;

        foreach (Variable variable in _written)
            isNew |= Keep(variable, state);

        // What was covered with less kept is not covered any more.
        _covered = isNew ? state.PathCondition : values.Bdd.Or(_covered, state.PathCondition);

        foreach (KeyValuePair<Variable, List<AbstractValue>?> kept in _kept)
            state.Set(kept.Key, values.OneOf(kept.Value));
    }

    private bool Keep(Variable variable, FlowState state)
    {
        if (state.Find(variable) is not { } value)
            return false;

        if (!_kept.TryGetValue(variable, out List<AbstractValue>? kept))
            _kept.Add(variable, kept = []);

        if (kept is null || !IsNew(variable, kept, state))
            return false;

        kept.AddRange(value.Values.Select(static each => each.Value).Where(term => !kept.Contains(term)));

        if (kept.Count > MaxKeptValues)
            _kept[variable] = null;

        return true;
    }

    private static bool IsNew(Variable variable, List<AbstractValue>? kept, FlowState state) =>
        kept is not null && state.Find(variable) is { } value && value.Values.Any(each => !kept.Contains(each.Value));
}
