using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Removes the documentation of parameters.</summary>
internal static class ParameterDocumentation
{
    /// <summary>Returns a method without the <c>param</c> elements of some parameters, or null if its documentation names them elsewhere, too.</summary>
    public static MethodDeclarationSyntax? Remove(MethodDeclarationSyntax method, IReadOnlyCollection<string> parameters)
    {
        DocumentationCommentTriviaSyntax[] comments = [.. method.GetLeadingTrivia().Select(static trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()];
        MethodDeclarationSyntax changed = method.ReplaceNodes(comments, (comment, _) => comment.WithContent(SyntaxFactory.List(Remove(comment.Content, parameters))));
        return changed.DescendantNodes(descendIntoTrivia: true).OfType<XmlNameAttributeSyntax>().Any(name => parameters.Contains(name.Identifier.Identifier.ValueText)) ? null : changed;
    }

    /// <summary>Returns the content without the elements that stand on lines of their own, and without the line breaks before them.</summary>
    private static IEnumerable<XmlNodeSyntax> Remove(SyntaxList<XmlNodeSyntax> content, IReadOnlyCollection<string> parameters)
    {
        for (int i = 0; i < content.Count; i++)
        {
            if (content[i] is XmlTextSyntax { TextTokens: [{ RawKind: (int)SyntaxKind.XmlTextLiteralNewLineToken }, ..] before }
                && before.All(static token => token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) || string.IsNullOrWhiteSpace(token.ValueText))
                && i + 2 < content.Count
                && IsOf(content[i + 1], parameters)
                && content[i + 2] is XmlTextSyntax { TextTokens: [{ RawKind: (int)SyntaxKind.XmlTextLiteralNewLineToken }, ..] })
            {
                i++;
                continue;
            }

            yield return content[i];
        }
    }

    private static bool IsOf(XmlNodeSyntax node, IReadOnlyCollection<string> parameters) =>
        node is XmlElementSyntax { StartTag: { Name.LocalName.ValueText: "param" } start }
        && start.Attributes.OfType<XmlNameAttributeSyntax>().Any(name => parameters.Contains(name.Identifier.Identifier.ValueText));
}
