using System;
using System.Collections.Generic;
using System.Collections.Immutable;
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

        ImmutableArray<ParameterModel?> models = method.Parameters.Select(static parameter => ParameterParser.TryParse(parameter, out _)).ToImmutableArray();
        Pin pin = PinnedResourceParser.Parse(method.ContainingType, attribute, new ProblemList());

        ParameterListSyntax withoutResources = RemoveParameters(list, index => pin.IsSet && models[index]?.Role.IsResource() == true);

        if (IsValidChange(list, withoutResources, models, pin))
            yield return new Replacement("Remove the resource parameters", list, withoutResources, "RemoveResources");

        ParameterListSyntax withoutDefaults = RemoveDefaultValues(list, index => models[index] is
            { IsNullable: false, Default: "default", Role: not PaymentsRole.CancellationToken } or { Role: PaymentsRole.UserId or PaymentsRole.PluginPaymentToken, Default: "null" });

        if (IsValidChange(list, withoutDefaults, models, pin))
            yield return new Replacement("Remove the default values", list, withoutDefaults, "RemoveDefaultValues");
    }

    /// <summary>Determines whether the list was changed and the method with the changed list is a valid client method.</summary>
    private static bool IsValidChange(ParameterListSyntax before, ParameterListSyntax after, ImmutableArray<ParameterModel?> models, Pin pin)
    {
        if (after.IsEquivalentTo(before) || HasOptionalBeforeRequired(after))
            return false;

        ImmutableArray<ParameterModel>.Builder remaining = ImmutableArray.CreateBuilder<ParameterModel>();

        foreach (ParameterSyntax parameter in after.Parameters)
        {
            int index = before.Parameters.IndexOf(other => other.Identifier.ValueText == parameter.Identifier.ValueText);

            if (models[index] is not { } model)
                return false;

            remaining.Add(parameter.Default is null ? model with { Default = null } : model);
        }

        return RequestRules.FindProblem(new EquatableArray<ParameterModel>(remaining.ToImmutable()), pin) is null;
    }

    private static ParameterListSyntax RemoveParameters(ParameterListSyntax list, Func<int, bool> isRemoved)
    {
        SyntaxNode[] removed = [.. list.Parameters.Where((_, index) => isRemoved(index))];
        return removed.Length == 0 ? list : list.RemoveNodes(removed, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static ParameterListSyntax RemoveDefaultValues(ParameterListSyntax list, Func<int, bool> isRemoved) => list.ReplaceNodes(
        list.Parameters.Where((parameter, index) => parameter.Default is not null && isRemoved(index)),
        static (_, parameter) => parameter.WithDefault(null).WithIdentifier(parameter.Identifier.WithTrailingTrivia()));

    private static bool HasOptionalBeforeRequired(ParameterListSyntax list) =>
        list.Parameters.SkipWhile(static parameter => parameter.Default is null).Any(static parameter => parameter.Default is null);
}
