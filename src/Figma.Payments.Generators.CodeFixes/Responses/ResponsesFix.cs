using System.Collections.Generic;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Fixes FPG3001 and FPG3002: tests <c>IsPaid</c> instead of the date of purchase, and the statuses that grant access instead of the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResponsesFix))]
public sealed class ResponsesFix() : RuleCodeFixProvider(Descriptors.DoNotDecideAccessByPurchaseDate, Descriptors.DoNotTreatUnknownStatusAsPaid)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        Replacement? replacement = reported.Diagnostic.Id == Descriptors.DoNotDecideAccessByPurchaseDate.Id
            ? ReplaceDateTest(reported.Node)
            : ReplaceStatusTest(reported.Node, reported.Model);

        return replacement is null ? [] : [replacement];
    }

    private static Replacement? ReplaceDateTest(SyntaxNode node) =>
        node is ExpressionSyntax test && DateTestRewriter.Rewrite(test) is { } rewritten
            ? new Replacement("Use 'IsPaid'", test, rewritten)
            : null;

    private static Replacement? ReplaceStatusTest(SyntaxNode node, SemanticModel model)
    {
        // If the last branch of a switch is reported, the whole switch is rewritten.
        (SyntaxNode Before, SyntaxNode? After) change = node switch
        {
            DefaultSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } label => (statement, StatusSwitchRewriter.Rewrite(statement, label)),
            DiscardPatternSyntax { Parent.Parent: SwitchExpressionSyntax expression } => (expression, StatusSwitchRewriter.Rewrite(expression)),
            PatternSyntax pattern => (pattern, StatusTestRewriter.RewritePattern(pattern)),
            ExpressionSyntax test => (test, StatusTestRewriter.Rewrite(test, model)),
            _ => (node, null),
        };

        return change is var (before, after) && after is not null
            ? new Replacement("Grant access only for 'Paid' and 'Trial'", before, after)
            : null;
    }
}
