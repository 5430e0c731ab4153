using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Fixes FPG1007: keeps one of several pinned resources, one action for each.</summary>
/// <remarks>An action is offered only if it leads to no other problem. There is no Fix All because only the developer knows which resource is meant.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PinnedResourceMustBeValidFix))]
public sealed class PinnedResourceMustBeValidFix() : RuleCodeFixProvider(Descriptors.PinnedResourceMustBeValid)
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        if (reported.Node is not AttributeSyntax { ArgumentList: { Arguments.Count: > 1 } list, Parent.Parent: InterfaceDeclarationSyntax declaration }
            || reported.Model.GetDeclaredSymbol(declaration, reported.CancellationToken) is not { } type)
        {
            yield break;
        }

        foreach (AttributeArgumentSyntax kept in list.Arguments.Where(IsPin))
        {
            string name = kept.NameEquals!.Name.Identifier.ValueText;
            AttributeArgumentSyntax[] removed = [.. list.Arguments.Where(argument => argument != kept && IsPin(argument))];

            if (SeparatedLists.Remove(list, list.Arguments, removed) is not { } changed)
                continue;

            Replacement replacement = new($"Keep only '{name}'", list, changed, name);

            if (DeclarationChange.IsImprovement(replacement, type, reported))
                yield return replacement;
        }
    }

    private static bool IsPin(AttributeArgumentSyntax argument) =>
        argument.NameEquals?.Name.Identifier.ValueText is KnownNames.PluginId or KnownNames.WidgetId or KnownNames.CommunityFileId or KnownNames.Manifest;
}
