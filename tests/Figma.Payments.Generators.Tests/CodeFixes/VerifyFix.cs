using System;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Figma.Payments.Generators.Tests.CodeFixes;

/// <summary>A rule's fix, applied as an IDE does. The test's workspace runs no generator, so interfaces declare what they ask.</summary>
internal static class VerifyFix<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The action of that key makes <paramref name="after"/> of <paramref name="before"/>; what is marked in either is reported there.</summary>
    public static Task AppliesAsync(string key, string before, string after) => RunAsync(before, test =>
    {
        test.FixedCode = after;
        test.CodeActionEquivalenceKey = key;
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
    });

    /// <summary>The fix and its Fix All make <paramref name="after"/> of <paramref name="before"/>.</summary>
    public static Task AppliesToAllAsync(string before, string after) => RunAsync(before, test =>
    {
        test.FixedCode = after;
        test.BatchFixedCode = after;
    });

    /// <summary>No action is offered.</summary>
    public static Task IsSilentAsync(string code) => RunAsync(code, test => test.FixedCode = code);

    private static async Task RunAsync(string before, Action<Test> configure)
    {
        Recording.Note(Consumer.Of(Markup.Parse(before).Text));
        Test test = new() { TestCode = before };
        configure(test);
        await test.RunAsync();
    }

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net8.0");
            TestState.AdditionalReferences.AddRange(References.Default);
        }
    }
}
