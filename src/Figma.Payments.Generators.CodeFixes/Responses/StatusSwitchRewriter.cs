using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Rewrites switches whose last branch grants access, so that the statuses that grant access have a branch and the last one denies access.</summary>
/// <remarks>Returns null if a switch has another form.</remarks>
internal static class StatusSwitchRewriter
{
    /// <summary><c>_ => true</c> → <c>PaymentStatus.Paid or PaymentStatus.Trial => true, _ => false</c>. Another value becomes that of the unpaid status.</summary>
    public static SwitchExpressionSyntax? Rewrite(SwitchExpressionSyntax expression, GrantingStatuses statuses)
    {
        SeparatedSyntaxList<SwitchExpressionArmSyntax> arms = expression.Arms;
        IReadOnlyList<ExpressionSyntax> names = [.. arms.SelectMany(static arm => arm.Pattern.DescendantNodesAndSelf()).OfType<ConstantPatternSyntax>().Select(static constant => constant.Expression)];

        if (arms.Count < 2
            || arms.Last() is not { Pattern: DiscardPatternSyntax } last
            || names.FirstOrDefault(StatusNames.IsUnpaid) is not { } unpaid
            || arms.FirstOrDefault(static arm => MatchesUnpaid(arm.Pattern)) is not { WhenClause: null } unpaidArm)
        {
            return null;
        }

        ExpressionSyntax value = last.Expression.IsKind(SyntaxKind.TrueLiteralExpression) ? FalseLike(last.Expression) : unpaidArm.Expression.WithTriviaFrom(last.Expression);
        SwitchExpressionArmSyntax denying = last.WithExpression(value);
        string[] missing = FindMissing(names, statuses);

        if (missing.Length == 0)
            return expression.WithArms(arms.Replace(last, denying));

        if (missing.Length > 1 && !StatusNames.SupportsOrPatterns(expression))
            return null;

        SwitchExpressionArmSyntax granting = last.WithPattern(StatusNames.CreatePattern(unpaid, missing).WithTriviaFrom(last.Pattern)).WithTrailingTrivia();

        // The separator in front of the last arm is used again between the new arm and the last one.
        SyntaxToken comma = arms.GetSeparator(arms.Count - 2);
        List<SyntaxNodeOrToken> nodes = [.. arms.GetWithSeparators()];
        int index = nodes.IndexOf(last);
        nodes[index] = denying;
        nodes.InsertRange(index, new SyntaxNodeOrToken[] { granting, comma });
        return expression.WithArms(SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(nodes));
    }

    /// <summary><c>default: return true;</c> → <c>case PaymentStatus.Paid: case PaymentStatus.Trial: return true; default: return false;</c>. Another statement becomes that of the unpaid status.</summary>
    public static SwitchStatementSyntax? Rewrite(SwitchStatementSyntax statement, DefaultSwitchLabelSyntax defaultLabel, GrantingStatuses statuses)
    {
        IReadOnlyList<ExpressionSyntax> names = [.. statement.Sections.SelectMany(static section => section.Labels).Select(FindName).OfType<ExpressionSyntax>()];

        if (defaultLabel.Parent is not SwitchSectionSyntax section || names.FirstOrDefault(StatusNames.IsUnpaid) is not { } unpaid || Deny(statement, section) is not { } denied)
            return null;

        // Comments stay on the section that grants access.
        DefaultSwitchLabelSyntax bareLabel = defaultLabel
            .WithLeadingTrivia(WithoutLinesOfComments(defaultLabel.GetLeadingTrivia()))
            .WithTrailingTrivia(EndOfLineOnly(defaultLabel.GetTrailingTrivia()));

        SwitchSectionSyntax denying = denied.WithLabels(SyntaxFactory.SingletonList<SwitchLabelSyntax>(bareLabel));

        IEnumerable<SwitchLabelSyntax> labels = section.Labels.SelectMany<SwitchLabelSyntax, SwitchLabelSyntax>(label =>
            label == defaultLabel ? CreateLabels(FindMissing(names, statuses), unpaid, defaultLabel) : [label]);

        SwitchSectionSyntax granting = section.WithLabels(SyntaxFactory.List(labels));

        return statement.WithSections(SyntaxFactory.List(statement.Sections.SelectMany<SwitchSectionSyntax, SwitchSectionSyntax>(other =>
            other != section ? [other]
            : granting.Labels.Count == 0 ? [denying]
            : [granting, denying])));
    }

    /// <summary>Returns a section that denies access, or null if the section does more than <c>return true</c> and has more than the one statement that the section for the unpaid status has.</summary>
    private static SwitchSectionSyntax? Deny(SwitchStatementSyntax statement, SwitchSectionSyntax section)
    {
        if (section.Statements is [ReturnStatementSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } alone }])
            return section.ReplaceNode(alone, FalseLike(alone));

        if (section.Statements is [BlockSyntax { Statements: [ReturnStatementSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } inBlock }] }])
            return section.ReplaceNode(inBlock, FalseLike(inBlock));

        return section.Statements is [var granted]
            && statement.Sections.FirstOrDefault(static other => other.Labels.Any(static label => FindName(label) is { } name && StatusNames.IsUnpaid(name))) is { Statements: [ReturnStatementSyntax or ThrowStatementSyntax] } unpaid
                ? section.WithStatements(SyntaxFactory.SingletonList(unpaid.Statements[0].WithTriviaFrom(granted)))
                : null;
    }

    private static bool MatchesUnpaid(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: var constant } => StatusNames.IsUnpaid(constant),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => MatchesUnpaid(either.Left) || MatchesUnpaid(either.Right),
        ParenthesizedPatternSyntax parenthesized => MatchesUnpaid(parenthesized.Pattern),
        _ => false,
    };

    /// <summary>Creates the labels of the statuses, the first with the trivia of the default label, the others on lines of their own.</summary>
    private static IEnumerable<SwitchLabelSyntax> CreateLabels(IEnumerable<string> statuses, ExpressionSyntax unpaid, DefaultSwitchLabelSyntax defaultLabel)
    {
        SyntaxTriviaList before = defaultLabel.GetLeadingTrivia();
        SyntaxTriviaList after = defaultLabel.GetTrailingTrivia();

        foreach (string status in statuses)
        {
            yield return SyntaxFactory.CaseSwitchLabel(
                SyntaxFactory.Token(SyntaxKind.CaseKeyword).WithLeadingTrivia(before).WithTrailingTrivia(SyntaxFactory.Space),
                StatusNames.Create(unpaid, status),
                SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(after));

            before = Indentation(before);
            after = EndOfLineOnly(after);
        }
    }

    private static SyntaxTriviaList WithoutLinesOfComments(SyntaxTriviaList trivia) =>
        trivia.All(CommentExtensions.IsBlank) ? trivia : Indentation(trivia);

    private static SyntaxTriviaList Indentation(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.Where(static one => one.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1));

    private static SyntaxTriviaList EndOfLineOnly(SyntaxTriviaList trivia)
    {
        SyntaxTriviaList whiteSpace = SyntaxFactory.TriviaList(trivia.Where(CommentExtensions.IsBlank));
        return whiteSpace.Count > 1 ? SyntaxFactory.TriviaList(whiteSpace.Last()) : whiteSpace;
    }

    private static string[] FindMissing(IReadOnlyList<ExpressionSyntax> names, GrantingStatuses statuses) =>
        [.. statuses.Names.Where(status => !names.Any(name => StatusNames.Names(name, status)))];

    private static ExpressionSyntax? FindName(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax value => value.Value,
        CasePatternSwitchLabelSyntax { Pattern: ConstantPatternSyntax constant } => constant.Expression,
        _ => null,
    };

    private static LiteralExpressionSyntax FalseLike(ExpressionSyntax literal) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(literal);
}
