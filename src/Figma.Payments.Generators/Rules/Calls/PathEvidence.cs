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
internal readonly record struct WrongVisit(int Reached, int Possible, int Wrong, int Before);

/// <summary>Finds the outcomes of conditions that prove a call wrong: those that a person has written, and that surely can come about.</summary>
internal sealed class PathEvidence(FlowAnalysis analysis, ConditionFacts facts)
{
    private readonly Formulas _formulas = analysis.Formulas;

    /// <summary>The outcomes, as few as say it; null where nothing is evident.</summary>
    public ImmutableArray<BranchOutcome>? Find(ImmutableArray<WrongVisit> visits)
    {
        // Who writes a condition means that it may come out either way: if everything behind one outcome is wrong, that is enough.
        foreach (IGrouping<int, Decision> site in analysis.Decisions.GroupBy(static decision => decision.Block))
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
    public int Holds(IEnumerable<BranchOutcome> outcomes, bool isAskedOnly) => outcomes.Aggregate(
        Formulas.True,
        (all, outcome) => _formulas.And(all, _formulas.And(isAskedOnly ? outcome.Condition.Asked : Formulas.True, IsSo(outcome.Condition, outcome.IsTrue))));

    private int IsSo(Decision decision, bool isTrue) => isTrue ? decision.IsTrue : _formulas.Not(decision.IsTrue);

    private bool IsOpen(IEnumerable<Decision> site) => site.Any(decision =>
        !_formulas.Implies(decision.Asked, decision.IsTrue) && _formulas.And(decision.Asked, decision.IsTrue) != Formulas.False);

    /// <summary>Whether nothing else that the analysis does not follow may decide it too.</summary>
    private bool IsAlone(IGrouping<int, Decision> site) =>
        site.All(decision => IsPure(decision.IsTrue)) || !analysis.Decisions.Any(other => other.Block != site.Key && !IsPure(other.IsTrue) && facts.HaveCommonSubject(other.Block, site.Key));

    /// <summary>Whether nothing but the method's own inputs decides a formula.</summary>
    private bool IsPure(int formula) => _formulas.AtomsOf(formula).All(analysis.Atoms.IsInput);

    private (WrongVisit Visit, int Formula)? IsWrongBehind(IGrouping<int, Decision> site, bool isTrue, ImmutableArray<WrongVisit> visits)
    {
        (WrongVisit Visit, int Formula)? witness = null;

        foreach (WrongVisit visit in visits)
        {
            int behind = Formulas.False;

            foreach (Decision decision in site)
            {
                if (IsBefore(decision, visit))
                    behind = _formulas.Or(behind, _formulas.And(decision.Asked, IsSo(decision, isTrue)));
            }

            if (!_formulas.Implies(_formulas.And(behind, visit.Reached), visit.Wrong))
                return null;

            int possible = _formulas.And(_formulas.And(behind, visit.Possible), visit.Wrong);

            if (witness is null && possible != Formulas.False)
                witness = (visit, possible);
        }

        return witness;
    }

    /// <summary>A way on which the answers prove it together: only those that the method's caller can choose each by itself.</summary>
    private (WrongVisit Visit, int Formula)? FindTogether(ImmutableArray<WrongVisit> visits)
    {
        Decision[] free = [.. analysis.Decisions.Where(decision => facts.IsWritten(decision.Block) && IsPure(decision.IsTrue) && IsUntouched(decision))];
        (WrongVisit Visit, int Answers)[] ways = [.. visits.Select(visit => (visit, AnswersOn(visit, free)))];
        int wrong = Formulas.False;
        int right = Formulas.False;

        foreach ((WrongVisit visit, int answers) in ways)
        {
            wrong = _formulas.Or(wrong, Answered(_formulas.And(_formulas.And(visit.Possible, visit.Wrong), answers)));
            right = _formulas.Or(right, Answered(_formulas.And(_formulas.AndNot(visit.Reached, visit.Wrong), answers)));
        }

        int evident = _formulas.AndNot(wrong, right);

        foreach ((WrongVisit visit, int answers) in ways)
        {
            int way = _formulas.And(_formulas.And(_formulas.And(visit.Possible, visit.Wrong), answers), evident);

            if (way != Formulas.False && !_formulas.IsExhausted)
                return (visit, way);
        }

        return null;
    }

    /// <summary>The formula that the atoms of answers are what is answered on the way to a call.</summary>
    private int AnswersOn(WrongVisit visit, Decision[] free)
    {
        int answers = Formulas.True;

        foreach (Decision decision in free)
        {
            if (!IsBefore(decision, visit) || _formulas.And(decision.Asked, visit.Reached) == Formulas.False)
                continue;

            int answer = _formulas.AreEqual(_formulas.Literal(decision.Answer), decision.IsTrue);
            answers = _formulas.And(answers, _formulas.Or(_formulas.Not(decision.Asked), answer));

            // Who writes a condition means that it is asked.
            if (IsPure(decision.Asked))
                answers = _formulas.And(answers, _formulas.AreEqual(_formulas.Literal(decision.Answer + 1), decision.Asked));
        }

        return answers;
    }

    /// <summary>Whatever decides it, nobody else is asked about, who may refuse a combination.</summary>
    private bool IsUntouched(Decision decision) =>
        facts.IsUntouched(decision.Block)
        && !analysis.Decisions.Any(other => other.Block != decision.Block && !IsPure(other.IsTrue) && facts.HaveCommonSubject(other.Block, decision.Block));

    private int Answered(int formula) => _formulas.Exists(formula, atom => !analysis.Atoms.IsAnswer(atom));

    /// <summary>The way to a wrong call in the answers that were given on it.</summary>
    private ImmutableArray<BranchOutcome> Explain(WrongVisit visit, int formula, int? site, ImmutableArray<WrongVisit> visits)
    {
        int way = _formulas.Witness(formula).Aggregate(
            Formulas.True,
            (all, atom) => _formulas.And(all, atom.IsTrue ? _formulas.Literal(atom.Atom) : _formulas.Not(_formulas.Literal(atom.Atom))));

        ImmutableArray<BranchOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<BranchOutcome>();

        foreach (Decision decision in analysis.Decisions)
        {
            if (!IsBefore(decision, visit) || !_formulas.Implies(way, decision.Asked))
                continue;

            if (_formulas.Implies(way, decision.IsTrue))
                outcomes.Add(new BranchOutcome(decision, true));
            else if (_formulas.And(way, decision.IsTrue) == Formulas.False)
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

        foreach (BranchOutcome outcome in outcomes.OrderBy(outcome => facts.IsWritten(outcome.Condition.Block)).ThenBy(static outcome => outcome.Condition.Answer))
        {
            ImmutableArray<BranchOutcome> shorter = left.Remove(outcome);

            if (!shorter.IsEmpty && IsEnough(shorter, visits, isAskedOnly))
                left = shorter;
        }

        return left;
    }

    private bool IsEnough(ImmutableArray<BranchOutcome> outcomes, ImmutableArray<WrongVisit> visits, bool isAskedOnly)
    {
        int holds = Holds(outcomes, isAskedOnly);
        return !outcomes.IsEmpty
            && visits.All(visit => _formulas.Implies(_formulas.And(holds, visit.Reached), visit.Wrong))
            && visits.Any(visit => _formulas.And(holds, visit.Possible) != Formulas.False);
    }

    private static bool IsBefore(Decision decision, WrongVisit visit) => decision.Answer < visit.Before;
}
