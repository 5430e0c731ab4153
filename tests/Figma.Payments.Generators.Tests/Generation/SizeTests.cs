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

/// <summary>The compiler reads the generated code in every build, so its size is limited. Documentation comments do not count.</summary>
public sealed class SizeTests
{
    private const int CharactersPerMethod = 1500;

    public static TheoryData<string> Names => [.. DeclarationCorpus.Everywhere.Keys];

    /// <summary>The class itself counts as one method.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Client_has_at_most_1500_characters_per_method(string name) =>
        Assert.All(Consumer.Of(DeclarationCorpus.Everywhere[name]).Generate().Files, static file =>
            Assert.InRange(CharactersOf(file.Text), 1, CharactersPerMethod * (MethodsOf(file.Text) + 1)));

    [Fact]
    public void Client_with_five_methods_has_at_most_1500_characters_per_method_including_its_class() =>
        Assert.InRange(CharactersPerMethodOf(clients: 1, isRegistered: false), 1, CharactersPerMethod);

    [Fact]
    public void Twenty_clients_with_five_methods_have_at_most_1500_characters_per_method_including_their_registrations() =>
        Assert.InRange(CharactersPerMethodOf(clients: 20, isRegistered: true), 1, CharactersPerMethod);

    [Fact]
    public void Single_client_with_five_methods_has_at_most_2300_characters_per_method_including_its_registration() =>
        Assert.InRange(CharactersPerMethodOf(clients: 1, isRegistered: true), CharactersPerMethod, 2300);

    private static int CharactersPerMethodOf(int clients, bool isRegistered)
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
            {{string.Concat(Enumerable.Range(0, 5).Select(static number => $"Task<PaymentInformation> GetPayments{number}Async(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);\n"))}}
        }
        """;

    private static int MethodsOf(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        .OfType<ClassDeclarationSyntax>()
        .SelectMany(static type => type.Members.OfType<MethodDeclarationSyntax>())
        .Count(static method => !method.Modifiers.Any(SyntaxKind.StaticKeyword));

    private static int CharactersOf(string text) =>
        text.Split('\n').Where(static line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)).Sum(static line => line.Length + 1);
}
