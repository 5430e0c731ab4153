using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>What is to be said of a call, by what it supplies on which path.</summary>
internal static class PathFault
{
    public static Diagnostic None(ResourceCall call) =>
        Diagnostic.Create(Descriptors.RequestMustSpecifyResource, call.Location, call.Method.Name, call.AllNames);

    public static Diagnostic Several(ResourceCall call, ImmutableArray<int> given) => Diagnostic.Create(
        Descriptors.RequestMustSpecifyOneResource,
        call.Location,
        given.Select(id => call.Arguments[id]!.Syntax.GetLocation()),
        call.Method.Name,
        call.NamesOf(given));

    /// <summary>The diagnostic of a call's paths; null where nothing is proven.</summary>
    public static Diagnostic? Find(ResourceCall call, CallPaths paths)
    {
        if (paths.IsAlwaysRight)
            return null;

        Diagnostic? fault = paths.Always switch
        {
            Supply.None => None(call),
            Supply.Several => Several(call, GivenAlways(call, paths)),
            _ => FindOnPath(call, paths),
        };

        return paths.IsExact ? fault : null;
    }

    /// <summary>The ids that are given on every path; where on each path it is others, all that may be.</summary>
    private static ImmutableArray<int> GivenAlways(ResourceCall call, CallPaths paths)
    {
        ImmutableArray<int> given = paths.GivenWhere(ImmutableArray<BranchOutcome>.Empty);

        return given.Length > 1
            ? given
            : Enumerable.Range(0, call.Presences.Length).Where(id => call.Presences[id] != Presence.Absent && call.Arguments[id] is not null).ToImmutableArray();
    }

    private static Diagnostic? FindOnPath(ResourceCall call, CallPaths paths)
    {
        List<string> faults = [];
        List<BranchOutcome> outcomes = [];

        Add(Supply.None, "no resource");
        Add(Supply.Several, "several resources");

        if (faults.Count == 0)
            Add(Supply.Unknown, "no resource or several");

        if (!paths.IsAlwaysWrong)
            return faults.Count == 0 ? null : Create(Descriptors.RequestMustSpecifyOneResourceOnEveryPath.DefaultSeverity);

        if (faults.Count == 0)
            faults.Add("no resource or several, whatever the path");

        return Create(DiagnosticSeverity.Error);

        void Add(Supply wrong, string what)
        {
            if (paths.FindEvidence(wrong) is not { } evidence)
                return;

            if (wrong == Supply.Several && paths.GivenWhere(evidence) is { Length: > 1 } given)
                what = $"{what}, {call.NamesOf(given)},";

            faults.Add(evidence.IsEmpty ? $"{what}, whatever the path" : $"{what} when {paths.Describe(evidence)}");
            outcomes.AddRange(evidence);
        }

        Diagnostic Create(DiagnosticSeverity severity) => Diagnostic.Create(
            Descriptors.RequestMustSpecifyOneResourceOnEveryPath,
            call.Location,
            severity,
            outcomes.Select(paths.LocationOf).Distinct(),
            properties: null,
            call.Method.Name,
            string.Join(", and about ", faults));
    }
}
