using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Fixes FPG1007: keeps one of several pinned resources, one action for each, or takes the ID from an address.</summary>
/// <remarks>An action is offered only if it leads to no other problem. There is no Fix All because only the developer knows which resource is meant.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PinnedResourceMustBeValidFix))]
public sealed class PinnedResourceMustBeValidFix() : RuleCodeFixProvider(Descriptors.PinnedResourceMustBeValid)
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        if (reported.Node is not AttributeSyntax { ArgumentList: { } list, Parent.Parent: InterfaceDeclarationSyntax declaration }
            || reported.Model.GetDeclaredSymbol(declaration, reported.CancellationToken) is not { } type)
        {
            yield break;
        }

        AttributeArgumentSyntax[] pins = [.. list.Arguments.Where(IsPin)];

        foreach (AttributeArgumentSyntax pin in pins)
        {
            Replacement? replacement = pins.Length > 1 ? Keep(pin, pins, list) : TakeId(pin);

            if (replacement is not null && DeclarationChange.IsImprovement(replacement, type, reported))
                yield return replacement;
        }
    }

    private static Replacement? Keep(AttributeArgumentSyntax kept, AttributeArgumentSyntax[] pins, AttributeArgumentListSyntax list) =>
        SeparatedLists.Remove(list, list.Arguments, [.. pins.Where(pin => pin != kept)]) is { } changed ? new Replacement($"Keep only '{NameOf(kept)}'", list, changed, NameOf(kept)) : null;

    private static Replacement? TakeId(AttributeArgumentSyntax pin) =>
        pin.Expression is LiteralExpressionSyntax { Token.Value: string text } && IdKind.Named(NameOf(pin)!) is { } kind && IdConstant.FindError(text, kind, mayBeParsed: false, out string? id) is not null && id is not null
            ? new Replacement("Use the ID from the address", pin.Expression, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(id)), "Address")
            : null;

    private static bool IsPin(AttributeArgumentSyntax argument) => NameOf(argument) is KnownNames.PluginId or KnownNames.WidgetId or KnownNames.CommunityFileId or KnownNames.Manifest;

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;
}
