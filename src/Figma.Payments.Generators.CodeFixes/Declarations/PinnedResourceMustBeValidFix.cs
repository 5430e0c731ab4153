using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>FPG1007: keeps one of several pins. Which one is a person's choice, so there is no Fix All.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PinnedResourceMustBeValidFix))]
public sealed class PinnedResourceMustBeValidFix() : RuleFix(Descriptors.PinnedResourceMustBeValid)
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);

        if (root?.FindNode(context.Span) is not AttributeSyntax { ArgumentList: { Arguments.Count: > 1 } before })
            return;

        foreach (AttributeArgumentSyntax kept in before.Arguments.Where(IsPin))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Keep '{kept.NameEquals!.Name.Identifier.ValueText}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, Keep(before, kept)))),
                    equivalenceKey: kept.NameEquals!.Name.Identifier.ValueText),
                context.Diagnostics);
        }
    }

    private static AttributeArgumentListSyntax Keep(AttributeArgumentListSyntax list, AttributeArgumentSyntax kept) =>
        list.RemoveNodes(list.Arguments.Where(argument => argument != kept && IsPin(argument)), SyntaxRemoveOptions.KeepNoTrivia)!;

    private static bool IsPin(AttributeArgumentSyntax argument) =>
        argument.NameEquals?.Name.Identifier.ValueText is KnownNames.PluginId or KnownNames.WidgetId or KnownNames.CommunityFileId or KnownNames.Manifest;
}
