using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Tests.Catalogue;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules;

/// <summary>Tests that the rules report nothing in the sources of this repository.</summary>
public sealed class OwnSourcesTests
{
    // What the tests themselves are loaded from has whatever a project here references.
    private static readonly ImmutableArray<MetadataReference> Loaded =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    [Theory]
    [InlineData("src/Figma.Payments.AspNetCore")]
    [InlineData("src/Figma.Payments.Testing")]
    [InlineData("samples/GlyphShop")]
    [InlineData("samples/Quickstart")]
    [InlineData("tests/Figma.Payments.AspNetCore.Tests")]
    [InlineData("tests/Figma.Payments.Testing.Tests")]
    [InlineData("tests/Figma.Payments.Tests")]
    [InlineData("tests/Figma.Payments.Generators.Tests")]
    [InlineData("tests/Figma.Payments.Package.Tests")]
    [InlineData("tests/GlyphShop.Tests")]
    public async Task No_rule_has_anything_to_say_about_it(string project) => Assert.Empty(await AnalyzeAsync(project));

    private static async Task<IEnumerable<string>> AnalyzeAsync(string project)
    {
        string root = Path.Combine(Repository.Root, project);

        Consumer consumer = new()
        {
            Sources =
            [
                .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                    .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
                    .Select(path => (path, File.ReadAllText(path))),
            ],
            References = Loaded,
            AdditionalFiles = [.. Directory.EnumerateFiles(root, "manifest.json", SearchOption.AllDirectories).Select(static path => (path, File.ReadAllText(path)))],
            AssemblyName = "Own",
            ProjectDirectory = root,
        };

        Assert.NotEmpty(consumer.Sources);

        // What the test host does not bring along does not bind: an editor's half-restored project is like that.
        return (await Consumer.AnalyzeAsync(consumer.Generate().Output, consumer.AdditionalTexts, root)).Select(static diagnostic => diagnostic.ToString());
    }
}
