using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>
/// Generated code compiles without warnings of any level, including documentation warnings, in every language version, with and without nullable reference types.
/// </summary>
public sealed class CompilationTests
{
    private static readonly string[] Versions = ["7.3", "8", "9", "10", "11", "12", "13", "14", "latest", "preview"];

    public static TheoryData<string, string> Cells => Combine(DeclarationCorpus.Everywhere.Keys, Versions);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Generated_code_compiles_without_a_warning(string name, string version)
    {
        Assert.True(LanguageVersionFacts.TryParse(version, out LanguageVersion parsed));
        bool hasNullable = parsed.MapSpecifiedToEffectiveVersion() >= LanguageVersion.CSharp8;

        foreach (NullableContextOptions nullable in hasNullable ? new[] { NullableContextOptions.Enable, NullableContextOptions.Disable } : [NullableContextOptions.Disable])
        {
            foreach (ImmutableArray<MetadataReference> references in new[] { References.Default, References.WithHttpClientFactory, References.WithConfiguration })
            {
                Consumer consumer = Consumer.Of(DeclarationCorpus.Everywhere[name]) with { LanguageVersion = parsed, Nullable = nullable, References = references };
                AssertNoWarning(consumer.Generate());
            }
        }
    }

    [Fact]
    public void Warning_in_generated_code_fails_the_check()
    {
        Consumer consumer = Consumer.Of(DeclarationCorpus.Everywhere["DefaultMethods"]);
        GeneratorRun run = consumer.Generate();

        foreach ((string before, string after) in new[]
        {
            ("/// <param name=\"token\">", "/// <param name=\"tokens\">"),
            ("            _endpoint = endpoint;", "            _endpoint = null;"),
            ("/// <inheritdoc/>", "// nothing"),
        })
        {
            SyntaxTree generated = run.Output.SyntaxTrees.Last();
            string text = generated.ToString();
            Assert.Contains(before, text, StringComparison.Ordinal);
            SyntaxTree broken = CSharpSyntaxTree.ParseText(text.Replace(before, after, StringComparison.Ordinal), consumer.ParseOptions, generated.FilePath);
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertNoWarning(run with { Output = run.Output.ReplaceSyntaxTree(generated, broken) }));
        }
    }

    /// <summary>Combines each declaration with each language version that the compiler knows. The oldest supported one knows C# 12.</summary>
    internal static TheoryData<string, string> Combine(IEnumerable<string> names, string[] versions)
    {
        TheoryData<string, string> cells = [];

        foreach (string name in names)
        {
            foreach (string version in versions.Where(static version => LanguageVersionFacts.TryParse(version, out _)))
                cells.Add(name, version);
        }

        return cells;
    }

    /// <param name="run">The run of the generator.</param>
    /// <param name="ignored">The IDs of warnings that the SDK disables in every project.</param>
    internal static void AssertNoWarning(GeneratorRun run, params string[] ignored)
    {
        Assert.NotEmpty(run.Files);

        string[] inGeneratedCode = [.. run.Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning)
            .Where(diagnostic => !ignored.Contains(diagnostic.Id))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Location.SourceTree is not { } tree || !run.Input.SyntaxTrees.Contains(tree))
            .Select(static diagnostic => diagnostic.ToString())];

        Assert.True(inGeneratedCode.Length == 0, string.Join("\n", inGeneratedCode));
    }
}
