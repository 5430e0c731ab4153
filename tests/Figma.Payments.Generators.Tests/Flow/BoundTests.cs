using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace Figma.Payments.Generators.Tests.Flow;

/// <summary>The analysis of difficult methods ends within its bounds.</summary>
public sealed class BoundTests(ITestOutputHelper output)
{
    public static TheoryData<string> Methods => new(
    [
        // Twelve conditions, each of which is tested twice, and all IDs.
        string.Concat(Enumerable.Range(0, 24).Select(static i => $"if (flags[{i % 12}]) {"fpw"[i % 3]} = {(i % 2 == 0 ? "null" : "\"1\"")}; else {"fpw"[(i + 1) % 3]} = {"fpw"[i % 3]};\n")),
        string.Concat(Enumerable.Range(0, 12).Select(static i => $"bool b{i} = flags[{i}];\n"))
            + string.Concat(Enumerable.Range(0, 24).Select(static i => $"if (b{i % 12} != b{(i + 5) % 12}) {"fpw"[i % 3]} = b{i % 12} ? \"1\" : null;\n")),

        // Nested loops with exits.
        string.Concat(Enumerable.Range(0, 8).Select(static i => $"for (int i{i} = 0; i{i} < {i + 2}; i{i}++) {{ if (flags[{i}]) {{ {"fpw"[i % 3]} = {"fpw"[(i + 1) % 3]}; continue; }} if (n == {i}) break;\n")) + new string('}', 8),

        // Jumps to all labels.
        string.Concat(Enumerable.Range(0, 20).Select(static i => $"l{i}: if (n == {i}) {{ {"fpw"[i % 3]} = {"fpw"[(i + 2) % 3]}; n++; goto l{i * 7 % 20}; }}\n")),

        // Nested handlers.
        string.Concat(Enumerable.Range(0, 8).Select(static i => $"try {{ {"fpw"[i % 3]} = flags[{i}] ? \"1\" : {"fpw"[(i + 1) % 3]};\n"))
            + string.Concat(Enumerable.Range(0, 8).Select(static i => $"}} catch (InvalidOperationException) when (flags[{i}]) {{ {"fpw"[i % 3]} = null; }} finally {{ {"fpw"[(i + 1) % 3]} ??= {"fpw"[i % 3]}; }}\n")),

        // Counters without a bound.
        "int x = 0; int y = 0; while (x != 5 || y != 3) { x += 2; y -= 1; if (x == 4) p = w; if (y == -2) { x--; f = p; } if (x + y == 3) w = null; }",

        // Copies in a circle.
        "while (n-- > 0) { (f, p, w) = (p, w, f); if (p is null) p = w; (f, w) = (w ?? p, f ?? p); }",
    ]);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Analysis_ends_within_its_bounds(string body)
    {
        Consumer consumer = Consumer.Of(
            $$"""
            #nullable enable
            {{FlowCode.Around}}
            public class Code
            {
                public async Task Method(ITexts texts, UserId user, bool[] flags, int n, string? f, string? p, string? w)
                {
                    {{body}}
                    await texts.RequestAsync(user, f, p, w);
                }
            }
            """);

        CSharpCompilation compilation = consumer.Compile();
        FlowAnalysis analysis = Analyze(compilation);

        // A bound is checked after the step that exceeds it.
        Assert.InRange(analysis.Visits, 1, FlowAnalysis.MaxVisits + 1);
        Assert.InRange(analysis.Bdd.VariableCount, 0, BddManager.MaxVariables + 100);
        Assert.InRange(analysis.Bdd.Steps, 0, BddManager.MaxSteps + 100_000);
        Assert.InRange(analysis.Bdd.NodeCount, 2, BddManager.MaxNodes + 1000);

        output.WriteLine($"{analysis.Visits} visits, {analysis.Bdd.VariableCount} variables, {analysis.Bdd.NodeCount} nodes, {analysis.Bdd.Steps} steps{(analysis.HasGivenUp ? ", gave up" : "")}");

        // The analyzers don't throw, with or without a diagnostic.
        await Consumer.AnalyzeAsync(compilation);
    }

    [Theory]
    [InlineData("if (b == c) Helper.Use(); else Helper.Check();", 700)]
    [InlineData("if (n == NUMBER) p = x; else w = p is null ? null : y;", 400)]
    public Task Calls_before_a_bound_are_reported(string statement, int count) => FlowCode.VerifyAnalyzerAsync(
        "f = null; p = null; w = null; " + FlowCode.None + "\n"
        + string.Concat(Enumerable.Range(0, count).Select(i => statement.Replace("NUMBER", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + "\n"))
        + "p = null; w = null; " + FlowCode.Valid);

    private static FlowAnalysis Analyze(CSharpCompilation compilation)
    {
        MethodDeclarationSyntax method = compilation.SyntaxTrees
            .SelectMany(static tree => tree.GetRoot().DescendantNodes())
            .OfType<MethodDeclarationSyntax>()
            .Single(static method => method.Identifier.ValueText == "Method");

        SemanticModel model = compilation.GetSemanticModel(method.SyntaxTree);
        ControlFlowGraph graph = ControlFlowGraph.Create(method, model)!;

        return FlowAnalysis.Run(graph, EscapeAnalysis.Run(model.GetOperation(method)!), (IMethodSymbol)model.GetDeclaredSymbol(method)!, precondition: null, observer: null, default);
    }
}
