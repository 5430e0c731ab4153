using System;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Rules.Declarations;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Figma.Payments.Generators.Tests.Catalogue;

/// <summary>Tests what each analyzer configures and registers when the compiler initializes it.</summary>
public sealed class AnalyzerInitializationTests
{
    public static TheoryData<string> Names => [.. Shipped.Analyzers.Select(static analyzer => analyzer.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Analyzer_runs_concurrently_and_ignores_generated_code(string name)
    {
        Recorder recorder = new();
        Find(name).Initialize(recorder);
        Assert.True(recorder.IsConcurrent);

        // The first reports why there is no client, the second only what is in Razor files.
        Assert.Equal(
            name is nameof(DeclarationAnalyzer) or nameof(RazorAnalyzer) ? GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics : GeneratedCodeAnalysisFlags.None,
            recorder.GeneratedCode);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Analyzer_registers_only_a_compilation_start_action(string name)
    {
        // Other actions are registered there, after the analyzer checked that the project references the library.
        Recorder recorder = new();
        Find(name).Initialize(recorder);
        Assert.True(recorder.HasStart);
    }

    private static DiagnosticAnalyzer Find(string name) => Shipped.Analyzers.Single(analyzer => analyzer.GetType().Name == name);

    private sealed class Recorder : AnalysisContext
    {
        public bool IsConcurrent { get; private set; }

        public bool HasStart { get; private set; }

        public GeneratedCodeAnalysisFlags? GeneratedCode { get; private set; }

        public override void EnableConcurrentExecution() => IsConcurrent = true;

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => GeneratedCode = analysisMode;

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) => HasStart = true;

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Unexpected();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw Unexpected();

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => throw Unexpected();

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw Unexpected();

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => throw Unexpected();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw Unexpected();

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw Unexpected();

        public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) => throw Unexpected();

        private static InvalidOperationException Unexpected() => new("The analyzer registered an action before it checked that the project references the library.");
    }
}
