using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>Represents a code action that replaces one node and keeps the trivia around it.</summary>
/// <param name="Title">The title of the action.</param>
/// <param name="Before">The node to replace.</param>
/// <param name="After">The node that replaces it.</param>
/// <param name="Choice">The part of the equivalence key that tells the actions of one diagnostic apart, or null if there is only one action.</param>
internal sealed record Replacement(string Title, SyntaxNode Before, SyntaxNode After, string? Choice = null)
{
    /// <summary>Determines whether the compiler accepts an added node without an error or a warning in it.</summary>
    /// <param name="reported">The node that the replacement fixes.</param>
    /// <param name="added">The annotation of the added node.</param>
    public bool Compiles(ReportedNode reported, SyntaxAnnotation added)
    {
        SyntaxNode root = reported.Root.ReplaceNode(Before, After.WithTriviaFrom(Before));
        SyntaxNode node = root.GetAnnotatedNodes(added).Single();
        SyntaxTree tree = reported.Model.SyntaxTree.WithChangedText(root.GetText());

        // The text of an identifier such as 'await' can be parsed as something else.
        if (!SyntaxFactory.AreEquivalent(node, tree.GetRoot(reported.CancellationToken).FindNode(node.Span, getInnermostNodeForTie: true)))
            return false;

        SemanticModel model = reported.Model.Compilation.ReplaceSyntaxTree(reported.Model.SyntaxTree, tree).GetSemanticModel(tree);

        return !model.GetDiagnostics(node.Span, reported.CancellationToken)
            .Any(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && node.Span.Contains(diagnostic.Location.SourceSpan));
    }
}
