using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Rules.Calls;
using Figma.Payments.Generators.Tests.BrokenCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace Figma.Payments.Generators.Tests.Oracle;

/// <summary>The behavior of a method's call, found by running the method on all inputs.</summary>
/// <param name="Always">The rule that applies to all inputs, or null if there is none.</param>
/// <param name="IsWrongEvidently">A value that indicates whether the call is wrong for all inputs that take some path.</param>
/// <param name="IsWrongSometimes">A value that indicates whether the call is wrong for some input.</param>
/// <param name="IsReached">A value that indicates whether some input reaches the call.</param>
internal sealed record Truth(string? Always, bool IsWrongEvidently, bool IsWrongSometimes, bool IsReached)
{
    private static readonly bool[] Booleans = [false, true];

    /// <summary>Runs the methods.</summary>
    public static ImmutableArray<Truth> Of(ImmutableArray<RandomMethod> methods, Compilation traced)
    {
        using MemoryStream image = new();
        EmitResult result = traced.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        AssemblyLoadContext context = new(null, isCollectible: true);

        try
        {
            image.Position = 0;
            Assembly assembly = context.LoadFromStream(image);
            FieldInfo trace = assembly.GetType("T")!.GetField("Trace")!;
            Func<ulong> readTrace = assembly.GetType("TraceReader")!.GetMethod("Read")!.CreateDelegate<Func<ulong>>();
            Func<int> readSupply = assembly.GetType("TraceReader")!.GetMethod("Supply")!.CreateDelegate<Func<int>>();
            return [.. methods.Select(method => Run(method, assembly, readTrace, readSupply))];
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>The code next to the methods: clients that count IDs, and a reader of the traced decisions.</summary>
    public const string Runner = """
        public sealed class Counter : IIds, ITexts, INumbers
        {
            public static int Supplied = -1;

            public Task<PaymentsResult> RequestAsync(UserId userId, CommunityFileId? communityFileId, PluginId? pluginId, WidgetId? widgetId) =>
                Note((communityFileId is null ? 0 : 1) + (pluginId is null ? 0 : 1) + (widgetId is null ? 0 : 1));

            public Task<PaymentsResult> RequestAsync(UserId userId, string? communityFileId, string? pluginId, string? widgetId) =>
                Note((string.IsNullOrEmpty(communityFileId) ? 0 : 1) + (string.IsNullOrEmpty(pluginId) ? 0 : 1) + (string.IsNullOrEmpty(widgetId) ? 0 : 1));

            public Task<PaymentsResult> RequestAsync(UserId userId, long? communityFileId, long? pluginId, long? widgetId) =>
                Note((communityFileId is null ? 0 : 1) + (pluginId is null ? 0 : 1) + (widgetId is null ? 0 : 1));

            private static Task<PaymentsResult> Note(int supplied)
            {
                Supplied = supplied;
                return Task.FromResult<PaymentsResult>(default!);
            }
        }

        public static class TraceReader
        {
            public static ulong Read() => T.Trace;

            public static int Supply()
            {
                int supplied = Counter.Supplied;
                Counter.Supplied = -1;
                T.Trace = 0;
                return supplied;
            }
        }

        public static class Inputs
        {
            public delegate void OfIds(IIds ids, bool a, bool b, bool c, int k, CommunityFileId? f, PluginId? p, WidgetId? w);
            public delegate void OfNumbers(INumbers ids, bool a, bool b, bool c, int k, long? f, long? p, long? w);
            public delegate void OfTexts(ITexts ids, bool a, bool b, bool c, int k, string? f, string? p, string? w);

            public static void Call(System.Delegate method, bool a, bool b, bool c, int k, int f, int p, int w)
            {
                try
                {
                    if (method is OfIds ids)
                        ids(Instance, a, b, c, k, f == 0 ? null : G.F, p == 0 ? null : G.P, w == 0 ? null : G.W);
                    else if (method is OfNumbers numbers)
                        numbers(Instance, a, b, c, k, f == 0 ? null : 1, p == 0 ? null : 1, w == 0 ? null : 1);
                    else
                        ((OfTexts)method)(Instance, a, b, c, k, Text(f), Text(p), Text(w));
                }
                catch (System.Exception)
                {
                }
            }

            private static readonly Counter Instance = new();

            private static string? Text(int value) => value == 0 ? null : value == 1 ? "1" : "";
        }
        """;

    private static Truth Run(RandomMethod method, Assembly assembly, Func<ulong> readTrace, Func<int> readSupply)
    {
        Type inputs = assembly.GetType("Inputs")!;
        Delegate body = assembly.GetType("M" + method.Seed)!.GetMethod("Run")!.CreateDelegate(inputs.GetNestedType("Of" + method.Kind)!);
        Action<Delegate, bool, bool, bool, int, int, int, int> call = inputs.GetMethod("Call")!.CreateDelegate<Action<Delegate, bool, bool, bool, int, int, int, int>>();
        Dictionary<ulong, (bool Any, bool AllWrong)> ways = [];
        int values = method.Kind == IdKind.Texts ? 3 : 2;
        (int none, int one, int several) = (0, 0, 0);

        foreach (bool a in Booleans)
        {
            foreach (bool b in Booleans)
            {
                foreach (bool c in Booleans)
                {
                    for (int rest = 0; rest < 4 * values * values * values; rest++)
                    {
                        call(body, a, b, c, rest % 4, rest / 4 % values, rest / 4 / values % values, rest / 4 / values / values % values);
                        ulong way = readTrace();
                        int supplied = readSupply();

                        if (supplied < 0)
                            continue;

                        none += supplied == 0 ? 1 : 0;
                        one += supplied == 1 ? 1 : 0;
                        several += supplied > 1 ? 1 : 0;
                        bool isAllWrong = !ways.TryGetValue(way, out (bool Any, bool AllWrong) known) || known.AllWrong;
                        ways[way] = (true, isAllWrong && supplied != 1);
                    }
                }
            }
        }

        return new Truth(
            (none, one, several) switch
            {
                ( > 0, 0, 0) => "FPG2001",
                (0, 0, > 0) => "FPG2002",
                ( > 0, 0, > 0) => "FPG2003",
                _ => null,
            },
            ways.Values.Any(static way => way.AllWrong),
            none + several > 0,
            ways.Count > 0);
    }
}
