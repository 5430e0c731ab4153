using System.Threading.Tasks;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>FPG3001: <c>IsPaid</c> instead of a test of the date. FPG3002: <c>IsPaidOrTrial</c>, or the two statuses, instead of <em>not unpaid</em>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResponsesFix))]
public sealed class ResponsesFix() : RuleFix(Descriptors.DoNotDecideAccessByPurchaseDate, Descriptors.DoNotTreatUnknownStatusAsPaid)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (model is null || root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node)
                continue;

            bool isDate = diagnostic.Id == Descriptors.DoNotDecideAccessByPurchaseDate.Id;
            (SyntaxNode Before, SyntaxNode? After) mend = isDate ? (node, node is ExpressionSyntax test ? DateExpression.ForDate(test) : null) : MendNotUnpaid(node, model);

            if (mend is not (var before, { } after))
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    isDate ? "Decide with 'IsPaid'" : "Grant what is paid or trial",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after.WithTriviaFrom(before)))),
                    equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }

    /// <summary>What is replaced, which is more than what is pointed at where a choice says true to the rest; and by what.</summary>
    private static (SyntaxNode Before, SyntaxNode? After) MendNotUnpaid(SyntaxNode node, SemanticModel model) => node switch
    {
        DefaultSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } rest => (choice, StatusChoice.ForSwitch(choice, rest)),
        DiscardPatternSyntax { Parent.Parent: SwitchExpressionSyntax choice } => (choice, StatusChoice.ForSwitch(choice)),
        PatternSyntax pattern => (pattern, StatusExpression.ForPattern(pattern)),
        ExpressionSyntax test => (test, StatusExpression.ForNotUnpaid(test, model)),
        _ => (node, null),
    };
}
