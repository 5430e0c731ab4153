using System.Threading.Tasks;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>FPG1004: gives a parameter that is called like one of Figma's, and has a type that cannot hold it, the type of its role.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterMustHaveRoleFix))]
public sealed class ParameterMustHaveRoleFix() : RuleFix(Descriptors.ParameterMustHaveRole)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        if (root?.FindToken(context.Span.Start).Parent is not ParameterSyntax { Type: { } type, Default: null, Modifiers.Count: 0, AttributeLists.Count: 0 } declaration
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not { Type.TypeKind: not TypeKind.Error } parameter
            || ParameterParser.RoleNamed(parameter.Name) is not { } role
            || LibrarySymbols.FindParameterType(SymbolText.WithoutNullable(parameter.Type, out _)) == ParameterType.String)
        {
            return;
        }

        TypeSyntax id = DeclaredType.OfLibrary(role.ToString());

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Make '{parameter.Name}' a '{role}'",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(type, (type is NullableTypeSyntax ? DeclaredType.Nullable(id) : id).WithTriviaFrom(type)))),
                equivalenceKey: Descriptors.ParameterMustHaveRole.Id),
            context.Diagnostics);
    }
}
