using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

public sealed class TruthTableTests(TruthTableTests.Verdicts verdicts) : IClassFixture<TruthTableTests.Verdicts>
{
    private static readonly (string Source, ImmutableArray<TruthCell> Cells) Table = TruthTable.Build();

    public static TheoryData<string> Cells => [.. Table.Cells.Select(static cell => cell.Name)];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_shape_of_argument_is_judged_for_what_it_certainly_is(string name)
    {
        TruthCell cell = Table.Cells.Single(cell => cell.Name == name);
        ILookup<int, Diagnostic> reported = await verdicts.Reported;

        Assert.Equal(
            $"{cell.Name} → {(cell.Verdict is null ? "silent" : $"{cell.Verdict} {cell.Span}")}",
            $"{cell.Name} → {Describe(reported[cell.Span.Start])}");
    }

    [Fact]
    public async Task Nothing_else_is_reported_around_the_calls()
    {
        HashSet<int> calls = [.. Table.Cells.Select(static cell => cell.Span.Start)];
        ILookup<int, Diagnostic> reported = await verdicts.Reported;
        Assert.Empty(reported.Where(group => !calls.Contains(group.Key)).SelectMany(static group => group));
    }

    [Fact]
    public void The_table_has_no_cell_twice_and_more_than_two_hundred()
    {
        Assert.True(Table.Cells.Length >= 200, $"{Table.Cells.Length} cells");
        Assert.Distinct(Table.Cells.Select(static cell => cell.Name));
    }

    private static string Describe(IEnumerable<Diagnostic> diagnostics) =>
        string.Join(", ", diagnostics.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceSpan}").DefaultIfEmpty("silent"));

    /// <summary>The whole table in one compilation, analyzed once.</summary>
    public sealed class Verdicts
    {
        internal Task<ILookup<int, Diagnostic>> Reported { get; } = FindAsync();

        // Whether what is supplied is an id, on which path it is there, and whether the answer is looked at are other rules' questions.
        private static async Task<ILookup<int, Diagnostic>> FindAsync() =>
            (await Consumer.Of(Table.Source).AnalyzeAsync())
            .Where(static diagnostic => diagnostic.Id is "FPG2001" or "FPG2002")
            .ToLookup(static diagnostic => diagnostic.Location.SourceSpan.Start);
    }
}
