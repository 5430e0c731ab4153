using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Determines whether members are documented.</summary>
internal static class DocumentationComments
{
    /// <summary>
    /// Determines whether a member has documentation to inherit. A member of another assembly counts as documented,
    /// because the compilation doesn't know its documentation.
    /// </summary>
    public static bool IsDocumented(ISymbol member)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            if (!HasComment(reference.GetSyntax()))
                return false;
        }

        return true;
    }

    /// <summary>Determines whether a declaration has a documentation comment, even if the parse options ignore documentation.</summary>
    public static bool HasComment(SyntaxNode declaration)
    {
        foreach (SyntaxTrivia trivia in declaration.GetLeadingTrivia())
        {
            if (trivia.Kind() switch
            {
                SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => true,
                SyntaxKind.SingleLineCommentTrivia => Begins(trivia, "///", '/'),
                SyntaxKind.MultiLineCommentTrivia => Begins(trivia, "/**", '*') && trivia.Span.Length > "/**/".Length,
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(SyntaxTrivia comment, string start, char another)
    {
        string text = comment.ToString();
        return text.StartsWith(start, StringComparison.Ordinal) && (text.Length == start.Length || text[start.Length] != another);
    }
}
