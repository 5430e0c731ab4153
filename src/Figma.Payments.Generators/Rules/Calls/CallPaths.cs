using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>All paths to a call.</summary>
internal sealed class CallPaths
{
    private readonly FlowAnalysis _analysis;
    private readonly BranchConditionFacts _facts;
    private readonly BddManager _bdd;
    private readonly List<CountedVisit> _visits;
    private readonly CounterexampleSearch _search;
    private Formula? _isReachable;

    public CallPaths(FlowAnalysis analysis, BranchConditionFacts facts, CounterexampleSearch search, IEnumerable<CallVisit> visits)
    {
        _analysis = analysis;
        _facts = facts;
        _bdd = analysis.Bdd;
        _visits = [.. visits.Where(static visit => !visit.Reached.IsFalse).Select(visit => new CountedVisit(visit, ResourceCountFormulas.Of(visit.Given, _bdd)))];
        _search = search;
    }

    /// <summary>Gets a value that indicates whether the call is reachable.</summary>
    public bool IsReached => _visits.Count > 0;

    /// <summary>Gets a value that indicates whether the formulas stayed within their bounds. If not, the results are meaningless.</summary>
    public bool IsExact => !_bdd.IsExhausted;

    /// <summary>Gets the number of resource IDs on every path, or <see cref="ResourceCount.Unknown"/> if the paths differ or are right.</summary>
    public ResourceCount Always =>
        !IsReached ? ResourceCount.Unknown
        : _visits.TrueForAll(each => _bdd.Implies(each.Visit.Reached, each.Count.None)) ? ResourceCount.None
        : _visits.TrueForAll(each => _bdd.Implies(each.Visit.Reached, each.Count.Several)) ? ResourceCount.Several
        : ResourceCount.Unknown;

    /// <summary>Gets a value that indicates whether the call is right on every path.</summary>
    public bool IsAlwaysRight => _visits.TrueForAll(each => _bdd.Excludes(each.Visit.Reached, IsWrong(each.Count, ResourceCount.Unknown)));

    /// <summary>Gets a value that indicates whether the call is wrong on every path, in the same way or not.</summary>
    public bool IsAlwaysWrong => IsReached && _visits.TrueForAll(each => _bdd.Implies(each.Visit.Reached, IsWrong(each.Count, ResourceCount.Unknown)));

    /// <summary>Returns the resource IDs that are given on every path with some outcomes.</summary>
    public ImmutableArray<int> FindGiven(ImmutableArray<BranchOutcome> outcomes)
    {
        Formula where = _search.Holds(outcomes, mustBeEvaluated: true);

        return Enumerable.Range(0, _visits[0].Visit.Given.Length)
            .Where(id => _visits.TrueForAll(each => _bdd.Implies(_bdd.And(each.Visit.Reached, where), each.Visit.Given[id])))
            .ToImmutableArray();
    }

    /// <summary>Returns the outcomes of branch conditions with which the call is wrong, or null if there is no counterexample.</summary>
    /// <param name="wrong">The error to look for, or <see cref="ResourceCount.Unknown"/> for either.</param>
    public ImmutableArray<BranchOutcome>? FindCounterexample(ResourceCount wrong)
    {
        ImmutableArray<WrongVisit> visits = _visits.Select(each => new WrongVisit(each.Visit.Reached, Possible(each.Visit.Reached), IsWrong(each.Count, wrong), each.Visit.NextVariable)).ToImmutableArray();
        return visits.All(visit => _bdd.Excludes(visit.Possible, visit.Wrong)) ? null : _search.Find(visits);
    }

    /// <summary>Formats outcomes for a message.</summary>
    public string Describe(ImmutableArray<BranchOutcome> outcomes) => BranchConditionText.Describe(_facts, outcomes);

    /// <summary>Returns the location of the condition of an outcome.</summary>
    public Location LocationOf(BranchOutcome outcome) => _facts[outcome.Condition.Block].Syntax.GetLocation();

    /// <summary>Returns the formula that the call is certainly made: without doubt, and whatever widening lost.</summary>
    /// <remarks>
    /// What isn't an input of the method, for example whether a called method returned, is taken as it must be for any input to reach the call. A path that needs
    /// more than that is no evidence.
    /// </remarks>
    private Formula Possible(Formula reached)
    {
        Formula certain = _bdd.ForAll(_bdd.And(reached, _analysis.Booleans.WithoutDoubt), _analysis.Booleans.IsLost);
        Formula everywhere = _bdd.ForAll(_bdd.Or(_bdd.Not(_isReachable ??= FindReachable()), reached), variable => !_analysis.Booleans.IsInput(variable) && !_analysis.Booleans.IsUnlikely(variable));
        return _bdd.And(certain, everywhere);
    }

    /// <summary>Returns the formula that some input reaches the call.</summary>
    private Formula FindReachable() => _bdd.Exists(_visits.Aggregate(Formula.False, (all, each) => _bdd.Or(all, each.Visit.Reached)), _analysis.Booleans.IsInput);

    private Formula IsWrong(ResourceCountFormulas count, ResourceCount wrong) => wrong switch
    {
        ResourceCount.None => count.None,
        ResourceCount.Several => count.Several,
        _ => _bdd.Or(count.None, count.Several),
    };

    private sealed record CountedVisit(CallVisit Visit, ResourceCountFormulas Count);
}
