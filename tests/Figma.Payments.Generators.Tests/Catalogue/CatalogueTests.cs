using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Tests.Generation.Table;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Catalogue;

/// <summary>A rule is known everywhere or nowhere: descriptor, page, release file, help link, README, tests.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string> Ids => [.. Shipped.Rules.Select(static rule => rule.Id)];

    [Fact]
    public void Each_id_is_one_rule_s_and_each_descriptor_of_the_catalogue_is_reported_by_an_analyzer()
    {
        Assert.Distinct(Shipped.Rules.Select(static rule => rule.Id));

        IEnumerable<DiagnosticDescriptor> declared = typeof(Descriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(static field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>();

        Assert.Equal(Shipped.Rules.Select(static rule => rule.Id), declared.Select(static rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_stands_in_the_band_of_its_category(string id)
    {
        DiagnosticDescriptor rule = Find(id);
        Assert.Matches("^FPG[1-4][0-9]{3}$", id);

        Assert.Equal(
            id[3] switch
            {
                _ when id is "FPG2006" or "FPG4002" => "Figma.Payments.Requests",
                '1' => "Figma.Payments.Declarations",
                '2' => "Figma.Payments.Calls",
                '3' => "Figma.Payments.Responses",
                _ => "Figma.Payments.Secrets",
            },
            rule.Category);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_says_what_it_wants_in_a_title_a_message_and_a_description(string id)
    {
        DiagnosticDescriptor rule = Find(id);
        string[] texts = [rule.Title.ToString(CultureInfo.InvariantCulture), rule.MessageFormat.ToString(CultureInfo.InvariantCulture), rule.Description.ToString(CultureInfo.InvariantCulture)];
        Assert.All(texts, static text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(texts, static text => Assert.DoesNotContain("\n", text, StringComparison.Ordinal));
        Assert.False(texts[0].EndsWith('.'), "A title is no sentence with a full stop.");
        Assert.False(texts[1].EndsWith('.'), "A message is no sentence with a full stop.");
        Assert.EndsWith(".", texts[2], StringComparison.Ordinal);
        Assert.True(rule.IsEnabledByDefault);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_help_link_leads_to_its_page(string id)
    {
        const string rules = "/blob/main/src/Figma.Payments.Generators/Rules/";
        string link = Find(id).HelpLinkUri;
        Assert.True(Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps, link);
        Assert.EndsWith(rules + Repository.BandOf(Find(id)) + "/" + id + ".md", link, StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.GetPage(Find(id))), $"There is no page of {id}.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_page_names_it_and_shows_the_wrong_and_the_right_form(string id)
    {
        string path = Repository.GetPage(Find(id));
        Assert.True(File.Exists(path), $"There is no page of {id}.");
        string page = File.ReadAllText(path);
        Assert.Matches($@"^# {id}\b", page);
        Assert.Contains(Find(id).Title.ToString(CultureInfo.InvariantCulture), page.Replace("`", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(Find(id).DefaultSeverity.ToString(), page, StringComparison.OrdinalIgnoreCase);
        Assert.True(Regex.Count(page, "^```(csharp|cs|diff)", RegexOptions.Multiline) >= 2, "A page shows what is wrong, and what is right.");
    }

    [Fact]
    public void No_page_is_about_a_rule_that_does_not_exist() =>
        Assert.Empty(Directory.GetFiles(Repository.Rules, "FPG*.md", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Except(Shipped.Rules.Select(static rule => rule.Id)));

    [Fact]
    public void The_release_files_list_each_rule_once_with_its_category_and_severity()
    {
        string[] released =
        [
            .. new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
                .SelectMany(static file => File.ReadAllLines(Path.Combine(Repository.Generators, file)))
                .Where(static line => line.StartsWith("FPG", StringComparison.Ordinal))
                .Select(static line => string.Join('|', line.Split('|').Take(3).Select(static cell => cell.Trim())))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(Shipped.Rules.Select(static rule => $"{rule.Id}|{rule.Category}|{rule.DefaultSeverity}"), released);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_readme_links_to_its_page(string id) =>
        Assert.Contains($"src/Figma.Payments.Generators/Rules/{Repository.BandOf(Find(id))}/{id}.md", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);

    [Fact]
    public void The_readme_names_no_rule_that_does_not_exist() =>
        Assert.Empty(Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), "FPG[0-9]{4}")
            .Select(static match => match.Value)
            .Distinct()
            .Except(Shipped.Rules.Select(static rule => rule.Id)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_test_shows_where_it_points(string id) =>
        Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(Repository.TestProject, "Rules"), "*.cs", SearchOption.AllDirectories),
            path => File.ReadAllText(path).Contains($"{{|{id}:", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_test_that_shows_where_it_points_shows_where_it_is_silent_too(string id) =>
        Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(Repository.TestProject, "Rules"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText),
            text => text.Contains($"{{|{id}:", StringComparison.Ordinal) && (text.Contains("IsSilentAsync", StringComparison.Ordinal) || text.Contains("GeneratesAsync", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_sample_breaks_it_and_the_readme_shows_what_is_said(string id)
    {
        Assert.True(File.Exists(Path.Combine(Repository.Root, "samples", "Misuse", id + ".cs")), $"No sample breaks {id}.");
        Assert.Contains(File.ReadAllLines(Path.Combine(Repository.Root, "README.md")), line => Regex.IsMatch(line, $@"^{id}\.cs\(\d+,\d+\): (error|warning) {id}: "));
    }

    private static DiagnosticDescriptor Find(string id) => Shipped.Rules.Single(rule => rule.Id == id);
}
