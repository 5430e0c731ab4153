using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Analysis;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Figma.Payments.Generators.Tests.Analysis.Flow;

/// <summary>Code as it is while it is typed: cut off, with a token gone or doubled. The analyzer never throws and always ends.</summary>
public sealed class BrokenCodeTests
{
    private const string Body = """
        f = null; p = a ? x : null; (p, w) = (w is null ? x : p, b ? y : default);
        switch (kind) { case Kind.Plugin: p = x; break; case Kind.Widget when a: w ??= y; break; default: goto done; }
        foreach (PluginId each in helper.Plugins) { if (p is { } found && found != each) continue; p = each; }
        try { for (int j = 0; j < 3; j++) w = y; } catch (Exception) when (b) { throw; } finally { f = z; }
        done: Func<Task> later = async () => await ids.AskAsync(user, pluginId: p, widgetId: w);
        Task Local(PluginId? q = null) => ids.AskAsync(user, pluginId: q);
        await ids.AskAsync(user, communityFileId: f, pluginId: p?.ToString() is null ? null : p, widgetId: w);
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_cut_no_lost_and_no_doubled_token_makes_it_throw(int way)
    {
        CSharpCompilation whole = FlowCode.Of(Body).Compile();
        SyntaxTree tree = whole.SyntaxTrees.Single(static tree => tree.FilePath.EndsWith("File0.cs", System.StringComparison.Ordinal));
        SyntaxTree[] others = [.. whole.SyntaxTrees.Where(other => other.FilePath != tree.FilePath)];
        string text = tree.ToString();
        int begin = text.IndexOf("f = null; p = a", System.StringComparison.Ordinal);
        SyntaxToken[] tokens = [.. tree.GetRoot().DescendantTokens().Where(token => token.SpanStart >= begin)];

        IEnumerable<string> broken = way switch
        {
            0 => Enumerable.Range(begin, text.Length - begin).Where(static i => i % 4 == 0).Select(i => text[..i]),
            1 => tokens.Select(token => text.Remove(token.SpanStart, token.Span.Length)),
            _ => tokens.Select(token => text.Insert(token.SpanStart, token.Text + " ")),
        };

        foreach (string each in broken)
        {
            CSharpCompilation compilation = whole.RemoveAllSyntaxTrees().AddSyntaxTrees([.. others, CSharpSyntaxTree.ParseText(each, (CSharpParseOptions)tree.Options, tree.FilePath)]);
            ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new ResourceCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
            Assert.True(diagnostics.All(static diagnostic => diagnostic.Id != "AD0001"), string.Join("\n", diagnostics) + "\n" + each);
        }
    }
}
