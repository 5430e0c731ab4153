using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>FPG2001 and FPG2002 for each shape of argument.</summary>
public sealed class TruthTableTests(TruthTableTests.Diagnostics diagnostics) : IClassFixture<TruthTableTests.Diagnostics>
{
    private static readonly (string Source, ImmutableArray<TruthCell> Cells) Table = TruthTable.Build();

    public static TheoryData<string> Cells => [.. Table.Cells.Select(static cell => cell.Name)];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Argument_has_the_expected_diagnostic(string name)
    {
        TruthCell cell = Table.Cells.Single(cell => cell.Name == name);
        ILookup<int, Diagnostic> reported = await diagnostics.Reported;

        Assert.Equal(
            $"{cell.Name} → {(cell.Rule is null ? "silent" : $"{cell.Rule} {cell.Span}")}",
            $"{cell.Name} → {Describe(reported[cell.Span.Start])}");
    }

    [Fact]
    public async Task Code_around_the_calls_is_not_reported()
    {
        HashSet<int> calls = [.. Table.Cells.Select(static cell => cell.Span.Start)];
        ILookup<int, Diagnostic> reported = await diagnostics.Reported;
        Assert.Empty(reported.Where(group => !calls.Contains(group.Key)).SelectMany(static group => group));
    }

    [Fact]
    public void Table_has_more_than_two_hundred_different_cells()
    {
        Assert.True(Table.Cells.Length >= 200, $"{Table.Cells.Length} cells");
        Assert.Distinct(Table.Cells.Select(static cell => cell.Name));
    }

    private static string Describe(IEnumerable<Diagnostic> reported) =>
        string.Join(", ", reported.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceSpan}").DefaultIfEmpty("silent"));

    /// <summary>The whole table in one compilation, analyzed once.</summary>
    public sealed class Diagnostics
    {
        internal Task<ILookup<int, Diagnostic>> Reported { get; } = FindAsync();

        // Other rules report invalid IDs, IDs that are missing on one path, and ignored results.
        private static async Task<ILookup<int, Diagnostic>> FindAsync() =>
            (await Consumer.Of(Table.Source).AnalyzeAsync())
            .Where(static diagnostic => diagnostic.Id is "FPG2001" or "FPG2002")
            .ToLookup(static diagnostic => diagnostic.Location.SourceSpan.Start);
    }
}
