using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>A call as it is made once, and where it is wrong.</summary>
/// <param name="Reached">The formula that it is made, at most.</param>
/// <param name="Possible">The formula that it is made, at least.</param>
/// <param name="Wrong">The formula that what it supplies is wrong.</param>
/// <param name="Before">The first atom that was made behind it: conditions with lower answers were asked before.</param>
internal readonly record struct WrongVisit(Formula Reached, Formula Possible, Formula Wrong, BooleanVariable Before);

/// <summary>Finds the outcomes of conditions that prove a call wrong: those that a person has written, and that surely can come about.</summary>
internal sealed class PathEvidence(FlowAnalysis analysis, BranchConditionFacts facts)
{
    private readonly BddManager _bdd = analysis.Bdd;

    /// <summary>The outcomes, as few as say it; null where nothing is evident.</summary>
    public ImmutableArray<BranchOutcome>? Find(ImmutableArray<WrongVisit> visits)
    {
        // Who writes a condition means that it may come out either way: if everything behind one outcome is wrong, that is enough.
        foreach (IGrouping<int, BranchCondition> site in analysis.BranchConditions.GroupBy(static decision => decision.Block))
        {
            if (!facts.IsWritten(site.Key) || !IsOpen(site) || !IsAlone(site))
                continue;

            foreach (bool isTrue in new[] { false, true })
            {
                if (IsWrongBehind(site, isTrue, visits) is { } witness)
                    return Explain(witness.Visit, witness.Formula, site.Key, visits);
            }
        }

        return FindTogether(visits) is { } way ? Explain(way.Visit, way.Formula, site: null, visits) : null;
    }

    /// <summary>The formula that the outcomes hold.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="isAskedOnly">Whether the conditions must also be asked.</param>
    public Formula Holds(IEnumerable<BranchOutcome> outcomes, bool isAskedOnly) => outcomes.Aggregate(
        Formula.True,
        (all, outcome) => _bdd.And(all, _bdd.And(isAskedOnly ? outcome.Condition.Reached : Formula.True, IsSo(outcome.Condition, outcome.IsTrue))));

    private Formula IsSo(BranchCondition decision, bool isTrue) => isTrue ? decision.IsTrue : _bdd.Not(decision.IsTrue);

    private bool IsOpen(IEnumerable<BranchCondition> site) => site.Any(decision =>
        !_bdd.Implies(decision.Reached, decision.IsTrue) && !_bdd.Excludes(decision.Reached, decision.IsTrue));

    /// <summary>Whether nothing else that the analysis does not follow may decide it too.</summary>
    private bool IsAlone(IGrouping<int, BranchCondition> site) =>
        site.All(decision => IsPure(decision.IsTrue)) || !analysis.BranchConditions.Any(other => other.Block != site.Key && !IsPure(other.IsTrue) && facts.HaveCommonSubject(other.Block, site.Key));

    /// <summary>Whether nothing but the method's own inputs decides a formula.</summary>
    private bool IsPure(Formula formula) => _bdd.FindSupport(formula).All(analysis.Booleans.IsInput);

    private (WrongVisit Visit, Formula Formula)? IsWrongBehind(IGrouping<int, BranchCondition> site, bool isTrue, ImmutableArray<WrongVisit> visits)
    {
        (WrongVisit Visit, Formula Formula)? witness = null;

        foreach (WrongVisit visit in visits)
        {
            Formula behind = Formula.False;

            foreach (BranchCondition decision in site)
            {
                if (IsBefore(decision, visit))
                    behind = _bdd.Or(behind, _bdd.And(decision.Reached, IsSo(decision, isTrue)));
            }

            if (!_bdd.Implies(_bdd.And(behind, visit.Reached), visit.Wrong))
                return null;

            Formula possible = _bdd.And(_bdd.And(behind, visit.Possible), visit.Wrong);

            if (witness is null && !possible.IsFalse)
                witness = (visit, possible);
        }

        return witness;
    }

    /// <summary>A way on which the answers prove it together: only those that the method's caller can choose each by itself.</summary>
    private (WrongVisit Visit, Formula Formula)? FindTogether(ImmutableArray<WrongVisit> visits)
    {
        BranchCondition[] free = [.. analysis.BranchConditions.Where(decision => facts.IsWritten(decision.Block) && IsPure(decision.IsTrue) && IsUntouched(decision))];
        (WrongVisit Visit, Formula Answers)[] ways = [.. visits.Select(visit => (visit, AnswersOn(visit, free)))];
        Formula wrong = Formula.False;
        Formula right = Formula.False;

        foreach ((WrongVisit visit, Formula answers) in ways)
        {
            wrong = _bdd.Or(wrong, Answered(_bdd.And(_bdd.And(visit.Possible, visit.Wrong), answers)));
            right = _bdd.Or(right, Answered(_bdd.And(_bdd.AndNot(visit.Reached, visit.Wrong), answers)));
        }

        Formula evident = _bdd.AndNot(wrong, right);

        foreach ((WrongVisit visit, Formula answers) in ways)
        {
            Formula way = _bdd.And(_bdd.And(_bdd.And(visit.Possible, visit.Wrong), answers), evident);

            if (!way.IsFalse && !_bdd.IsExhausted)
                return (visit, way);
        }

        return null;
    }

    /// <summary>The formula that the atoms of answers are what is answered on the way to a call.</summary>
    private Formula AnswersOn(WrongVisit visit, BranchCondition[] free)
    {
        Formula answers = Formula.True;

        foreach (BranchCondition decision in free)
        {
            if (!IsBefore(decision, visit) || _bdd.Excludes(decision.Reached, visit.Reached))
                continue;

            Formula answer = _bdd.Iff(_bdd.Literal(decision.Outcome), decision.IsTrue);
            answers = _bdd.And(answers, _bdd.Or(_bdd.Not(decision.Reached), answer));

            // Who writes a condition means that it is asked.
            if (IsPure(decision.Reached))
                answers = _bdd.And(answers, _bdd.Iff(_bdd.Literal(decision.IsEvaluated), decision.Reached));
        }

        return answers;
    }

    /// <summary>Whatever decides it, nobody else is asked about, who may refuse a combination.</summary>
    private bool IsUntouched(BranchCondition decision) =>
        facts.IsUntouched(decision.Block)
        && !analysis.BranchConditions.Any(other => other.Block != decision.Block && !IsPure(other.IsTrue) && facts.HaveCommonSubject(other.Block, decision.Block));

    private Formula Answered(Formula formula) => _bdd.Exists(formula, variable => !analysis.Booleans.IsBranch(variable));

    /// <summary>The way to a wrong call in the answers that were given on it.</summary>
    private ImmutableArray<BranchOutcome> Explain(WrongVisit visit, Formula formula, int? site, ImmutableArray<WrongVisit> visits)
    {
        Formula way = _bdd.FindSatisfyingAssignment(formula).Aggregate(
            Formula.True,
            (all, value) => _bdd.And(all, value.IsTrue ? _bdd.Literal(value.Variable) : _bdd.Not(_bdd.Literal(value.Variable))));

        ImmutableArray<BranchOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<BranchOutcome>();

        foreach (BranchCondition decision in analysis.BranchConditions)
        {
            if (!IsBefore(decision, visit) || !_bdd.Implies(way, decision.Reached))
                continue;

            if (_bdd.Implies(way, decision.IsTrue))
                outcomes.Add(new BranchOutcome(decision, true));
            else if (_bdd.Excludes(way, decision.IsTrue))
                outcomes.Add(new BranchOutcome(decision, false));
        }

        ImmutableArray<BranchOutcome> own = outcomes.Where(outcome => outcome.Condition.Block == site).ToImmutableArray();
        return IsEnough(own, visits, isAskedOnly: false) ? Shorten(own, visits) : Shorten(outcomes.ToImmutable(), visits);
    }

    /// <summary>As few outcomes as say it: a person reads them.</summary>
    private ImmutableArray<BranchOutcome> Shorten(ImmutableArray<BranchOutcome> outcomes, ImmutableArray<WrongVisit> visits)
    {
        // Best without "where it is asked at all", which a sentence cannot say.
        bool isAskedOnly = !IsEnough(outcomes, visits, isAskedOnly: false);
        ImmutableArray<BranchOutcome> left = outcomes;

        foreach (BranchOutcome outcome in outcomes.OrderBy(outcome => facts.IsWritten(outcome.Condition.Block)).ThenBy(static outcome => outcome.Condition.Outcome.Index))
        {
            ImmutableArray<BranchOutcome> shorter = left.Remove(outcome);

            if (!shorter.IsEmpty && IsEnough(shorter, visits, isAskedOnly))
                left = shorter;
        }

        return left;
    }

    private bool IsEnough(ImmutableArray<BranchOutcome> outcomes, ImmutableArray<WrongVisit> visits, bool isAskedOnly)
    {
        Formula holds = Holds(outcomes, isAskedOnly);
        return !outcomes.IsEmpty
            && visits.All(visit => _bdd.Implies(_bdd.And(holds, visit.Reached), visit.Wrong))
            && visits.Any(visit => !_bdd.Excludes(holds, visit.Possible));
    }

    private static bool IsBefore(BranchCondition decision, WrongVisit visit) => decision.Outcome.IsBefore(visit.Before);
}
