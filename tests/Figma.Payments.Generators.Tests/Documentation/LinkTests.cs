using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Figma.Payments.Generators.Tests.Catalogue;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace Figma.Payments.Generators.Tests.Documentation;

/// <summary>The links inside the repository lead somewhere.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Documents =>
    [
        .. new[] { "src", "tests", "samples" }
            .SelectMany(static folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Repository.Root, "README.md"))
            .Select(static path => Path.GetRelativePath(Repository.Root, path))
            .Where(static path => !path.Contains("AnalyzerReleases", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Relative_links_lead_to_a_file_and_a_heading(string document)
    {
        string path = Path.Combine(Repository.Root, document);

        Assert.DoesNotContain(LinksOf(File.ReadAllText(path)), link => !Exists(path, link));
    }

    [Fact]
    public void Every_guide_is_linked_from_the_readme_or_from_a_guide_that_is()
    {
        HashSet<string> linked = [Path.Combine(Repository.Root, "README.md")];
        Queue<string> open = new(linked);

        while (open.TryDequeue(out string? document))
        {
            foreach (string link in LinksOf(File.ReadAllText(document)).Select(link => FileOf(document, link)).Where(static path => path.EndsWith(".md", StringComparison.Ordinal)))
            {
                if (linked.Add(link))
                    open.Enqueue(link);
            }
        }

        Assert.DoesNotContain(Example.Guides, guide => !linked.Contains(Path.Combine(Repository.Root, guide)));
    }

    [Theory]
    [InlineData("[x](nowhere.md)", false)]
    [InlineData("[x](README.md#nothing-like-it)", false)]
    [InlineData("[x](README.md#install)", true)]
    [InlineData("[x](src/)", true)]
    [InlineData("[x](https://example.com/nowhere)", true)]
    public void Broken_link_is_found(string text, bool isRight) =>
        Assert.Equal(isRight, LinksOf(text).All(static link => Exists(Path.Combine(Repository.Root, "README.md"), link)));

    private static IEnumerable<string> LinksOf(string text) => Markdown.Parse(text)
        .Descendants<LinkInline>()
        .Select(static link => link.Url!)
        .Where(static url => !url.Contains("://", StringComparison.Ordinal));

    private static bool Exists(string document, string link)
    {
        string file = FileOf(document, link);
        string? heading = link.Split('#').ElementAtOrDefault(1);

        return (File.Exists(file) || Directory.Exists(file)) && (heading is null || HeadingsOf(File.ReadAllText(file)).Contains(heading));
    }

    private static string FileOf(string document, string link) =>
        link.StartsWith('#') ? document : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, link.Split('#')[0]));

    // As GitHub names them.
    private static IEnumerable<string> HeadingsOf(string text) => Markdown.Parse(text)
        .OfType<HeadingBlock>()
        .Select(heading => text.Substring(heading.Span.Start, heading.Span.Length).TrimStart('#', ' '))
        .Select(static heading => NotInAnchors().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
