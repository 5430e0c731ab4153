using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>The sources and settings of a developer's project.</summary>
internal sealed record Consumer
{
    /// <summary>The usings that the sources don't repeat if the language version has global usings.</summary>
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Figma.Payments;
        """;

    public const string GlobalUsingsPath = "/project/GlobalUsings.cs";

    public ImmutableArray<(string Path, string Text)> Sources { get; init; } = [];

    public ImmutableArray<MetadataReference> References { get; init; } = Harness.References.Default;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>The text of an <c>.editorconfig</c> at the project's root.</summary>
    public string? EditorConfig { get; init; }

    /// <summary>The additional files that the project passes to the compiler.</summary>
    public ImmutableArray<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>The directory of the project file, or null if the build doesn't pass it to the compiler.</summary>
    public string? ProjectDirectory { get; init; }

    public string AssemblyName { get; init; } = "Consumer";

    /// <summary>The IDs of the expected compiler errors. Any other compiler error fails the test.</summary>
    public ImmutableArray<string> CompilerErrors { get; init; } = [];

    /// <summary>Creates a project with sources named <c>/project/File0.cs</c>, <c>/project/File1.cs</c> and so on.</summary>
    public static Consumer Of(params string[] sources) =>
        new() { Sources = [.. sources.Select(static (text, index) => ($"/project/File{index}.cs", text))] };

    /// <summary>Determines whether a project has global usings: the language must support them and the library must be referenced.</summary>
    public static bool HasGlobalUsings(LanguageVersion languageVersion, ImmutableArray<MetadataReference> references) =>
        languageVersion.MapSpecifiedToEffectiveVersion() >= LanguageVersion.CSharp10
        && references.Any(static reference => reference.Display?.EndsWith("Figma.Payments.dll", StringComparison.Ordinal) == true);

    public ImmutableArray<AdditionalText> AdditionalTexts => [.. AdditionalFiles.Select(static file => new AdditionalFile(file.Path, file.Text))];

    public CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    public CSharpCompilation Compile()
    {
        Recording.Note(this);

        IEnumerable<(string Path, string Text)> sources = HasGlobalUsings(LanguageVersion, References) ? Sources.Add((GlobalUsingsPath, GlobalUsings)) : Sources;

        CSharpCompilationOptions options = new(
            OutputKind,
            nullableContextOptions: Nullable,
            warningLevel: 9999,
            deterministic: true,
            allowUnsafe: true);

        if (EditorConfig is not null)
            options = options.WithSyntaxTreeOptionsProvider(new EditorConfigSeverities(EditorConfig));

        return Harness.References.EmptyProject(AssemblyName, References)
            .WithOptions(options)
            .AddSyntaxTrees([.. sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path))]);
    }

    /// <summary>Compiles the project, including the generated code, to a reference for other projects.</summary>
    public MetadataReference Emit() => MetadataReference.CreateFromImage(EmitImage());

    public byte[] EmitImage()
    {
        using MemoryStream image = new();
        EmitResult result = Generate().Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }

    public GeneratorRun Generate() => GeneratorRun.Of(Compile(), ParseOptions, AdditionalTexts, ProjectDirectory);

    /// <summary>Runs the analyzers of the package on the project, including the generated code, as a build does.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync()
    {
        Compilation compilation = Generate().Output;

        Assert.Empty(compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !CompilerErrors.Contains(diagnostic.Id)));

        return await AnalyzeAsync(compilation, AdditionalTexts, ProjectDirectory);
    }

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, ImmutableArray<AdditionalText> additionalTexts = default, string? projectDirectory = null)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(
            Shipped.Analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions(additionalTexts, new ProjectOptions(projectDirectory, ProjectOptions.RunsRequestDelegateGenerator(compilation.SyntaxTrees.Select(static tree => tree.ToString())))), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));

        ImmutableArray<Diagnostic> diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");

        return [.. diagnostics
            .Where(static diagnostic => !diagnostic.IsSuppressed)
            .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }
}
