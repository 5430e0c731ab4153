using System;
using System.Linq;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>What is generated is read by the compiler in every build, so it is no longer than it has to be.</summary>
public sealed class SizeTests
{
    private const int CharactersAMethod = 1500;

    public static TheoryData<string> Names => [.. DeclarationCorpus.Everywhere.Keys];

    /// <summary>The class itself counts as one more; what registers it is another matter, and there once.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_client_takes_at_most_fifteen_hundred_characters_a_question(string name) =>
        Assert.All(Consumer.Of(DeclarationCorpus.Everywhere[name]).Generate().Files, static file =>
            Assert.InRange(CharactersOf(file.Text), 1, CharactersAMethod * (QuestionsOf(file.Text) + 1)));

    [Fact]
    public void A_client_of_five_questions_takes_that_with_its_class()
    {
        string text = Assert.Single(Consumer.Of($$"""
            namespace Shop.Payments;

            [PaymentsClient]
            public partial interface IGlyphPayments
            {
                {{string.Concat(Enumerable.Range(0, 5).Select(static number => $"Task<PaymentInformation> GetPayments{number}Async(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);\n"))}}
            }
            """).Generate().Files).Text;

        Assert.Equal(5, QuestionsOf(text));
        Assert.InRange(CharactersOf(text), 1, 5 * CharactersAMethod);
    }

    private static int QuestionsOf(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<MethodDeclarationSyntax>()
        .Count(static method => method.Body is not null && !method.Modifiers.Any(SyntaxKind.StaticKeyword));

    private static int CharactersOf(string text) =>
        text.Split('\n').Where(static line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)).Sum(static line => line.Length + 1);
}
