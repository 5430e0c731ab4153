using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        return [new Replacement($"Add [ExactlyOneResource] to '{name}'", declaration, AddAttribute(declaration, reported))];
    }

    private static BaseMethodDeclarationSyntax AddAttribute(BaseMethodDeclarationSyntax declaration, ReportedNode reported)
    {
        // The attribute takes the leading trivia and is on its own line, with the indentation of the method.
        SyntaxTriviaList leading = declaration.GetLeadingTrivia();
        SyntaxTriviaList indentation = SyntaxFactory.TriviaList(leading.Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
        SyntaxTrivia endOfLine = declaration.GetFirstToken().GetPreviousToken().TrailingTrivia.Concat(leading).Concat(reported.Root.DescendantTrivia()).FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

        // An editor formats the method if Roslyn simplifies the name, or if tokens have elastic trivia. Parsed tokens have none.
        AttributeListSyntax attributes = SyntaxFactory.ParseMemberDeclaration($"[{GetName(reported.Model, declaration.SpanStart)}]int Member;")!.AttributeLists[0]
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(endOfLine.IsKind(SyntaxKind.EndOfLineTrivia) ? endOfLine : SyntaxFactory.ElasticCarriageReturnLineFeed);

        BaseMethodDeclarationSyntax indented = declaration.WithLeadingTrivia(indentation);
        return indented.WithAttributeLists(indented.AttributeLists.Insert(0, attributes));
    }

    /// <summary>Returns the shortest name of the attribute at a position, without the suffix.</summary>
    private static string GetName(SemanticModel model, int position)
    {
        const string suffix = "Attribute";

        string name = model.Compilation.GetTypeByMetadataName($"{KnownNames.LibraryNamespace}.{KnownNames.ExactlyOneResourceAttribute}") is { } attribute
            ? attribute.ToMinimalDisplayString(model, position)
            : $"global::{KnownNames.LibraryNamespace}.{KnownNames.ExactlyOneResourceAttribute}";

        return name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }
}
