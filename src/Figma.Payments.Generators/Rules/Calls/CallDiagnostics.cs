using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Creates the diagnostics of calls.</summary>
internal static class CallDiagnostics
{
    /// <summary>Creates the diagnostic of a call that specifies no resource.</summary>
    public static Diagnostic CreateNone(ResourceCall call) =>
        Diagnostic.Create(Descriptors.RequestMustSpecifyResource, call.Location, call.Method.Name, call.AllNames);

    /// <summary>Creates the diagnostic of a call that specifies several resources.</summary>
    public static Diagnostic CreateSeveral(ResourceCall call, ImmutableArray<int> given) => Diagnostic.Create(
        Descriptors.RequestMustSpecifyOneResource,
        call.Location,
        given.Select(id => call.Arguments[id]!.Syntax.GetLocation()),
        call.Method.Name,
        $"several resources ({call.NamesOf(given)})");

    /// <summary>Creates the diagnostic of a call that specifies a user ID next to a payment token.</summary>
    public static Diagnostic CreateTokenAndUser(ResourceCall call, string user) => Diagnostic.Create(
        Descriptors.RequestMustSpecifyOneResource,
        call.Location,
        call.Method.Name,
        $"a payment token and '{user}'");

    /// <summary>Returns the diagnostic of a call by its paths, or null if the call isn't certainly wrong on a path.</summary>
    public static Diagnostic? Find(ResourceCall call, CallPaths paths)
    {
        if (paths.IsAlwaysRight)
            return null;

        Diagnostic? diagnostic = paths.Always switch
        {
            ResourceCount.None => CreateNone(call),
            ResourceCount.Several => CreateSeveral(call, FindGivenOnEveryPath(call, paths)),
            _ => FindOnPath(call, paths),
        };

        return paths.IsExact ? diagnostic : null;
    }

    /// <summary>Returns the resource IDs that are given on every path, or all that can be given if they differ from path to path.</summary>
    private static ImmutableArray<int> FindGivenOnEveryPath(ResourceCall call, CallPaths paths)
    {
        ImmutableArray<int> given = paths.FindGiven(ImmutableArray<BranchOutcome>.Empty);

        return given.Length > 1
            ? given
            : Enumerable.Range(0, call.Presences.Length).Where(id => call.Presences[id] != Presence.Absent && call.Arguments[id] is not null).ToImmutableArray();
    }

    private static Diagnostic? FindOnPath(ResourceCall call, CallPaths paths)
    {
        List<string> problems = [];
        List<BranchOutcome> outcomes = [];

        Add(ResourceCount.None, "no resource");
        Add(ResourceCount.Several, "several resources");

        if (problems.Count == 0)
            Add(ResourceCount.Unknown, "no resource or several resources");

        if (!paths.IsAlwaysWrong)
            return problems.Count == 0 ? null : Create(Descriptors.RequestMustSpecifyOneResourceOnEveryPath.DefaultSeverity);

        if (problems.Count == 0)
            problems.Add("no resource or several resources on every path");

        return Create(DiagnosticSeverity.Error);

        void Add(ResourceCount wrong, string problem)
        {
            if (paths.FindCounterexample(wrong) is not { } counterexample)
                return;

            if (wrong == ResourceCount.Several && paths.FindGiven(counterexample) is { Length: > 1 } given)
                problem = $"{problem} ({call.NamesOf(given)})";

            problems.Add(counterexample.IsEmpty ? $"{problem} on every path" : $"{problem} if {paths.Describe(counterexample)}");
            outcomes.AddRange(counterexample);
        }

        Diagnostic Create(DiagnosticSeverity severity) => Diagnostic.Create(
            Descriptors.RequestMustSpecifyOneResourceOnEveryPath,
            call.Location,
            severity,
            outcomes.Select(paths.LocationOf).Distinct(),
            properties: null,
            call.Method.Name,
            string.Join(", and ", problems));
    }
}
