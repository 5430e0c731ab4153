using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>Extension methods that tell comments and directives from white space.</summary>
internal static class CommentExtensions
{
    /// <summary>Determines whether a node contains a comment or a directive outside of the kept nodes, that is, anything other than white space.</summary>
    public static bool HasCommentsOutside(this SyntaxNode replaced, params SyntaxNode[] kept) => replaced.DescendantTrivia().Any(trivia =>
        replaced.Span.Contains(trivia.Span)
        && !trivia.IsBlank()
        && !kept.Any(each => each.Span.Contains(trivia.Span)));

    /// <summary>Determines whether the trivia is white space or the end of a line.</summary>
    public static bool IsBlank(this SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
