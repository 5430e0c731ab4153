using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Documentation;

/// <summary>Tests that the examples in the documents compile, and that the compiler reports what they say.</summary>
public sealed class ExamplesTests
{
    public static TheoryData<string, int> Guides => Find([.. Example.Guides], static _ => true);

    public static TheoryData<string, int> Right => Find([.. Example.Pages], static example => example.Heading == "Right");

    public static TheoryData<string, int> Wrong => Find([.. Example.Pages], static example => example.Heading == "Wrong");

    [Theory]
    [MemberData(nameof(Guides))]
    [MemberData(nameof(Right))]
    public async Task What_a_document_recommends_compiles_and_no_rule_has_anything_to_say(string document, int index)
    {
        Consumer consumer = Example.In(document)[index].AsProgram();

        Assert.Empty(Errors(consumer));
        Assert.Empty(await consumer.AnalyzeAsync());
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_a_page_calls_wrong_is_reported_by_its_rule_and_no_other(string document, int index)
    {
        Consumer consumer = Example.In(document)[index].AsProgram();

        ImmutableArray<Diagnostic> diagnostics = await Consumer.AnalyzeAsync(consumer.Generate().Output, consumer.AdditionalTexts);

        Assert.Equal([Path.GetFileNameWithoutExtension(document)], diagnostics.Select(static diagnostic => diagnostic.Id).Distinct());
    }

    [Fact]
    public void Every_page_shows_what_is_wrong_and_what_is_right()
    {
        Assert.NotEmpty(Example.Pages);
        Assert.All(Example.Pages, static page => Assert.Equal(["Wrong", "Right"], Example.In(page).Select(static example => example.Heading)));
    }

    private static string[] Errors(Consumer consumer) =>
        [.. consumer.Generate().Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString())];

    private static TheoryData<string, int> Find(string[] documents, Func<Example, bool> isMeant)
    {
        TheoryData<string, int> found = [];

        foreach (string document in documents)
        {
            for (int i = 0; i < Example.In(document).Count; i++)
            {
                if (isMeant(Example.In(document)[i]))
                    found.Add(document, i);
            }
        }

        return found;
    }
}
