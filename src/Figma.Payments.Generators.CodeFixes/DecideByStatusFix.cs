using System.Collections.Immutable;
using System.Threading.Tasks;
using Figma.Payments.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>FPG3001: <c>IsPaid</c> instead of a test of the date. FPG3002: <c>IsPaidOrTrial</c>, or the two statuses, instead of <em>not unpaid</em>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DecideByStatusFix))]
public sealed class DecideByStatusFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.DecidedByDate.Id, Rules.DecidedByNotUnpaid.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (model is null || root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node)
                continue;

            bool isDate = diagnostic.Id == Rules.DecidedByDate.Id;

            SyntaxNode? mended = isDate
                ? node is ExpressionSyntax test ? StatusExpression.ForDate(test) : null
                : node is PatternSyntax pattern ? StatusExpression.ForPattern(pattern)
                : node is ExpressionSyntax expression ? StatusExpression.ForNotUnpaid(expression, model) : null;

            if (mended is null)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    isDate ? "Decide with 'IsPaid'" : "Grant what is paid or trial",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(node, mended.WithTriviaFrom(node)))),
                    equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }
}
