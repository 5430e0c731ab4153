using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Simplification;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>FPG2004: marks the method, so that its callers are checked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkMethodsThatForwardResourceIdsFix))]
public sealed class MarkMethodsThatForwardResourceIdsFix() : RuleFix(Descriptors.MarkMethodsThatForwardResourceIds)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            BaseMethodDeclarationSyntax? declaration = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<BaseMethodDeclarationSyntax>();

            if (declaration is not (MethodDeclarationSyntax or ConstructorDeclarationSyntax)
                || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not IMethodSymbol method
                || LibrarySymbols.IsMarkedExactlyOne(method))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Mark '{method.Name}' [ExactlyOneResource]",
                    cancellationToken => MarkAsync(context.Document, declaration, cancellationToken),
                    equivalenceKey: Descriptors.MarkMethodsThatForwardResourceIds.Id),
                diagnostic);
        }
    }

    private static async Task<Document> MarkAsync(Document document, BaseMethodDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SyntaxTriviaList leading = declaration.GetLeadingTrivia();

        // What stands before the declaration stays before it, and the attribute stands on a line of its own, as far in as the method.
        SyntaxTriviaList indentation = SyntaxFactory.TriviaList(leading.Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
        SyntaxTrivia endOfLine = root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

        NameSyntax name = SyntaxFactory.ParseName("global::Figma.Payments.ExactlyOneResource").WithAdditionalAnnotations(Simplifier.Annotation);

        AttributeListSyntax mark = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name)))
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(endOfLine.IsKind(SyntaxKind.EndOfLineTrivia) ? endOfLine : SyntaxFactory.ElasticCarriageReturnLineFeed);

        BaseMethodDeclarationSyntax bare = declaration.WithLeadingTrivia(indentation);
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, bare.WithAttributeLists(bare.AttributeLists.Insert(0, mark))));
    }
}
