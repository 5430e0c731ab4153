using System.Collections.Generic;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Fixes FPG1001: adds <c>partial</c> to the interface or to a type that contains it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InterfaceMustBePartialFix))]
public sealed class InterfaceMustBePartialFix() : RuleCodeFixProvider(Descriptors.InterfaceMustBePartial)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        // A containing type is the additional location; the diagnostic itself is on the interface.
        IReadOnlyList<Location> containing = reported.Diagnostic.AdditionalLocations;
        Location target = containing.Count > 0 ? containing[0] : reported.Diagnostic.Location;

        if (target.SourceTree != reported.Root.SyntaxTree || reported.Root.FindToken(target.SourceSpan.Start).Parent is not TypeDeclarationSyntax declaration)
            return [];

        // 'partial' must be the last modifier, so it takes the leading trivia of the keyword.
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword)
            .WithLeadingTrivia(declaration.Keyword.LeadingTrivia)
            .WithTrailingTrivia(SyntaxFactory.Space);

        TypeDeclarationSyntax changed = declaration
            .WithKeyword(declaration.Keyword.WithLeadingTrivia())
            .WithModifiers(declaration.Modifiers.Add(partial));

        return [new Replacement($"Make '{declaration.Identifier.ValueText}' partial", declaration, changed)];
    }
}
