using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>Compares what the analyzers report with what a marked source expects.</summary>
internal static class Verify
{
    /// <summary>Exactly the marked diagnostics, in textual order, with these messages.</summary>
    public static async Task ReportsAsync(Consumer consumer, params string[] messages)
    {
        (ImmutableArray<string> expected, ImmutableArray<Diagnostic> actual) = await RunAsync(consumer);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual.Select(Describe));
        Assert.Equal(messages, actual.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    public static Task ReportsAsync(string marked, params string[] messages) => ReportsAsync(Consumer.Of(marked), messages);

    /// <summary>Exactly the marked diagnostics; their messages are another test's.</summary>
    public static async Task ReportsWhereMarkedAsync(Consumer consumer)
    {
        (ImmutableArray<string> expected, ImmutableArray<Diagnostic> actual) = await RunAsync(consumer);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual.Select(Describe));
    }

    /// <summary>The code compiles, and no rule has anything to say.</summary>
    public static async Task IsSilentAsync(Consumer consumer) => Assert.Empty(await consumer.AnalyzeAsync());

    public static Task IsSilentAsync(params string[] sources) => IsSilentAsync(Consumer.Of(sources));

    /// <summary>The code compiles, no rule has anything to say, and each of these files is generated.</summary>
    public static async Task GeneratesAsync(string source, params string[] hintNames)
    {
        Consumer consumer = Consumer.Of(source);
        await IsSilentAsync(consumer);
        Assert.Equal(hintNames.Order(StringComparer.Ordinal), consumer.Generate().Files.Select(static file => file.HintName));
    }

    /// <summary>No client is generated: where a rule speaks, the generator is mute.</summary>
    public static void GeneratesNothing(Consumer consumer) => Assert.Empty(consumer.Generate().Files);

    private static async Task<(ImmutableArray<string> Expected, ImmutableArray<Diagnostic> Actual)> RunAsync(Consumer consumer)
    {
        List<(string Path, string Text)> sources = [];
        List<string> expected = [];

        foreach ((string path, string text) in consumer.Sources.OrderBy(static source => source.Path, StringComparer.Ordinal))
        {
            Markup markup = Markup.Parse(text);
            sources.Add((path, markup.Text));

            expected.AddRange(markup.Expected
                .OrderBy(static mark => mark.Span.Start)
                .ThenBy(static mark => mark.Id, StringComparer.Ordinal)
                .Select(mark => $"{path} {mark.Span} {mark.Id} '{markup.Text.Substring(mark.Span.Start, mark.Span.Length)}'"));
        }

        ImmutableArray<Diagnostic> actual = await (consumer with { Sources = [.. sources] }).AnalyzeAsync();
        return ([.. expected], actual);
    }

    private static string Describe(Diagnostic diagnostic) =>
        $"{diagnostic.Location.SourceTree?.FilePath} {diagnostic.Location.SourceSpan} {diagnostic.Id} '{diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan)}'";
}
