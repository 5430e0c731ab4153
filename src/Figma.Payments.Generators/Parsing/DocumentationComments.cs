using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Whether somebody has written what a member is for.</summary>
internal static class DocumentationComments
{
    /// <summary>Whether a member has documentation to inherit. Of another assembly's it is not known here, and whoever reads it looks it up there.</summary>
    public static bool IsDocumented(ISymbol member)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            if (!HasComment(reference.GetSyntax()))
                return false;
        }

        return true;
    }

    /// <summary>Whether a documentation comment stands above a declaration, also where the compiler is told to read none.</summary>
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
