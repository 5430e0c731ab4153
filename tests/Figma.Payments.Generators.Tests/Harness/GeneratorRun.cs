using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>A run of the generator with tracked steps.</summary>
internal sealed record GeneratorRun(GeneratorDriver Driver, CSharpCompilation Input, Compilation Output, ImmutableArray<AdditionalText> AdditionalTexts)
{
    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>Gets the generated files, ordered by name.</summary>
    public IReadOnlyList<(string HintName, string Text)> Files =>
    [
        .. Result.GeneratedSources
            .Select(static source => (source.HintName, source.SourceText.ToString()))
            .OrderBy(static file => file.HintName, StringComparer.Ordinal),
    ];

    /// <summary>Gets the names of a type's methods. Those of explicit implementations include the interface.</summary>
    public IEnumerable<string> MethodsOf(string type) => Output.GetTypeByMetadataName(type)!
        .GetMembers()
        .OfType<IMethodSymbol>()
        .Where(static method => !method.IsStatic && method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation)
        .Select(static method => method.Name.Replace("global::", "", StringComparison.Ordinal));

    public static GeneratorRun Of(CSharpCompilation compilation, CSharpParseOptions parseOptions, ImmutableArray<AdditionalText> additionalTexts, string? projectDirectory = null)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new PaymentsClientGenerator().AsSourceGenerator()],
            additionalTexts: additionalTexts,
            parseOptions: parseOptions,
            optionsProvider: new ProjectOptions(projectDirectory),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

        return Run(driver, compilation, additionalTexts);
    }

    /// <summary>Runs again on an edited project, with the cache of the first run.</summary>
    public GeneratorRun Again(CSharpCompilation edited) => Run(Driver, edited, AdditionalTexts);

    /// <summary>Runs again with one of the additional files edited.</summary>
    public GeneratorRun Again(AdditionalText before, AdditionalText after) =>
        Run(Driver.ReplaceAdditionalText(before, after), Input, AdditionalTexts.Replace(before, after));

    /// <summary>Runs again with other additional files.</summary>
    public GeneratorRun Again(ImmutableArray<AdditionalText> additionalTexts) =>
        Run(Driver.ReplaceAdditionalTexts(additionalTexts), Input, additionalTexts);

    /// <summary>Runs again in another directory.</summary>
    public GeneratorRun AgainIn(string? projectDirectory) =>
        Run(Driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(projectDirectory)), Input, AdditionalTexts);

    private static GeneratorRun Run(GeneratorDriver driver, CSharpCompilation compilation, ImmutableArray<AdditionalText> additionalTexts)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);

        // The generator reports no diagnostics, and an exception would be one.
        Assert.Empty(diagnostics);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);

        return new GeneratorRun(driver, compilation, output, additionalTexts);
    }
}
