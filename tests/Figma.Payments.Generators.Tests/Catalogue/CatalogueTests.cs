using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Figma.Payments.Generators.CodeFixes.Declarations;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Tests.Generation.Table;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Figma.Payments.Generators.Tests.Catalogue;

/// <summary>Tests that descriptors, pages, release files, help links, README, samples and tests agree about the rules.</summary>
public sealed class CatalogueTests
{
    private static readonly HashSet<string> Fixable =
    [
        .. typeof(InterfaceMustBePartialFix).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    public static TheoryData<string> Ids => [.. Shipped.Rules.Select(static rule => rule.Id)];

    [Fact]
    public void Each_descriptor_has_a_unique_id_and_an_analyzer()
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
    public void Id_is_in_the_band_of_its_category(string id)
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
    public void Rule_has_a_title_a_message_and_a_description(string id)
    {
        DiagnosticDescriptor rule = Find(id);
        string[] texts = [rule.Title.ToString(CultureInfo.InvariantCulture), rule.MessageFormat.ToString(CultureInfo.InvariantCulture), rule.Description.ToString(CultureInfo.InvariantCulture)];
        Assert.All(texts, static text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(texts, static text => Assert.DoesNotContain("\n", text, StringComparison.Ordinal));
        Assert.False(texts[0].EndsWith('.'), "A title must not end with a period.");
        Assert.False(texts[1].EndsWith('.'), "A message must not end with a period.");
        Assert.EndsWith(".", texts[2], StringComparison.Ordinal);
        Assert.True(rule.IsEnabledByDefault);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Help_link_leads_to_the_page(string id)
    {
        const string rules = "/blob/main/src/Figma.Payments.Generators/Rules/";
        string link = Find(id).HelpLinkUri;
        Assert.True(Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps, link);
        Assert.EndsWith(rules + Repository.BandOf(Find(id)) + "/" + id + ".md", link, StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.GetPage(Find(id))), $"The page of {id} is missing.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Descriptor_is_named_like_its_page(string id)
    {
        FieldInfo field = typeof(Descriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Single(field => field.GetValue(null) is DiagnosticDescriptor rule && rule.Id == id);

        Assert.Contains($"| **Name** | {field.Name} |", ReadPage(id), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_shows_the_properties_of_the_rule(string id)
    {
        DiagnosticDescriptor rule = Find(id);
        string page = ReadPage(id);
        Assert.StartsWith($"# {id}: {rule.Title.ToString(CultureInfo.InvariantCulture)}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| **Rule ID** | {id} |", page, StringComparison.Ordinal);
        Assert.Contains($"| **Category** | {rule.Category} |", page, StringComparison.Ordinal);
        Assert.Matches($@"\| \*\*Severity\*\* \| {rule.DefaultSeverity}\b[^|]* \|", page);
        Assert.Contains($"| **Code fix** | {(Fixable.Contains(id) ? "Yes" : "No")} |", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_shows_a_message_of_the_rule(string id)
    {
        string format = Regex.Escape(Find(id).MessageFormat.ToString(CultureInfo.InvariantCulture));
        string message = Repository.ReadMessage(ReadPage(id));
        Assert.Matches($"^{Regex.Replace(format, @"\\{[0-9]}", ".+")}$", message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_has_the_sections_of_the_template(string id) =>
        Assert.Equal(
            ["Cause", "Rule description", "How to fix violations", "Example", "When to suppress warnings"],
            Regex.Matches(ReadPage(id), "^## (.*)$", RegexOptions.Multiline).Select(static match => match.Groups[1].Value));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_has_only_short_paragraphs(string id) =>
        Assert.All(ReadPage(id).Split("\n\n"), static paragraph => Assert.True(paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < 150, paragraph));

    [Fact]
    public void Each_page_belongs_to_a_rule() =>
        Assert.Empty(Directory.GetFiles(Repository.Rules, "FPG*.md", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Except(Shipped.Rules.Select(static rule => rule.Id)));

    [Fact]
    public void Release_files_list_each_rule_once()
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
    public void Readme_links_to_the_page_and_has_the_title_and_the_severity(string id)
    {
        DiagnosticDescriptor rule = Find(id);
        string row = $"| [{id}](src/Figma.Payments.Generators/Rules/{Repository.BandOf(rule)}/{id}.md) | {rule.DefaultSeverity} | {rule.Title.ToString(CultureInfo.InvariantCulture)}";
        Assert.Contains(row, File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Replace("`", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_names_only_existing_rules() =>
        Assert.Empty(Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), "FPG[0-9]{4}")
            .Select(static match => match.Value)
            .Distinct()
            .Except(Shipped.Rules.Select(static rule => rule.Id)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_test_that_shows_its_location(string id) =>
        Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(Repository.TestProject, "Rules"), "*.cs", SearchOption.AllDirectories),
            path => Reports(File.ReadAllText(path), id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_test_without_diagnostics(string id) =>
        Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(Repository.TestProject, "Rules"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText),
            text => Reports(text, id) && HasTestWithoutDiagnostics(text));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Sample_violates_the_rule(string id) =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, "samples", "Misuse", id + ".cs")), $"The sample for {id} is missing.");

    private static string ReadPage(string id) => File.ReadAllText(Repository.GetPage(Find(id)));

    private static bool HasTestWithoutDiagnostics(string test) =>
        new[] { "VerifyNoDiagnosticsAsync", "VerifyGeneratedFilesAsync", "Assert.Empty(await consumer.AnalyzeAsync())" }.Any(call => test.Contains(call, StringComparison.Ordinal));

    private static bool Reports(string test, string id) =>
        test.Contains($"{{|{id}:", StringComparison.Ordinal) || test.Contains($"VerifyCS.Diagnostic(\"{id}\")", StringComparison.Ordinal);

    private static DiagnosticDescriptor Find(string id) => Shipped.Rules.Single(rule => rule.Id == id);
}
