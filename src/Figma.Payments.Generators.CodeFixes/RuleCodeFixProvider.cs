using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>The base class of the code fixes: finds the reported node and registers an action for each way to replace it.</summary>
/// <remarks>Fix All is available unless a fix overrides <see cref="GetFixAllProvider"/>.</remarks>
public abstract class RuleCodeFixProvider : CodeFixProvider
{
    private protected RuleCodeFixProvider(params DiagnosticDescriptor[] rules) => FixableDiagnosticIds = rules.Select(static rule => rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        SyntaxNode? root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        if (root is null || model is null)
            return;

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

            foreach (Replacement replacement in FindReplacements(new ReportedNode(diagnostic, root, node, model, context.CancellationToken)))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        replacement.Title,
                        cancellationToken => ReplaceAsync(document, root, replacement, cancellationToken),
                        equivalenceKey: replacement.Choice is null ? diagnostic.Id : $"{diagnostic.Id}.{replacement.Choice}"),
                    diagnostic);
            }
        }
    }

    /// <summary>Replaces a node and simplifies the names in it.</summary>
    /// <remarks>After the simplifier, an editor would format the lines around the names with its own indentation and line endings, unless the replacement itself asks for it.</remarks>
    private static async Task<Document> ReplaceAsync(Document document, SyntaxNode root, Replacement replacement, CancellationToken cancellationToken)
    {
        SyntaxNode after = replacement.After.WithTriviaFrom(replacement.Before);

        if (after.GetAnnotatedNodesAndTokens(Formatter.Annotation).Any())
            return document.WithSyntaxRoot(root.ReplaceNode(replacement.Before, after));

        Document replaced = document.WithSyntaxRoot(root.ReplaceNode(replacement.Before, WithoutElasticTrivia(after)));
        Document simplified = await Simplifier.ReduceAsync(replaced, Simplifier.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);

        if (await simplified.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } result)
            return replaced;

        return simplified.WithSyntaxRoot(result.ReplaceSyntax(
            result.GetAnnotatedNodes(Formatter.Annotation),
            static (_, node) => node.WithoutAnnotations(Formatter.Annotation),
            result.GetAnnotatedTokens(Formatter.Annotation),
            static (_, token) => token.WithoutAnnotations(Formatter.Annotation),
            [],
            static (_, trivia) => trivia));
    }

    /// <summary>Returns the node with white space that an editor doesn't replace.</summary>
    private static SyntaxNode WithoutElasticTrivia(SyntaxNode node) => node.ReplaceTrivia(
        node.DescendantTrivia().Where(static trivia => trivia.HasAnnotation(SyntaxAnnotation.ElasticAnnotation)),
        static (_, trivia) => trivia.FullSpan.IsEmpty ? default : trivia.WithoutAnnotations(SyntaxAnnotation.ElasticAnnotation));

    /// <summary>Finds the replacements that fix the reported problem, one for each action to offer.</summary>
    private protected abstract IEnumerable<Replacement> FindReplacements(ReportedNode reported);
}
