using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Generation;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Analysis;

/// <summary>Code that is being typed ends anywhere; that no step crashes on it is what the harness asserts of every run.</summary>
public sealed class TypingTests
{
    private const string Calls = """

        public class Code
        {
            public Task RunAsync(Shop.Payments.IShapes shapes, UserId user, PluginId? plugin, bool flag) => Task.WhenAll(
                shapes.FlatAsync(user, pluginId: flag ? plugin ?? new("1") : null, widgetId: default),
                shapes.TextAsync($"{user}", widget_id: flag switch { true => "", _ => throw new Exception() }),
                shapes.NumbersAsync(5, pluginId: (ulong?)null, widgetId: 5 + 5));
        }
        """;

    private static readonly string Source = DeclarationCorpus.Everywhere["QuestionsOfEveryShape"] + Calls;

    private static readonly SyntaxToken[] Tokens = [.. CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens()];

    /// <summary>Four runs share the work, so that they go side by side.</summary>
    public static TheoryData<int> Shares => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Shares))]
    public async Task A_source_may_end_behind_a_token_anywhere(int share)
    {
        foreach (SyntaxToken token in Tokens.Where((_, index) => index % 32 == share * 8))
            await AnalyzeAsync(Source[..token.Span.End]);
    }

    [Theory]
    [MemberData(nameof(Shares))]
    public async Task A_token_may_be_missing_anywhere(int share)
    {
        foreach (SyntaxToken token in Tokens.Where((_, index) => index % 32 == (share * 8) + 1))
            await AnalyzeAsync(Source.Remove(token.SpanStart, token.Span.Length));
    }

    [Fact]
    public void The_source_is_right_when_it_is_complete() =>
        Assert.Empty(Consumer.Of(Source).Generate().Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    private static async Task AnalyzeAsync(string source) => await Consumer.AnalyzeAsync(Consumer.Of(source).Generate().Output);
}
