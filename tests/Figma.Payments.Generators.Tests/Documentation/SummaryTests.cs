using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Figma.Payments.Generators.Tests.Catalogue;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Documentation;

/// <summary>The summary of a public member is a sentence about the member, as in the documentation of .NET.</summary>
public sealed partial class SummaryTests
{
    public static TheoryData<Type> Libraries => [typeof(PluginId), typeof(AspNetCore.FigmaPayment), typeof(FakeFigmaPayments)];

    public static TheoryData<string> Baselines =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.TestProject, "Generation", "Baselines"), "*.txt", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Repository.TestProject, path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Summary_of_a_public_member_does_not_begin_with_a_question_word(Type library)
    {
        (string Member, string Summary)[] summaries = [.. PublicSummariesOf(library)];

        Assert.NotEmpty(summaries);

        string[] wrong = [.. summaries.Where(static member => IsWrong(member.Summary)).Select(static member => $"{member.Member}: {member.Summary}")];
        Assert.True(wrong.Length == 0, "\n" + string.Join("\n", wrong));
    }

    [Fact]
    public void Summary_of_an_internal_member_does_not_begin_with_a_question_word()
    {
        string[] files =
        [
            .. new[] { "src", "tests", "samples" }.SelectMany(static room => Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*.cs", SearchOption.AllDirectories)),
        ];

        Assert.NotEmpty(files);

        string[] wrong = [.. files.SelectMany(static path => SummariesOf(File.ReadAllText(path)).Where(IsWrong).Select(summary => $"{Path.GetRelativePath(Repository.Root, path)}: {summary}"))];
        Assert.True(wrong.Length == 0, "\n" + string.Join("\n", wrong));
    }

    [Theory]
    [MemberData(nameof(Baselines))]
    public void Summary_of_a_generated_member_does_not_begin_with_a_question_word(string baseline) =>
        Assert.DoesNotContain(SummariesOf(File.ReadAllText(Path.Combine(Repository.TestProject, baseline))), IsWrong);

    [Theory]
    [InlineData("What went wrong.", true)]
    [InlineData("Whether the user has paid.", true)]
    [InlineData("Why it failed.", true)]
    [InlineData("Who paid.", true)]
    [InlineData("Whoever paid.", true)]
    [InlineData("Makes a client.", true)]
    [InlineData("Gets a value that indicates whether the user has paid.", false)]
    [InlineData("Whole numbers only.", false)]
    public void Wrong_beginning_is_found(string summary, bool isWrong)
    {
        Assert.Equal(isWrong, IsWrong(summary));
        Assert.Equal([isWrong, isWrong], SummariesOf($"    /// <summary>{summary}</summary>\n    void A();\n    /// <summary>\n    /// {summary}\n    /// </summary>\n    void B();\n").Select(IsWrong));
    }

    private static bool IsWrong(string summary) => WrongBeginning().IsMatch(summary);

    private static IEnumerable<string> SummariesOf(string source) => Summary().Matches(source).Select(static match => match.Groups["text"].Value.Trim());

    private static IEnumerable<(string Member, string Summary)> PublicSummariesOf(Type library)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Reader", references: [.. Harness.References.Loadable, MetadataReference.CreateFromFile(library.Assembly.Location)]);

        return
            from member in XDocument.Load(Path.ChangeExtension(library.Assembly.Location, ".xml")).Descendants("member")
            let name = (string)member.Attribute("name")!
            where member.Element("summary") is not null && DocumentationCommentId.GetFirstSymbolForDeclarationId(name, compilation) is { } symbol && IsPublic(symbol)
            select (name, member.Element("summary")!.Value.Trim());
    }

    private static bool IsPublic(ISymbol symbol)
    {
        for (ISymbol each = symbol; each is not INamespaceSymbol; each = each.ContainingSymbol)
        {
            if (each.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"^(What|Whether|Why|Who|Makes)(ever|m|se)?\b")]
    private static partial Regex WrongBeginning();

    [GeneratedRegex(@"///\s*<summary>\s*(///)?\s*(?<text>[^\n]*)")]
    private static partial Regex Summary();
}
