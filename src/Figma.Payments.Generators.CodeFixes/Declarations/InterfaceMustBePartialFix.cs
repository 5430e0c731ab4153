using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>FPG1001: makes the interface, or the type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InterfaceMustBePartialFix))]
public sealed class InterfaceMustBePartialFix() : RuleFix(Descriptors.InterfaceMustBePartial)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // A type around the interface is what the rule points at besides.
            Location target = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;

            if (target.SourceTree != root?.SyntaxTree || root?.FindToken(target.SourceSpan.Start).Parent is not TypeDeclarationSyntax declaration)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Make '{declaration.Identifier.ValueText}' partial",
                    cancellationToken => MakePartialAsync(context.Document, declaration, cancellationToken),
                    equivalenceKey: Descriptors.InterfaceMustBePartial.Id),
                diagnostic);
        }
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
