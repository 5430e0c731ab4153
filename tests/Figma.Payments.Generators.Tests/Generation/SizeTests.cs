using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>What is generated is read by the compiler in every build, so it is no longer than it has to be. Documentation comments do not count.</summary>
public sealed class SizeTests
{
    private const int CharactersAQuestion = 1500;

    public static TheoryData<string> Names => [.. DeclarationCorpus.Everywhere.Keys];

    /// <summary>The class itself counts as one more.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_client_takes_at_most_fifteen_hundred_characters_a_question(string name) =>
        Assert.All(Consumer.Of(DeclarationCorpus.Everywhere[name]).Generate().Files, static file =>
            Assert.InRange(CharactersOf(file.Text), 1, CharactersAQuestion * (QuestionsOf(file.Text) + 1)));

    [Fact]
    public void A_client_of_five_questions_takes_no_more_than_that_with_its_class() =>
        Assert.InRange(CharactersAQuestionOf(clients: 1, isRegistered: false), 1, CharactersAQuestion);

    [Fact]
    public void Twenty_clients_of_five_questions_take_no_more_than_that_with_their_registrations() =>
        Assert.InRange(CharactersAQuestionOf(clients: 20, isRegistered: true), 1, CharactersAQuestion);

    [Fact]
    public void A_single_client_of_five_questions_takes_half_more_than_that_with_its_registration_because_what_registrations_share_is_there_for_it_alone() =>
        Assert.InRange(CharactersAQuestionOf(clients: 1, isRegistered: true), CharactersAQuestion, CharactersAQuestion * 3 / 2);

    private static int CharactersAQuestionOf(int clients, bool isRegistered)
    {
        IReadOnlyList<(string HintName, string Text)> files = (Consumer.Of([.. Enumerable.Range(0, clients).Select(Client)]) with
        {
            References = isRegistered ? References.WithHttpClientFactory : References.Default,
        }).Generate().Files;

        Assert.Equal(clients + (isRegistered ? 1 : 0), files.Count);
        return files.Sum(static file => CharactersOf(file.Text)) / (clients * 5);
    }

    private static string Client(int number) => $$"""
        namespace Shop.Payments;

        [PaymentsClient]
        public partial interface IGlyph{{number}}Payments
        {
            {{string.Concat(Enumerable.Range(0, 5).Select(static question => $"Task<PaymentInformation> GetPayments{question}Async(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);\n"))}}
        }
        """;

    private static int QuestionsOf(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<ClassDeclarationSyntax>()
        .SelectMany(static type => type.Members.OfType<MethodDeclarationSyntax>())
        .Count(static method => !method.Modifiers.Any(SyntaxKind.StaticKeyword));

    private static int CharactersOf(string text) =>
        text.Split('\n').Where(static line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)).Sum(static line => line.Length + 1);
}
