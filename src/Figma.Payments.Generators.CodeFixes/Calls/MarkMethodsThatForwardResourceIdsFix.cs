using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Fixes FPG2004: adds <c>[ExactlyOneResource]</c> to the method, so that its callers are checked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkMethodsThatForwardResourceIdsFix))]
public sealed class MarkMethodsThatForwardResourceIdsFix() : RuleCodeFixProvider(Descriptors.MarkMethodsThatForwardResourceIds)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        BaseMethodDeclarationSyntax? declaration = reported.Node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>();

        if (declaration is not (MethodDeclarationSyntax or ConstructorDeclarationSyntax)
            || reported.Model.GetDeclaredSymbol(declaration, reported.CancellationToken) is not IMethodSymbol method
            || LibrarySymbols.IsMarkedExactlyOne(method))
        {
            return [];
        }

        string name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        return [new Replacement($"Add [ExactlyOneResource] to '{name}'", declaration, AddAttribute(declaration, reported.Root))];
    }

    private static BaseMethodDeclarationSyntax AddAttribute(BaseMethodDeclarationSyntax declaration, SyntaxNode root)
    {
        // The attribute takes the leading trivia and is on its own line, with the indentation of the method.
        SyntaxTriviaList leading = declaration.GetLeadingTrivia();
        SyntaxTriviaList indentation = SyntaxFactory.TriviaList(leading.Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
        SyntaxTrivia endOfLine = root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

        NameSyntax name = SyntaxFactory.ParseName($"global::{KnownNames.LibraryNamespace}.ExactlyOneResource").WithAdditionalAnnotations(Simplifier.Annotation);

        AttributeListSyntax attributes = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name)))
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(endOfLine.IsKind(SyntaxKind.EndOfLineTrivia) ? endOfLine : SyntaxFactory.ElasticCarriageReturnLineFeed);

        BaseMethodDeclarationSyntax indented = declaration.WithLeadingTrivia(indentation);
        return indented.WithAttributeLists(indented.AttributeLists.Insert(0, attributes));
    }
}
