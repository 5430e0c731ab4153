using System.Collections.Generic;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Rules.Declarations;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Fixes FPG1011: inherits the library's interface that has the methods of the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareMethodsForRequestDelegateGeneratorFix))]
public sealed class DeclareMethodsForRequestDelegateGeneratorFix() : RuleCodeFixProvider(Descriptors.DeclareMethodsForRequestDelegateGenerator)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        if (reported.Node is not InterfaceDeclarationSyntax { BaseList: null } declaration
            || reported.Model.GetDeclaredSymbol(declaration, reported.CancellationToken) is not { } type
            || LibrarySymbols.FindClientAttributes(type) is not [AttributeData attribute]
            || DeclareMethodsForRequestDelegateGeneratorAnalyzer.FindInterfaceToInherit(PinnedResourceParser.Parse(type, attribute, new ProblemList())) is not { } inherited)
        {
            return [];
        }

        // What follows the name, such as a line break or a comment, follows the list.
        BaseListSyntax list = SyntaxFactory
            .BaseList(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.SingletonSeparatedList<BaseTypeSyntax>(SyntaxFactory.SimpleBaseType(TypeSyntaxFactory.LibraryType(inherited))))
            .WithTrailingTrivia(declaration.Identifier.TrailingTrivia);

        InterfaceDeclarationSyntax changed = declaration
            .WithIdentifier(declaration.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
            .WithBaseList(list);

        return [new Replacement($"Inherit '{inherited}'", declaration, changed)];
    }
}
