using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>A call as it is made once, and where it is wrong.</summary>
/// <param name="Reached">The formula that it is made, at most.</param>
/// <param name="Possible">The formula that it is made, at least.</param>
/// <param name="Wrong">The formula that what it supplies is wrong.</param>
/// <param name="NextVariable">The first atom that was made after it: conditions with lower outcomes were asked before.</param>
internal readonly record struct WrongVisit(Formula Reached, Formula Possible, Formula Wrong, BooleanVariable NextVariable);

/// <summary>Finds the outcomes of conditions that prove a call wrong: those that a person has written, and that surely can come about.</summary>
internal sealed class CounterexampleSearch(FlowAnalysis analysis, BranchConditionFacts facts)
{
    private readonly BddManager _bdd = analysis.Bdd;

    /// <summary>The outcomes, as few as say it; null where nothing is evident.</summary>
    public ImmutableArray<BranchOutcome>? Find(ImmutableArray<WrongVisit> visits)
    {
        // Who writes a condition means that it may come out either way: if everything after one outcome is wrong, that is enough.
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

    /// <summary>The formula that the outcomes hold.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="mustBeEvaluated">Whether the conditions must also be asked.</param>
    public Formula Holds(IEnumerable<BranchOutcome> outcomes, bool mustBeEvaluated) => outcomes.Aggregate(
        Formula.True,
        (all, outcome) => _bdd.And(all, _bdd.And(mustBeEvaluated ? outcome.Condition.Reached : Formula.True, HasOutcome(outcome.Condition, outcome.IsTrue))));

    private Formula HasOutcome(BranchCondition condition, bool isTrue) => isTrue ? condition.IsTrue : _bdd.Not(condition.IsTrue);

    private bool CanBeEither(IEnumerable<BranchCondition> site) => site.Any(condition =>
        !_bdd.Implies(condition.Reached, condition.IsTrue) && !_bdd.Excludes(condition.Reached, condition.IsTrue));

    /// <summary>Whether nothing else that the analysis does not follow may decide it too.</summary>
    private bool IsIndependent(IGrouping<int, BranchCondition> site) =>
        site.All(condition => DependsOnInputsOnly(condition.IsTrue)) || !analysis.BranchConditions.Any(other => other.Block != site.Key && !DependsOnInputsOnly(other.IsTrue) && facts.ShareVariables(other.Block, site.Key));

    /// <summary>Whether nothing but the method's own inputs decides a formula.</summary>
    private bool DependsOnInputsOnly(Formula formula) => _bdd.FindSupport(formula).All(analysis.Booleans.IsInput);

    private (WrongVisit Visit, Formula Formula)? IsWrongAfter(IGrouping<int, BranchCondition> site, bool isTrue, ImmutableArray<WrongVisit> visits)
    {
        (WrongVisit Visit, Formula Formula)? witness = null;

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

            Formula possible = _bdd.And(_bdd.And(after, visit.Possible), visit.Wrong);

            if (witness is null && !possible.IsFalse)
                witness = (visit, possible);
        }

        return witness;
    }

    /// <summary>A way on which the outcomes prove it together: only those that the method's caller can choose each by itself.</summary>
    private (WrongVisit Visit, Formula Formula)? FindCombination(ImmutableArray<WrongVisit> visits)
    {
        BranchCondition[] free = [.. analysis.BranchConditions.Where(condition => facts.IsExplicit(condition.Block) && DependsOnInputsOnly(condition.IsTrue) && IsFree(condition))];
        (WrongVisit Visit, Formula Outcomes)[] ways = [.. visits.Select(visit => (visit, FindOutcomesOn(visit, free)))];
        Formula wrong = Formula.False;
        Formula right = Formula.False;

        foreach ((WrongVisit visit, Formula outcomes) in ways)
        {
            wrong = _bdd.Or(wrong, ProjectToOutcomes(_bdd.And(_bdd.And(visit.Possible, visit.Wrong), outcomes)));
            right = _bdd.Or(right, ProjectToOutcomes(_bdd.And(_bdd.AndNot(visit.Reached, visit.Wrong), outcomes)));
        }

        Formula evident = _bdd.AndNot(wrong, right);

        foreach ((WrongVisit visit, Formula outcomes) in ways)
        {
            Formula way = _bdd.And(_bdd.And(_bdd.And(visit.Possible, visit.Wrong), outcomes), evident);

            if (!way.IsFalse && !_bdd.IsExhausted)
                return (visit, way);
        }

        return null;
    }

    /// <summary>The formula that the atoms of outcomes are what is answered on the way to a call.</summary>
    private Formula FindOutcomesOn(WrongVisit visit, BranchCondition[] free)
    {
        Formula outcomes = Formula.True;

        foreach (BranchCondition condition in free)
        {
            if (!IsBefore(condition, visit) || _bdd.Excludes(condition.Reached, visit.Reached))
                continue;

            Formula isOutcome = _bdd.Iff(_bdd.Literal(condition.Outcome), condition.IsTrue);
            outcomes = _bdd.And(outcomes, _bdd.Or(_bdd.Not(condition.Reached), isOutcome));

            // Who writes a condition means that it is asked.
            if (DependsOnInputsOnly(condition.Reached))
                outcomes = _bdd.And(outcomes, _bdd.Iff(_bdd.Literal(condition.IsEvaluated), condition.Reached));
        }

        return outcomes;
    }

    /// <summary>Whatever decides it, nobody else is asked about, who may refuse a combination.</summary>
    private bool IsFree(BranchCondition condition) =>
        facts.IsNeverPassed(condition.Block)
        && !analysis.BranchConditions.Any(other => other.Block != condition.Block && !DependsOnInputsOnly(other.IsTrue) && facts.ShareVariables(other.Block, condition.Block));

    private Formula ProjectToOutcomes(Formula formula) => _bdd.Exists(formula, variable => !analysis.Booleans.IsBranch(variable));

    /// <summary>The way to a wrong call in the outcomes that were given on it.</summary>
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

    /// <summary>As few outcomes as say it: a person reads them.</summary>
    private ImmutableArray<BranchOutcome> Minimize(ImmutableArray<BranchOutcome> outcomes, ImmutableArray<WrongVisit> visits)
    {
        // Best without "where it is asked at all", which a sentence cannot say.
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
