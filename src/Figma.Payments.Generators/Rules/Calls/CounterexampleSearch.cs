using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>A visit of a call, and the formula that the call is wrong.</summary>
/// <param name="Reached">The path condition, which can include paths that are only possible.</param>
/// <param name="Possible">The path condition without the paths that are only possible.</param>
/// <param name="Wrong">The formula that the call specifies no resource ID or several.</param>
/// <param name="NextVariable">The first Boolean variable that was created after the call: conditions with earlier variables were evaluated before.</param>
internal readonly record struct WrongVisit(Formula Reached, Formula Possible, Formula Wrong, BooleanVariable NextVariable);

/// <summary>Searches for a counterexample: outcomes of branch conditions that developers wrote, with which a call is certainly wrong.</summary>
/// <remarks>One search serves all calls of an analysis: what it finds out about the conditions is the same for each of them.</remarks>
internal sealed class CounterexampleSearch(FlowAnalysis analysis, BranchConditionFacts facts)
{
    private readonly BddManager _bdd = analysis.Bdd;
    private readonly Dictionary<Formula, bool> _dependsOnInputsOnly = [];
    private readonly Dictionary<int, bool> _isFree = [];
    private ImmutableArray<int> _undecidedBlocks;

    /// <summary>Returns a minimal counterexample, or null if there is none.</summary>
    public ImmutableArray<BranchOutcome>? Find(ImmutableArray<WrongVisit> visits)
    {
        // Both outcomes of an explicit condition are possible: one after which the call is always wrong is a counterexample.
        foreach (IGrouping<int, BranchCondition> site in analysis.BranchConditions.GroupBy(static condition => condition.Block))
        {
            if (!facts.IsExplicit(site.Key) || !CanBeEither(site) || !IsIndependent(site))
                continue;

            foreach (bool isTrue in new[] { false, true })
            {
                if (IsWrongAfter(site, isTrue, visits) is { } witness)
                    return Explain(witness.Visit, witness.Formula, site.Key, visits);
            }
        }

        return FindCombination(visits) is { } way ? Explain(way.Visit, way.Formula, site: null, visits) : null;
    }

    /// <summary>Returns the formula that the outcomes hold.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="mustBeEvaluated">true if the conditions must also be evaluated; otherwise, false.</param>
    public Formula Holds(IEnumerable<BranchOutcome> outcomes, bool mustBeEvaluated) => outcomes.Aggregate(
        Formula.True,
        (all, outcome) => _bdd.And(all, _bdd.And(mustBeEvaluated ? outcome.Condition.Reached : Formula.True, HasOutcome(outcome.Condition, outcome.IsTrue))));

    private Formula HasOutcome(BranchCondition condition, bool isTrue) => isTrue ? condition.IsTrue : _bdd.Not(condition.IsTrue);

    private bool CanBeEither(IEnumerable<BranchCondition> site) => site.Any(condition =>
        !_bdd.Implies(condition.Reached, condition.IsTrue) && !_bdd.Excludes(condition.Reached, condition.IsTrue));

    /// <summary>
    /// Determines whether callers can choose both outcomes of a condition: it depends on inputs only, no other condition that the analysis can't decide depends on
    /// the same variables, and no called method gets them, which could reject an outcome. Any other condition might always have the same outcome.
    /// </summary>
    private bool IsIndependent(IGrouping<int, BranchCondition> site) =>
        site.All(condition => DependsOnInputsOnly(condition.IsTrue)) && IsFree(site.Key);

    /// <summary>Determines whether a formula depends on inputs of the function only, on the paths on which operations complete that evidently do.</summary>
    private bool DependsOnInputsOnly(Formula formula)
    {
        if (!_dependsOnInputsOnly.TryGetValue(formula, out bool isInput))
            _dependsOnInputsOnly.Add(formula, isInput = _bdd.FindSupport(WithoutUnlikely(formula)).All(analysis.Booleans.IsInput));

        return isInput;
    }

    // The paths with an unlikely exception are no evidence, so they can't make a condition depend on anything either.
    private Formula WithoutUnlikely(Formula formula) => analysis.Booleans.WithoutUnlikely is { IsTrue: false } without
        ? _bdd.Exists(_bdd.And(formula, without), analysis.Booleans.IsUnlikely)
        : formula;

    private (WrongVisit Visit, Formula Formula)? IsWrongAfter(IGrouping<int, BranchCondition> site, bool isTrue, ImmutableArray<WrongVisit> visits)
    {
        List<(WrongVisit Visit, Formula Possible)> ways = [];
        Formula afterAny = Formula.False;
        Formula reached = Formula.False;

        foreach (WrongVisit visit in visits)
        {
            Formula after = Formula.False;

            foreach (BranchCondition condition in site)
            {
                if (IsBefore(condition, visit))
                    after = _bdd.Or(after, _bdd.And(condition.Reached, HasOutcome(condition, isTrue)));
            }

            if (!_bdd.Implies(_bdd.And(after, visit.Reached), visit.Wrong))
                return null;

            ways.Add((visit, _bdd.And(_bdd.And(after, visit.Possible), visit.Wrong)));
            afterAny = _bdd.Or(afterAny, after);
            reached = _bdd.Or(reached, visit.Reached);
        }

        Formula chosen = WhateverIsUndecided(afterAny, reached);

        foreach ((WrongVisit visit, Formula possible) in ways)
        {
            if (_bdd.And(possible, chosen) is { IsFalse: false } witness)
                return (visit, witness);
        }

        return null;
    }

    /// <summary>
    /// Returns the formula over inputs that something holds on each path to a call, whatever the inputs don't decide. Code in <c>if (IsEnabled())</c>, for example, might never
    /// be executed, so the outcome of a condition in it is no evidence.
    /// </summary>
    private Formula WhateverIsUndecided(Formula formula, Formula reached)
    {
        Formula isReachable = _bdd.Exists(reached, analysis.Booleans.IsInput);
        return _bdd.ForAll(_bdd.Or(_bdd.Not(isReachable), formula), variable => !analysis.Booleans.IsInput(variable) && !analysis.Booleans.IsUnlikely(variable));
    }

    /// <summary>Searches for a counterexample of several conditions: only those whose outcomes the caller of the function can choose independently.</summary>
    private (WrongVisit Visit, Formula Formula)? FindCombination(ImmutableArray<WrongVisit> visits)
    {
        BranchCondition[] free = [.. analysis.BranchConditions.Where(condition => facts.IsExplicit(condition.Block) && DependsOnInputsOnly(condition.IsTrue) && IsFree(condition.Block))];
        (WrongVisit Visit, Formula Outcomes, Formula Values)[] ways = [.. visits.Select(visit => (visit, FindOutcomesOn(visit, free), FindValues(visit, free)))];
        Formula wrong = Formula.False;
        Formula right = Formula.False;

        foreach ((WrongVisit visit, Formula outcomes, Formula values) in ways)
        {
            wrong = _bdd.Or(wrong, ProjectToOutcomes(_bdd.And(_bdd.And(visit.Possible, visit.Wrong), _bdd.And(outcomes, values))));
            right = _bdd.Or(right, ProjectToOutcomes(_bdd.And(_bdd.AndNot(visit.Reached, visit.Wrong), outcomes)));
        }

        Formula evident = _bdd.AndNot(wrong, right);

        foreach ((WrongVisit visit, Formula outcomes, Formula values) in ways)
        {
            Formula way = _bdd.And(_bdd.And(_bdd.And(visit.Possible, visit.Wrong), _bdd.And(outcomes, values)), evident);

            if (!way.IsFalse && !_bdd.IsExhausted)
                return (visit, way);
        }

        return null;
    }

    /// <summary>Returns the formula that the outcome variables are equal to the values of the conditions on the path to a call.</summary>
    private Formula FindOutcomesOn(WrongVisit visit, BranchCondition[] free)
    {
        Formula outcomes = Formula.True;

        foreach (BranchCondition condition in free)
        {
            if (!IsBefore(condition, visit) || _bdd.Excludes(condition.Reached, visit.Reached))
                continue;

            Formula isOutcome = _bdd.Iff(_bdd.Literal(condition.Outcome), condition.IsTrue);
            outcomes = _bdd.And(outcomes, _bdd.Or(_bdd.Not(condition.Reached), isOutcome));

            // An explicit condition can be evaluated.
            if (DependsOnInputsOnly(condition.Reached))
                outcomes = _bdd.And(outcomes, _bdd.Iff(_bdd.Literal(condition.IsEvaluated), condition.Reached));
        }

        return outcomes;
    }

    /// <summary>
    /// Returns the formula that the outcome variables are equal to the values that the inputs give the conditions, also on paths that don't evaluate them, if more than the
    /// inputs decides that. Without it, a condition on such a path would have an outcome that no input gives it.
    /// </summary>
    private Formula FindValues(WrongVisit visit, BranchCondition[] free) => free
        .Where(condition => IsBefore(condition, visit) && !DependsOnInputsOnly(condition.Reached))
        .Aggregate(Formula.True, (all, condition) => _bdd.And(all, _bdd.Iff(_bdd.Literal(condition.Outcome), condition.IsTrue)));

    /// <summary>Determines whether the outcome of a condition is free: no other condition and no other code can reject a combination.</summary>
    private bool IsFree(int block)
    {
        if (_isFree.TryGetValue(block, out bool isFree))
            return isFree;

        if (_undecidedBlocks.IsDefault)
            _undecidedBlocks = analysis.BranchConditions.Where(condition => !DependsOnInputsOnly(condition.IsTrue)).Select(static condition => condition.Block).Distinct().ToImmutableArray();

        isFree = facts.IsNeverPassed(block) && !_undecidedBlocks.Any(other => other != block && facts.ShareVariables(other, block));
        _isFree.Add(block, isFree);
        return isFree;
    }

    private Formula ProjectToOutcomes(Formula formula) => _bdd.Exists(formula, variable => !analysis.Booleans.IsBranch(variable));

    /// <summary>Returns the outcomes on a path to a wrong call.</summary>
    private ImmutableArray<BranchOutcome> Explain(WrongVisit visit, Formula formula, int? site, ImmutableArray<WrongVisit> visits)
    {
        Formula way = _bdd.FindSatisfyingAssignment(formula).Aggregate(
            Formula.True,
            (all, value) => _bdd.And(all, value.IsTrue ? _bdd.Literal(value.Variable) : _bdd.Not(_bdd.Literal(value.Variable))));

        ImmutableArray<BranchOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<BranchOutcome>();

        foreach (BranchCondition condition in analysis.BranchConditions)
        {
            if (!IsBefore(condition, visit) || !_bdd.Implies(way, condition.Reached))
                continue;

            if (_bdd.Implies(way, condition.IsTrue))
                outcomes.Add(new BranchOutcome(condition, true));
            else if (_bdd.Excludes(way, condition.IsTrue))
                outcomes.Add(new BranchOutcome(condition, false));
        }

        ImmutableArray<BranchOutcome> own = outcomes.Where(outcome => outcome.Condition.Block == site).ToImmutableArray();
        return IsSufficient(own, visits, mustBeEvaluated: false) ? Minimize(own, visits) : Minimize(outcomes.ToImmutable(), visits);
    }

    /// <summary>Removes the outcomes that a counterexample doesn't need.</summary>
    private ImmutableArray<BranchOutcome> Minimize(ImmutableArray<BranchOutcome> outcomes, ImmutableArray<WrongVisit> visits)
    {
        // An outcome is preferred to "if the condition is evaluated", which a message can't say.
        bool mustBeEvaluated = !IsSufficient(outcomes, visits, mustBeEvaluated: false);
        ImmutableArray<BranchOutcome> left = outcomes;

        foreach (BranchOutcome outcome in outcomes.OrderBy(outcome => facts.IsExplicit(outcome.Condition.Block)).ThenBy(static outcome => outcome.Condition.Outcome.Index))
        {
            ImmutableArray<BranchOutcome> shorter = left.Remove(outcome);

            if (!shorter.IsEmpty && IsSufficient(shorter, visits, mustBeEvaluated))
                left = shorter;
        }

        return left;
    }

    private bool IsSufficient(ImmutableArray<BranchOutcome> outcomes, ImmutableArray<WrongVisit> visits, bool mustBeEvaluated)
    {
        Formula holds = Holds(outcomes, mustBeEvaluated);
        return !outcomes.IsEmpty
            && visits.All(visit => _bdd.Implies(_bdd.And(holds, visit.Reached), visit.Wrong))
            && visits.Any(visit => !_bdd.Excludes(holds, visit.Possible));
    }

    private static bool IsBefore(BranchCondition condition, WrongVisit visit) => condition.Outcome.IsBefore(visit.NextVariable);
}
