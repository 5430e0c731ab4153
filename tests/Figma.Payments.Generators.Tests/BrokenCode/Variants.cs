using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Tests.BrokenCode;

/// <summary>The ways to break a source: cut off at each character, each token gone, each token doubled.</summary>
internal static class Variants
{
    public static IEnumerable<(string Name, string Text)> Of(Input input)
    {
        string text = input.Text;

        for (int end = input.Region.Start; end < input.Region.End; end++)
            yield return ($"cut at {end}", text[..end]);

        foreach (SyntaxToken token in Tokens(input))
        {
            yield return ($"without '{token}' at {token.SpanStart}", text.Remove(token.SpanStart, token.Span.Length));
            yield return ($"with '{token}' twice at {token.SpanStart}", text.Insert(token.SpanStart, token.Text + " "));
        }
    }

    private static IEnumerable<SyntaxToken> Tokens(Input input) => CSharpSyntaxTree.ParseText(input.Text, input.Project.ParseOptions)
        .GetRoot()
        .DescendantTokens()
        .Where(token => token.Span.Length > 0 && token.Span.IntersectsWith(input.Region));
}
