using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>What a call count.</summary>
internal enum ResourceCount
{
    /// <summary>It depends on what comes from outside, or on the path.</summary>
    Unknown,

    /// <summary>Certainly none.</summary>
    None,

    /// <summary>Certainly several.</summary>
    Several,
}

/// <summary>A call as it is made once: in a loop, it is made several times.</summary>
/// <param name="Reached">The formula that it is made.</param>
/// <param name="Given">The formula that each id is there, in the order of the call's ids.</param>
/// <param name="AssignedNull">The formula that each is null because the code says so, not because nothing is known of it.</param>
/// <param name="NextVariable">The first atom that was made behind it.</param>
internal sealed record CallVisit(Formula Reached, Formula[] Given, Formula[] AssignedNull, BooleanVariable NextVariable);

/// <summary>All ways to a call, judged together.</summary>
internal sealed class CallPaths
{
    private readonly FlowAnalysis _analysis;
    private readonly BranchConditionFacts _facts;
    private readonly BddManager _bdd;
    private readonly List<CountedVisit> _visits;
    private readonly CounterexampleSearch _search;

    public CallPaths(FlowAnalysis analysis, BranchConditionFacts facts, IEnumerable<CallVisit> visits)
    {
        _analysis = analysis;
        _facts = facts;
        _bdd = analysis.Bdd;
        _visits = [.. visits.Where(static visit => !visit.Reached.IsFalse).Select(visit => new CountedVisit(visit, ResourceCountFormulas.Of(visit.Given, _bdd)))];
        _search = new CounterexampleSearch(analysis, facts);
    }

    /// <summary>Whether the call is made at all.</summary>
    public bool IsReached => _visits.Count > 0;

    /// <summary>Whether all that was asked was also answered: beyond the bounds, no answer means anything.</summary>
    public bool IsExact => !_bdd.IsExhausted;

    /// <summary>What is supplied on every path: none or several; unknown where that differs, or where it is right.</summary>
    public ResourceCount Always =>
        !IsReached ? ResourceCount.Unknown
        : _visits.TrueForAll(each => _bdd.Implies(each.Visit.Reached, each.Count.None)) ? ResourceCount.None
        : _visits.TrueForAll(each => _bdd.Implies(each.Visit.Reached, each.Count.Several)) ? ResourceCount.Several
        : ResourceCount.Unknown;

    /// <summary>Whether every path is right.</summary>
    public bool IsAlwaysRight => _visits.TrueForAll(each => _bdd.Excludes(each.Visit.Reached, IsWrong(each.Count, ResourceCount.Unknown)));

    /// <summary>Whether no path is right, though not all are wrong in the same way.</summary>
    public bool IsAlwaysWrong => IsReached && _visits.TrueForAll(each => _bdd.Implies(each.Visit.Reached, IsWrong(each.Count, ResourceCount.Unknown)));

    /// <summary>The ids that are certainly given wherever the call is made and these outcomes hold.</summary>
    public ImmutableArray<int> FindGiven(ImmutableArray<BranchOutcome> outcomes)
    {
        Formula where = _search.Holds(outcomes, mustBeEvaluated: true);

        return Enumerable.Range(0, _visits[0].Visit.Given.Length)
            .Where(id => _visits.TrueForAll(each => _bdd.Implies(_bdd.And(each.Visit.Reached, where), each.Visit.Given[id])))
            .ToImmutableArray();
    }

    /// <summary>The conditions under which what is supplied is certainly wrong, where that is evident in the method; null where it is not.</summary>
    /// <param name="wrong">None or several; <see cref="Supply.Unknown"/> for either.</param>
    public ImmutableArray<BranchOutcome>? FindCounterexample(ResourceCount wrong)
    {
        ImmutableArray<WrongVisit> visits = _visits.Select(each => new WrongVisit(each.Visit.Reached, Possible(each.Visit.Reached), IsWrong(each.Count, wrong), each.Visit.NextVariable)).ToImmutableArray();
        return visits.All(visit => _bdd.Excludes(visit.Possible, visit.Wrong)) ? null : _search.Find(visits);
    }

    /// <summary>The outcomes in words that a person uses.</summary>
    public string Describe(ImmutableArray<BranchOutcome> outcomes) => BranchConditionText.Describe(_facts, outcomes);

    /// <summary>The place that decides.</summary>
    public Location LocationOf(BranchOutcome outcome) => _facts[outcome.Condition.Block].Syntax.GetLocation();

    /// <summary>Where the call is certainly made: without any doubt, and whatever the analysis has lost sight of.</summary>
    private Formula Possible(Formula reached) => _bdd.ForAll(_bdd.And(reached, _analysis.Booleans.WithoutDoubt), _analysis.Booleans.IsLost);

    private Formula IsWrong(ResourceCountFormulas count, ResourceCount wrong) => wrong switch
    {
        ResourceCount.None => count.None,
        ResourceCount.Several => count.Several,
        _ => _bdd.Or(count.None, count.Several),
    };

    private sealed record CountedVisit(CallVisit Visit, ResourceCountFormulas Count);
}
