using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>FPG1001: makes the interface, or the type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
public sealed class MakePartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.NotPartial.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);

        if (root?.FindToken(context.Span.Start).Parent is not TypeDeclarationSyntax declaration)
            return;

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Make '{declaration.Identifier.ValueText}' partial",
                cancellationToken => MakePartialAsync(context.Document, declaration, cancellationToken),
                equivalenceKey: Rules.NotPartial.Id),
            context.Diagnostics);
    }

    private static async Task<Document> MakePartialAsync(Document document, TypeDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);

        // 'partial' stands last, right before the keyword, and takes over what stood before it.
        TypeDeclarationSyntax changed = declaration
            .WithKeyword(declaration.Keyword.WithLeadingTrivia())
            .WithModifiers(declaration.Modifiers.Add(partial.WithLeadingTrivia(declaration.Keyword.LeadingTrivia)));

        return document.WithSyntaxRoot(root.ReplaceNode(declaration, changed));
    }
}
