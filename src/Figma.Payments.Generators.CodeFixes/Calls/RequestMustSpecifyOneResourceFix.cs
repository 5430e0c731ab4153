using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>
/// FPG2002: keeps one of the resource ids, one action each. What is left then binds to the typed overload, where there is one.
/// </summary>
/// <remarks>No Fix All: which resource is meant is the person's to say.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestMustSpecifyOneResourceFix))]
public sealed class RequestMustSpecifyOneResourceFix() : RuleFix(Descriptors.RequestMustSpecifyOneResource)
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // While the method is being typed, an argument behind a gap has no name to get.
        if (await Question.FindAsync(context).ConfigureAwait(false) is not { } question || question.Method.Parameters.Any(static parameter => parameter.Name.Length == 0))
            return;

        foreach (IArgumentOperation argument in question.Operation.Arguments)
        {
            if (argument.Parameter is not { } kept || !question.IsResource(kept) || ArgumentPresence.Of(argument) != Presence.Given)
                continue;

            // A required id beside it cannot be taken away, so keeping this one would mend nothing.
            if (!CanDropOthers(question, kept))
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Keep '{kept.Name}'",
                    cancellationToken => KeepAsync(context.Document, question, kept, cancellationToken),
                    equivalenceKey: $"{Descriptors.RequestMustSpecifyOneResource.Id}.{kept.Name}"),
                context.Diagnostics);
        }
    }

    private static bool CanDropOthers(Question question, IParameterSymbol kept)
    {
        foreach (int ordinal in question.Resources.Ordinals)
        {
            IParameterSymbol parameter = question.Method.Parameters[ordinal];

            if (parameter.Ordinal != kept.Ordinal && !parameter.IsOptional && !ArgumentLists.TakesNull(parameter))
                return false;
        }

        return true;
    }

    private static async Task<Document> KeepAsync(Document document, Question question, IParameterSymbol kept, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        ArgumentListSyntax list = question.Syntax.ArgumentList;
        List<int> dropped = [];

        for (int i = 0; i < list.Arguments.Count; i++)
        {
            IParameterSymbol? parameter = question.FindParameter(list.Arguments[i]);

            if (parameter is not null && question.IsResource(parameter) && parameter.Ordinal != kept.Ordinal)
                dropped.Add(i);
        }

        return document.WithSyntaxRoot(root.ReplaceNode(list, ArgumentLists.Drop(list, dropped, question.FindParameter)));
    }
}
