using System.Linq;
using Figma.Payments.Generators.Emission;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>Literals in generated files.</summary>
public sealed class LiteralsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1234567890")]
    [InlineData("\"quoted\" and \\escaped\\")]
    [InlineData("a line\nanother line\r\ntab\t\0")]
    [InlineData("\u2028\u2029\u0085")]
    [InlineData("漢字 été \u200b\ufeff")]
    [InlineData("😀")]
    [InlineData("{0} {{}} $")]
    public void Compiler_reads_the_text_that_was_written(string text)
    {
        LiteralExpressionSyntax literal = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(Literals.Text(text)));

        Assert.Empty(literal.GetDiagnostics());
        Assert.Equal(text, literal.Token.ValueText);
    }

    [Fact]
    public void Every_character_is_read_as_it_was_written()
    {
        string text = string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(static c => (char)c));
        LiteralExpressionSyntax literal = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(Literals.Text(text)));

        Assert.Empty(literal.GetDiagnostics());
        Assert.Equal(text, literal.Token.ValueText);
    }
}
