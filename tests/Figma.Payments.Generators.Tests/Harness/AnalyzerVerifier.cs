using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>Verifies the diagnostics of an analyzer in a developer's project, in which the generator and all other analyzers of the package run too.</summary>
/// <remarks>A test passes only if the other analyzers report nothing that the test doesn't expect.</remarks>
internal static class AnalyzerVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string Mark = "{|FPG";

    /// <summary>Creates an expected diagnostic of a rule, whose message is verified only if the test specifies it.</summary>
    public static DiagnosticResult Diagnostic(string id) => new DiagnosticResult(Shipped.Rules.Single(rule => rule.Id == id)).WithMessage(null);

    /// <summary>Verifies that the source has exactly the marked and the expected diagnostics.</summary>
    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected) => VerifyAnalyzerAsync([source], expected);

    /// <summary>Verifies that the sources have exactly the marked and the expected diagnostics.</summary>
    public static Task VerifyAnalyzerAsync(string[] sources, params DiagnosticResult[] expected)
    {
        // A test that expects nothing must say so with VerifyNoDiagnosticsAsync.
        Assert.True(expected.Length > 0 || sources.Any(static source => source.Contains(Mark, StringComparison.Ordinal)), "No source marks a diagnostic.");

        Test test = new();

        foreach (string source in sources)
            test.TestState.Sources.Add(source);

        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>Verifies that the sources compile and that no rule reports anything.</summary>
    public static Task VerifyNoDiagnosticsAsync(params string[] sources)
    {
        Test test = new();

        foreach (string source in sources)
        {
            Assert.DoesNotContain(Mark, source, StringComparison.Ordinal);
            test.TestState.Sources.Add(source);
        }

        return test.RunAsync();
    }

    /// <summary>Verifies that no rule reports anything and that the generator produces exactly these files.</summary>
    public static Task VerifyGeneratedFilesAsync(string source, params string[] names) =>
        new Test { TestCode = source, GeneratedFiles = names }.RunAsync();

    /// <summary>The test with all its settings, for sources that need other references, files or options.</summary>
    public sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        private bool _isRecorded;

        public Test()
        {
            // The reference assemblies are files of the tests; the library would download them.
            ReferenceAssemblies = new ReferenceAssemblies("net8.0");

            // RazorAnalyzer has the descriptors of the other analyzers, too.
            MarkupOptions = MarkupOptions.UseFirstDescriptor;

            // Pragmas and generated code are tested once for each rule (SuppressionTests), the generated files by the baselines.
            TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipGeneratedSourcesCheck;
        }

        public ImmutableArray<MetadataReference> References { get; init; } = Harness.References.Default;

        public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

        public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

        /// <summary>The names of the files that the generator must produce, or null if the test is about diagnostics only.</summary>
        public IReadOnlyList<string>? GeneratedFiles { get; init; }

        protected override async Task RunImplAsync(CancellationToken cancellationToken)
        {
            TestState.AdditionalReferences.AddRange(References);

            if (Consumer.HasGlobalUsings(LanguageVersion, References))
                TestState.Sources.Add((Consumer.GlobalUsingsPath, Consumer.GlobalUsings));

            ProjectOptions.AddTo(TestState);
            await base.RunImplAsync(cancellationToken);
        }

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Shipped.Analyzers;

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(PaymentsClientGenerator)];

        protected override CompilationOptions CreateCompilationOptions() => new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: Nullable,
            warningLevel: 9999,
            deterministic: true,
            allowUnsafe: true);

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose);

        protected override async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(Project project, IVerifier verifier, CancellationToken cancellationToken)
        {
            if (!_isRecorded)
            {
                _isRecorded = true;
                await Recording.NoteAsync(project, new Consumer { References = References, LanguageVersion = LanguageVersion, Nullable = Nullable }, cancellationToken);
            }

            (Compilation compilation, ImmutableArray<Diagnostic> diagnostics) = await base.GetProjectCompilationAsync(project, verifier, cancellationToken);

            if (GeneratedFiles is not null)
            {
                IEnumerable<string> written = project.Documents.Select(static document => document.FilePath ?? document.Name);
                IEnumerable<string> generated = compilation.SyntaxTrees.Select(static tree => tree.FilePath).Except(written).Select(static path => path[(path.LastIndexOfAny(['/', '\\']) + 1)..]);
                Assert.Equal(GeneratedFiles.Order(StringComparer.Ordinal), generated.Order(StringComparer.Ordinal));
            }

            return (compilation, diagnostics);
        }
    }
}
