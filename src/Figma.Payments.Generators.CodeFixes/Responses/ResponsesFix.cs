using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Fixes FPG3001, FPG3002 and FPG3004: tests the statuses that grant access instead of the date of purchase, of the other statuses or of the success.</summary>
/// <remarks>Whether a trial grants access is the developer's choice.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResponsesFix))]
public sealed class ResponsesFix() : RuleCodeFixProvider(
    Descriptors.DoNotDecideAccessByPurchaseDate,
    Descriptors.DoNotTreatUnknownStatusAsPaid,
    Descriptors.DoNotTreatResponseAsPaid)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        HashSet<string> offered = [];

        // The first one is the one that is nearest to the code: a status other than Unpaid includes a trial, a purchase doesn't.
        IEnumerable<GrantingStatuses> choices = reported.Diagnostic.Id == Descriptors.DoNotTreatUnknownStatusAsPaid.Id
            ? [GrantingStatuses.PaidOrTrial, GrantingStatuses.Paid]
            : [GrantingStatuses.Paid, GrantingStatuses.PaidOrTrial];

        foreach (GrantingStatuses choice in choices)
        {
            if (FindReplacement(reported, choice) is { } replacement && KeepsComments(replacement) && offered.Add(replacement.After.ToFullString()))
                yield return replacement;
        }
    }

    private static Replacement? FindReplacement(ReportedNode reported, GrantingStatuses statuses)
    {
        if (reported.Diagnostic.Id == Descriptors.DoNotTreatUnknownStatusAsPaid.Id)
            return ReplaceStatusTest(reported.Node, reported.Model, statuses);

        ExpressionSyntax? rewritten = reported.Node is not ExpressionSyntax test ? null
            : reported.Diagnostic.Id == Descriptors.DoNotTreatResponseAsPaid.Id ? SuccessTestRewriter.Rewrite(test, statuses.Property)
            : DateTestRewriter.Rewrite(test, statuses.Property);

        if (rewritten is null)
            return null;

        (SyntaxNode before, SyntaxNode after) = WithoutDoubleNegation(reported.Node, rewritten);
        return new Replacement($"Use '{statuses.Property}'", before, after, statuses.Property);
    }

    /// <summary><c>!(information.DateOfPurchase is null)</c> → <c>information.IsPaid</c>.</summary>
    private static (SyntaxNode Before, SyntaxNode After) WithoutDoubleNegation(SyntaxNode test, ExpressionSyntax rewritten)
    {
        SyntaxNode outer = test;

        while (outer.Parent is ParenthesizedExpressionSyntax)
            outer = outer.Parent;

        return outer.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } negation
            && rewritten is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand }
                ? (negation, operand)
                : (test, rewritten);
    }

    private static Replacement? ReplaceStatusTest(SyntaxNode node, SemanticModel model, GrantingStatuses statuses)
    {
        // If the last branch of a switch is reported, the whole switch is rewritten.
        (SyntaxNode Before, SyntaxNode? After) change = node switch
        {
            DefaultSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } label => (statement, StatusSwitchRewriter.Rewrite(statement, label, statuses)),
            DiscardPatternSyntax { Parent.Parent: SwitchExpressionSyntax expression } => (expression, StatusSwitchRewriter.Rewrite(expression, statuses)),
            PatternSyntax pattern => (pattern, StatusTestRewriter.RewritePattern(pattern, statuses)),
            ExpressionSyntax test => (test, StatusTestRewriter.Rewrite(test, model, statuses)),
            _ => (node, null),
        };

        return change is var (before, after) && after is not null && StatusNames.AreStatuses(after, model, before.SpanStart)
            ? new Replacement($"Grant access only for {statuses.Description}", before, after, statuses.Property)
            : null;
    }

    /// <summary>Determines whether each comment and each directive in the node is also in its replacement, once.</summary>
    private static bool KeepsComments(Replacement replacement) =>
        Comments(replacement.Before).SequenceEqual(Comments(replacement.After.WithTriviaFrom(replacement.Before)));

    private static IEnumerable<string> Comments(SyntaxNode node) => node.DescendantTrivia()
        .Where(static trivia => !trivia.IsBlank())
        .Select(static trivia => trivia.ToFullString());
}
