using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>FPG1006: takes out the resources that stand beside a pinned one, or a default value that is no id. What else is wrong is a person's to say.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParametersMustFormValidRequestFix))]
public sealed class ParametersMustFormValidRequestFix() : RuleFix(Descriptors.ParametersMustFormValidRequest)
{
    /// <summary>The action that leaves the pinned resource alone.</summary>
    internal const string Pinned = "FPG1006.Pinned";

    /// <summary>The action that requires what cannot be left out.</summary>
    internal const string Required = "FPG1006.Required";

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        if (root?.FindToken(context.Span.Start).Parent is not MethodDeclarationSyntax { ParameterList: { } before } declaration
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } method
            || LibrarySymbols.FindClientAttributes(method.ContainingType) is not [AttributeData attribute])
        {
            return;
        }

        ImmutableArray<ParameterModel?> models = method.Parameters.Select(static parameter => ParameterParser.TryParse(parameter, out _)).ToImmutableArray();
        Pin pin = PinnedResourceParser.Parse(method.ContainingType, attribute, new ProblemList());

        Offer("Ask about the pinned resource only", Pinned, Keep(before, index => models[index]?.Role.IsResource() != true || !pin.IsSet));
        Offer("Require the ids", Required, Require(before, index => models[index] is { IsNullable: false, Default: "default", Role: not PaymentsRole.CancellationToken } || models[index] is { Role: PaymentsRole.UserId or PaymentsRole.PluginPaymentToken, Default: "null" }));

        void Offer(string title, string key, ParameterListSyntax after)
        {
            // Only what makes the method right.
            if (after.IsEquivalentTo(before) || HasOptionalBeforeRequired(after) || FindFault(after) is not null)
                return;

            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after))), key), context.Diagnostics);
        }

        string? FindFault(ParameterListSyntax after)
        {
            ImmutableArray<ParameterModel>.Builder left = ImmutableArray.CreateBuilder<ParameterModel>();

            foreach (ParameterSyntax parameter in after.Parameters)
            {
                int index = before.Parameters.IndexOf(other => other.Identifier.ValueText == parameter.Identifier.ValueText);

                if (models[index] is not { } known)
                    return "";

                left.Add(parameter.Default is null ? known with { Default = null } : known);
            }

            return RequestRules.FindProblem(new EquatableArray<ParameterModel>(left.ToImmutable()), pin);
        }
    }

    private static ParameterListSyntax Keep(ParameterListSyntax list, Func<int, bool> isKept)
    {
        SyntaxNode[] removed = [.. list.Parameters.Where((_, index) => !isKept(index))];
        return removed.Length == 0 ? list : list.RemoveNodes(removed, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static ParameterListSyntax Require(ParameterListSyntax list, Func<int, bool> isRequired) => list.ReplaceNodes(
        list.Parameters.Where((parameter, index) => parameter.Default is not null && isRequired(index)),
        static (_, parameter) => parameter.WithDefault(null).WithIdentifier(parameter.Identifier.WithTrailingTrivia()));

    private static bool HasOptionalBeforeRequired(ParameterListSyntax list) =>
        list.Parameters.SkipWhile(static parameter => parameter.Default is null).Any(static parameter => parameter.Default is null);
}
