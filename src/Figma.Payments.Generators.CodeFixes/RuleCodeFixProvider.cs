using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

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
                        _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(replacement.Before, replacement.After.WithTriviaFrom(replacement.Before)))),
                        equivalenceKey: replacement.Choice is null ? diagnostic.Id : $"{diagnostic.Id}.{replacement.Choice}"),
                    diagnostic);
            }
        }
    }

    /// <summary>Finds the replacements that fix the reported problem, one for each action to offer.</summary>
    private protected abstract IEnumerable<Replacement> FindReplacements(ReportedNode reported);
}
