using System;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Figma.Payments.Generators.Tests.Catalogue;

/// <summary>How every analyzer behaves towards the compiler that hosts it.</summary>
public sealed class AnalyzerMannersTests
{
    public static TheoryData<string> Names => [.. Shipped.Analyzers.Select(static analyzer => analyzer.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_runs_concurrently_and_leaves_generated_code_alone(string name)
    {
        Recorder recorder = new();
        Find(name).Initialize(recorder);
        Assert.True(recorder.IsConcurrent);
        Assert.Equal(GeneratedCodeAnalysisFlags.None, recorder.GeneratedCode);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_registers_for_nothing_but_the_start_of_a_compilation(string name)
    {
        // What it watches it registers there, where it has seen whether the project knows the library at all.
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

        private static InvalidOperationException Unexpected() => new("It registered before it knew whether the project has the library.");
    }
}
