using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>Extension methods that find what a replacement would remove in addition to the code.</summary>
internal static class CommentExtensions
{
    /// <summary>Determines whether a node contains a comment or a directive outside of the kept nodes, that is, anything other than white space.</summary>
    public static bool HasCommentsOutside(this SyntaxNode replaced, params SyntaxNode[] kept) => replaced.DescendantTrivia().Any(trivia =>
        replaced.Span.Contains(trivia.Span)
        && !trivia.IsKind(SyntaxKind.WhitespaceTrivia)
        && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
        && !kept.Any(each => each.Span.Contains(trivia.Span)));
}
