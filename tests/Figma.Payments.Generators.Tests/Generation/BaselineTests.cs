using System;
using System.Linq;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

public sealed class BaselineTests
{
    public static TheoryData<string> Names => [.. DeclarationCorpus.Everywhere.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_generated_code_is_what_somebody_has_read(string name) =>
        Baseline.Compare(name, Join(Consumer.Of(DeclarationCorpus.Everywhere[name]) with { Nullable = NullableContextOptions.Disable }));

    [Theory]
    [InlineData("WholeSurface")]
    [InlineData("Nested")]
    [InlineData("Keywords")]
    public void With_the_http_client_factory_there_is_a_registration(string name) =>
        Baseline.Compare(name + ".Registered", Join(Consumer.Of(DeclarationCorpus.Everywhere[name]) with { Nullable = NullableContextOptions.Disable, References = References.WithHttpClientFactory }));

    [Theory]
    [InlineData("WholeSurface")]
    [InlineData("QuestionsOfEveryShape")]
    public void Without_nullable_reference_types_none_is_written(string name)
    {
        string text = Join(Consumer.Of(DeclarationCorpus.Everywhere[name]) with
        {
            LanguageVersion = LanguageVersion.CSharp7_3,
            Nullable = NullableContextOptions.Disable,
            References = References.WithHttpClientFactory,
        });

        Assert.DoesNotContain("#nullable", text, StringComparison.Ordinal);
        Assert.DoesNotContain("string?", text, StringComparison.Ordinal);
        Baseline.Compare(name + ".CSharp7", text);
    }

    [Fact]
    public void A_difference_shows_the_first_line_that_differs()
    {
        Assert.Equal("first in line 2:\n  baseline:  b\n  generated: x", Baseline.FindDifference("a\nb\nc", "a\nx\ny"));
        Assert.Equal("first in line 3:\n  baseline:  (the text has ended)\n  generated: c", Baseline.FindDifference("a\nb", "a\nb\nc"));
        Assert.Null(Baseline.FindDifference("a\nb", "a\nb"));
    }

    private static string Join(Consumer consumer) =>
        string.Join("\n", consumer.Generate().Files.Select(static file => $"======== {file.HintName}\n{file.Text}"));
}
