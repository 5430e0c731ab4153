using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>FPG2001: supplies one of the resource ids, one action each.</summary>
/// <remarks>No Fix All: which resource is meant is the person's to say.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestMustSpecifyResourceFix))]
public sealed class RequestMustSpecifyResourceFix() : RuleFix(Descriptors.RequestMustSpecifyResource)
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await Question.FindAsync(context).ConfigureAwait(false) is not { } question)
            return;

        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;

        foreach (int ordinal in question.Resources.Ordinals)
        {
            IParameterSymbol parameter = question.Method.Parameters[ordinal];

            // A parameter that is still being typed has no name to be supplied by.
            if (parameter.Name.Length == 0 || ResourceExpression.For(parameter, model, question.Syntax.SpanStart) is not { } value)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Supply '{parameter.Name}'",
                    cancellationToken => SupplyAsync(context.Document, question, parameter, value, cancellationToken),
                    equivalenceKey: $"{Descriptors.RequestMustSpecifyResource.Id}.{parameter.Name}"),
                context.Diagnostics);
        }
    }

    private static async Task<Document> SupplyAsync(Document document, Question question, IParameterSymbol parameter, ExpressionSyntax value, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        ArgumentListSyntax list = question.Syntax.ArgumentList;

        ArgumentSyntax? present = list.Arguments.FirstOrDefault(argument =>
            SymbolEqualityComparer.Default.Equals(question.FindParameter(argument), parameter));

        return document.WithSyntaxRoot(present is null
            ? root.ReplaceNode(list, Insert(list, question, parameter, value))
            : root.ReplaceNode(present.Expression, value.WithTriviaFrom(present.Expression)));
    }

    private static ArgumentListSyntax Insert(ArgumentListSyntax list, Question question, IParameterSymbol parameter, ExpressionSyntax value)
    {
        ArgumentSyntax added = SyntaxFactory.Argument(value).WithNameColon(ArgumentLists.Name(parameter));

        // By custom the cancellation token stays last, where its name allows it.
        int last = list.Arguments.Count - 1;
        bool isBeforeLast = last >= 0
            && list.Arguments[last].NameColon is not null
            && question.FindParameter(list.Arguments[last]) is { Type.Name: nameof(CancellationToken) };

        return ArgumentLists.Insert(list, isBeforeLast ? last : last + 1, added);
    }
}
