using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Calls;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace Figma.Payments.Generators.Tests.Oracle;

/// <summary>
/// Compares the diagnostics of random methods with the result of running the methods on all inputs. This is a slice of them; the long run is
/// <c>ORACLE_METHODS=50000 dotnet test tests/Figma.Payments.Generators.Tests --filter FullyQualifiedName~Oracle --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const int Batch = 200;

    private static readonly int Methods = int.TryParse(Environment.GetEnvironmentVariable("ORACLE_METHODS"), NumberStyles.None, CultureInfo.InvariantCulture, out int methods) ? methods : Batch;

    private static readonly int FirstSeed = int.TryParse(Environment.GetEnvironmentVariable("ORACLE_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed : 1;

    [Fact]
    public async Task Diagnostics_match_results_of_running_all_inputs()
    {
        Comparison comparison = await CompareAsync(MethodGenerator.Make);
        Assert.True(comparison.Missed.Count * 100 <= comparison.WrongCalls, $"{comparison.Missed.Count} of {comparison.WrongCalls} wrong calls not reported");
    }

    // What the analysis doesn't follow is silent: there is no bound for the calls that aren't reported, but their number by construct is in the output.
    [Fact]
    public async Task Diagnostics_of_methods_with_more_constructs_are_true()
    {
        Comparison comparison = await CompareAsync(MethodGenerator.MakeRich);
        Assert.True(comparison.Missed.Count < comparison.WrongCalls, "No wrong call is reported.");
    }

    private async Task<Comparison> CompareAsync(Func<int, RandomMethod> make)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        SortedDictionary<string, (int Wrong, int Missed)> constructs = new(StringComparer.Ordinal);
        List<string> wrong = [];
        List<string> missed = [];
        int evident = 0;

        for (int start = FirstSeed; start < FirstSeed + Methods; start += Batch)
        {
            ImmutableArray<RandomMethod> batch = [.. Enumerable.Range(start, Batch).Select(make)];
            ImmutableArray<Truth> truths = Truth.Of(batch, Compile(batch, new Style(IsTraced: true), Truth.Runner));
            ImmutableArray<string> verdicts = await JudgeAsync(batch, new Style());

            for (int i = 0; i < batch.Length; i++)
            {
                Truth truth = truths[i];

                // Any diagnostic of an unreachable call is right.
                if (!truth.IsReached)
                    continue;

                string verdict = verdicts[i];
                string expected = truth.Always ?? (truth.IsWrongEvidently ? "FPG2003" : "silent");
                string cell = $"{(truth.Always is not null ? "always wrong" : truth.IsWrongEvidently ? "evidently wrong on a path" : truth.IsWrongSometimes ? "wrong for some input" : "right")}, {expected} → {verdict}";
                counts[cell] = counts.GetValueOrDefault(cell) + 1;
                evident += expected == "silent" ? 0 : 1;

                foreach (string kind in batch[i].Constructs.Where(_ => expected != "silent"))
                    constructs[kind] = constructs.GetValueOrDefault(kind) is var (all, silent) ? (all + 1, silent + (verdict == "silent" ? 1 : 0)) : default;

                if (verdict == expected)
                    continue;

                // A call that is always wrong is also wrong on a path: FPG2003 is right, if less precise.
                if (verdict == "silent" || (verdict == "FPG2003" && truth.Always is not null))
                    missed.Add($"M{batch[i].Seed}: {expected} → {verdict}\n{MethodText.Write(batch[i], new Style())}");
                else
                    wrong.Add($"M{batch[i].Seed}: {expected} → {verdict}\n{MethodText.Write(batch[i], new Style())}");
            }
        }

        foreach ((string cell, int count) in counts)
            output.WriteLine($"{count,7}  {cell}");

        foreach ((string kind, (int all, int silent)) in constructs)
            output.WriteLine($"{all,7}  wrong calls in methods with {kind}, {silent} of them silent");

        output.WriteLine($"{Methods} methods from seed {FirstSeed}: {wrong.Count} false diagnostics; {evident} wrong calls, {missed.Count} not reported ({100.0 * missed.Count / Math.Max(1, evident):0.00} %)");

        foreach (string each in missed.OrderBy(static each => each.Length).Take(10))
            output.WriteLine(each);

        Assert.True(wrong.Count == 0, $"{wrong.Count} false diagnostics, the first:\n" + string.Join("\n", wrong.OrderBy(static each => each.Length).Take(12)));
        return new Comparison(evident, missed);
    }

    [Fact]
    public async Task Equivalent_code_has_the_same_diagnostics()
    {
        Style[] styles = [new(IsReordered: true), new(IsWrapped: true), new(IsSuppressed: true), new(IsNegated: true), new(IsExtracted: true)];
        ImmutableArray<RandomMethod> batch = [.. Enumerable.Range(1_000_000, Math.Max(Batch, Methods / 20)).Select(MethodGenerator.Make)];
        ImmutableArray<string> plain = await JudgeAsync(batch, new Style());
        List<string> changed = [];

        foreach (Style style in styles)
        {
            ImmutableArray<string> rewritten = await JudgeAsync(batch, style);

            for (int i = 0; i < batch.Length; i++)
            {
                if (rewritten[i] != plain[i])
                    changed.Add($"{style}: M{batch[i].Seed}: {plain[i]} → {rewritten[i]}\n{MethodText.Write(batch[i], style)}");
            }
        }

        output.WriteLine($"{batch.Length} methods in {styles.Length} rewrites: {changed.Count} diagnostics changed");

        Assert.True(changed.Count == 0, $"{changed.Count} changed, the first:\n" + string.Join("\n", changed.OrderBy(static each => each.Length).Take(3)));
    }

    private static CSharpCompilation Compile(ImmutableArray<RandomMethod> batch, Style style, string beside = "")
    {
        string extensions = LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= (LanguageVersion)1400 ? MethodText.ExtensionMembers : "";

        return Consumer.Of([
            MethodText.Shared + beside,
            .. batch.Select(method => "#define ALWAYS\n#nullable enable\nusing System.Threading.Tasks;\nusing Figma.Payments;\n" + MethodText.Write(method, style)),
            extensions]).Compile();
    }

    /// <summary>Returns the ID of each method's diagnostic, or "silent".</summary>
    private static async Task<ImmutableArray<string>> JudgeAsync(ImmutableArray<RandomMethod> batch, Style style)
    {
        CSharpCompilation compilation = Compile(batch, style);
        Diagnostic[] errors = [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(5).Select(static error => error + "\n" + error.Location.SourceTree)));

        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new CallAnalyzer()]);
        ImmutableArray<Diagnostic> diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");

        ILookup<string, Diagnostic> byFile = diagnostics
            .Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)
            .ToLookup(static diagnostic => diagnostic.Location.SourceTree!.FilePath);

        // The first file contains the shared types.
        return [.. batch.Select((_, i) => byFile[$"/project/File{i + 1}.cs"].Select(static diagnostic => diagnostic.Id).SingleOrDefault("silent"))];
    }

    private sealed record Comparison(int WrongCalls, List<string> Missed);
}
