using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.CodeFixes.Responses;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Figma.Payments.Generators.Tests.CodeFixes;

/// <summary>Applies a code fix as an IDE does.</summary>
/// <remarks>
/// <para>No generator runs here, so the interfaces declare the methods that are called.</para>
/// <para>
/// Each test verifies that the result compiles, that fewer problems remain and that no other rule reports the result, unless the result marks it. The arguments keep their order.
/// A second run verifies a file with tabs and CRLF line endings.
/// </para>
/// </remarks>
internal static class CodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>Verifies that the fix and its Fix All change <paramref name="source"/> to <paramref name="fixedSource"/>.</summary>
    public static Task VerifyCodeFixAsync(string source, string fixedSource) => VerifyAsync(source, fixedSource, static (test, result) =>
    {
        test.FixedCode = result;
        test.BatchFixedCode = result;
    });

    /// <summary>Verifies that the action with the equivalence key changes <paramref name="source"/> to <paramref name="fixedSource"/>.</summary>
    public static Task VerifyCodeFixAsync(string source, string fixedSource, string equivalenceKey, OutputKind output = OutputKind.DynamicallyLinkedLibrary) => VerifyAsync(source, fixedSource, (test, result) =>
    {
        test.TestState.OutputKind = output;
        test.FixedCode = result;
        test.CodeActionEquivalenceKey = equivalenceKey;
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
    });

    /// <summary>Verifies that the fix and its Fix All fix only one of several problems, because the others can't be fixed then.</summary>
    public static Task VerifyOnlyOneFixAsync(string source, string fixedSource) => VerifyAsync(source, fixedSource, static (test, result) =>
    {
        test.FixedCode = result;
        test.BatchFixedCode = result;
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.BatchFixedState.MarkupHandling = MarkupMode.Allow;
        test.NumberOfIncrementalIterations = 1;
        test.NumberOfFixAllIterations = 1;
    });

    /// <summary>Verifies that no action is offered.</summary>
    public static Task VerifyNoCodeFixAsync(string source) => RunAsync(source, test => test.FixedCode = source);

    /// <summary>Verifies that the action with the equivalence key isn't offered.</summary>
    public static Task VerifyNoCodeFixAsync(string source, string equivalenceKey) => RunAsync(source, test =>
    {
        test.FixedCode = source;
        test.CodeActionEquivalenceKey = equivalenceKey;
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
    });

    private static async Task VerifyAsync(string source, string fixedSource, Action<Test, string> configure)
    {
        string[] ids = [.. new TCodeFix().FixableDiagnosticIds];
        Assert.True(ids.Sum(id => CountMarks(fixedSource, id)) < ids.Sum(id => CountMarks(source, id)), "The fix doesn't remove a problem.");
        AssertArgumentsKeepOrder(source, fixedSource);

        await RunAsync(source, test => configure(test, fixedSource));
        await RunAsync(WithTabsAndCrlf(source), test =>
        {
            // Sections that this fix adds to a switch statement are formatted with the settings of the file, as the editor does while typing.
            if (typeof(TCodeFix) == typeof(ResponsesFix))
                test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nindent_style = tab\nend_of_line = crlf\n"));
            configure(test, WithTabsAndCrlf(fixedSource));
        });
    }

    private static async Task RunAsync(string source, Action<Test> configure)
    {
        Test test = new() { TestCode = source };
        configure(test);
        await test.RunAsync();
    }

    private static int CountMarks(string source, string id) => source.Split($"{{|{id}:").Length - 1;

    private static string WithTabsAndCrlf(string source) => string.Join("\r\n", source.ReplaceLineEndings("\n").Split('\n').Select(static line =>
    {
        int indentation = line.Length - line.TrimStart(' ').Length;
        return new string('\t', indentation / 4) + line[(indentation / 4 * 4)..];
    }));

    /// <summary>Asserts that the arguments that are unique in both sources are in the same order, so that they are evaluated in the same order.</summary>
    private static void AssertArgumentsKeepOrder(string source, string fixedSource)
    {
        string[] before = FindArguments(source);
        string[] after = FindArguments(fixedSource);
        string[] common = [.. before.Where(argument => before.Count(argument.Equals) == 1 && after.Count(argument.Equals) == 1)];
        Assert.Equal(common, after.Where(common.Contains));
    }

    private static string[] FindArguments(string source)
    {
        TestFileMarkupParser.GetSpans(source, out string text, out ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan> _);
        return [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<ArgumentSyntax>().Select(static argument => argument.Expression.ToString())];
    }

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    {
        private bool _isRecorded;

        public Test()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net8.0");

            // RazorAnalyzer has the descriptors of the other analyzers, too.
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
            TestState.AdditionalReferences.AddRange(References.Default);
        }

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Shipped.Analyzers;

        protected override Task RunImplAsync(CancellationToken cancellationToken)
        {
            ProjectOptions.AddTo(TestState);
            return base.RunImplAsync(cancellationToken);
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
