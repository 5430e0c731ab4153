using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Figma.Payments.Generators.Tests.CodeFixes;

/// <summary>Applies a code fix as an IDE does.</summary>
/// <remarks>No generator runs here, so the interfaces declare the methods that are called.</remarks>
internal static class CodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>Verifies that the fix and its Fix All change <paramref name="source"/> to <paramref name="fixedSource"/>.</summary>
    public static Task VerifyCodeFixAsync(string source, string fixedSource) => RunAsync(source, test =>
    {
        test.FixedCode = fixedSource;
        test.BatchFixedCode = fixedSource;
    });

    /// <summary>Verifies that the action with the equivalence key changes <paramref name="source"/> to <paramref name="fixedSource"/>.</summary>
    public static Task VerifyCodeFixAsync(string source, string fixedSource, string equivalenceKey) => RunAsync(source, test =>
    {
        test.FixedCode = fixedSource;
        test.CodeActionEquivalenceKey = equivalenceKey;
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
    });

    /// <summary>Verifies that no action is offered.</summary>
    public static Task VerifyNoCodeFixAsync(string source) => RunAsync(source, test => test.FixedCode = source);

    private static async Task RunAsync(string source, Action<Test> configure)
    {
        Test test = new() { TestCode = source };
        configure(test);
        await test.RunAsync();
    }

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    {
        private bool _isRecorded;

        public Test()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net8.0");
            TestState.AdditionalReferences.AddRange(References.Default);
        }

        protected override async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(Project project, IVerifier verifier, CancellationToken cancellationToken)
        {
            if (!_isRecorded)
            {
                _isRecorded = true;
                await Recording.NoteAsync(project, new Consumer(), cancellationToken);
            }

            return await base.GetProjectCompilationAsync(project, verifier, cancellationToken);
        }
    }
}
