using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Fixes FPG1006: removes resource parameters of a pinned client, or default values that aren't valid IDs.</summary>
/// <remarks>An action is offered only if the method is valid afterwards. Other problems need a decision by the developer.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParametersMustFormValidRequestFix))]
public sealed class ParametersMustFormValidRequestFix() : RuleCodeFixProvider(Descriptors.ParametersMustFormValidRequest)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        if (reported.Node is not MethodDeclarationSyntax { ParameterList: { } list } declaration
            || reported.Model.GetDeclaredSymbol(declaration, reported.CancellationToken) is not { } method
            || LibrarySymbols.FindClientAttributes(method.ContainingType) is not [AttributeData attribute])
        {
            yield break;
        }

        // What is removed must not contain a comment, or be part of the list only in some configurations.
        if (list.ContainsDirectives)
            yield break;

        Pin pin = PinnedResourceParser.Parse(method.ContainingType, attribute, new ProblemList());

        if (pin.IsSet
            && RemoveParameters(list, index => IsResource(method.Parameters[index])) is { } withoutResources
            && !Overloads.WouldClash(method, static other => other.Parameters.Where(static parameter => !IsResource(parameter)).Select(Overloads.TypeName)))
        {
            string[] removed = [.. method.Parameters.Where(IsResource).Select(static parameter => parameter.Name)];

            if (ParameterDocumentation.Remove(declaration.WithParameterList(withoutResources), removed) is not { } changed)
                yield break;

            // The comment in front of the method is part of its type.
            Replacement replacement = declaration.HasStructuredTrivia && declaration.Parent is { } type
                ? new("Remove the resource parameters", type, type.ReplaceNode(declaration, changed), "RemoveResources")
                : new("Remove the resource parameters", list, withoutResources, "RemoveResources");

            if (IsValid(replacement, withoutResources, method, reported))
                yield return replacement;
        }

        if (RemoveDefaultValues(list, index => HasInvalidDefault(method.Parameters[index])) is { } withoutDefaults)
        {
            Replacement replacement = new("Remove the default values", list, withoutDefaults, "RemoveDefaultValues");

            if (IsValid(replacement, withoutDefaults, method, reported))
                yield return replacement;
        }
    }

    private static bool IsValid(Replacement replacement, ParameterListSyntax changed, IMethodSymbol method, ReportedNode reported) =>
        !HasOptionalBeforeRequired(changed)
        && DeclarationChange.IsImprovement(replacement, method.ContainingType, reported)
        && DeclarationChange.KeepsUses(replacement, method, reported);

    private static bool IsResource(IParameterSymbol parameter) => ParameterParser.TryParse(parameter, out _)?.Role.IsResource() == true;

    private static bool HasInvalidDefault(IParameterSymbol parameter) => ParameterParser.TryParse(parameter, out _) is
        { IsNullable: false, Default: "default", Role: not PaymentsRole.CancellationToken } or { Role: PaymentsRole.UserId or PaymentsRole.PluginPaymentToken, Default: "null" };

    /// <summary>Returns the list without some of its parameters, or null if none is removed or if comments would be.</summary>
    private static ParameterListSyntax? RemoveParameters(ParameterListSyntax list, Func<int, bool> isRemoved) =>
        SeparatedLists.Remove(list, list.Parameters, [.. list.Parameters.Where((_, index) => isRemoved(index))]);

    /// <summary>Returns the list without some of its default values, or null if none is removed or if comments would be.</summary>
    private static ParameterListSyntax? RemoveDefaultValues(ParameterListSyntax list, Func<int, bool> isRemoved)
    {
        ParameterSyntax[] changed = [.. list.Parameters.Where((parameter, index) => parameter.Default is not null && isRemoved(index))];

        return changed.Length == 0 || changed.Any(static parameter => parameter.Identifier.TrailingTrivia.Any(DeclarationChange.IsComment) || DeclarationChange.HasCommentOrDirective(parameter.Default!))
            ? null
            : list.ReplaceNodes(changed, static (_, parameter) => parameter.WithDefault(null).WithIdentifier(parameter.Identifier.WithTrailingTrivia(parameter.GetTrailingTrivia())));
    }

    private static bool HasOptionalBeforeRequired(ParameterListSyntax list) =>
        list.Parameters.SkipWhile(static parameter => parameter.Default is null).Any(static parameter => parameter.Default is null);
}
