using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>Choices that say true to the rest: what grants is named, and the rest is false. Null where they are of another shape.</summary>
internal static class StatusChoice
{
    /// <summary><c>_ => true</c> → <c>PaymentStatus.Paid or PaymentStatus.Trial => true, _ => false</c>.</summary>
    public static SwitchExpressionSyntax? ForSwitch(SwitchExpressionSyntax choice)
    {
        SeparatedSyntaxList<SwitchExpressionArmSyntax> arms = choice.Arms;
        IReadOnlyList<ExpressionSyntax> names = [.. arms.SelectMany(static arm => arm.Pattern.DescendantNodesAndSelf()).OfType<ConstantPatternSyntax>().Select(static constant => constant.Expression)];

        if (arms.Count < 2 || arms.Last() is not { Expression: LiteralExpressionSyntax granted } rest || names.FirstOrDefault(StatusName.IsUnpaid) is not { } unpaid)
            return null;

        SwitchExpressionArmSyntax denied = rest.WithExpression(False(granted));
        string[] missing = Missing(names);

        if (missing.Length == 0)
            return choice.WithArms(arms.Replace(rest, denied));

        if (missing.Length > 1 && !StatusName.HasPatterns(choice))
            return null;

        SwitchExpressionArmSyntax granting = rest.WithPattern(StatusName.Pattern(unpaid, missing).WithTriviaFrom(rest.Pattern)).WithTrailingTrivia();

        // What is between two arms is what is between these.
        SyntaxToken comma = arms.GetSeparator(arms.Count - 2);
        List<SyntaxNodeOrToken> written = [.. arms.GetWithSeparators()];
        int index = written.IndexOf(rest);
        written[index] = denied;
        written.InsertRange(index, new SyntaxNodeOrToken[] { granting, comma });
        return choice.WithArms(SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(written));
    }

    /// <summary><c>default: return true;</c> → <c>case PaymentStatus.Paid: case PaymentStatus.Trial: return true; default: return false;</c>.</summary>
    public static SwitchStatementSyntax? ForSwitch(SwitchStatementSyntax choice, DefaultSwitchLabelSyntax rest)
    {
        IReadOnlyList<ExpressionSyntax> names = [.. choice.Sections.SelectMany(static section => section.Labels).Select(NameOf).OfType<ExpressionSyntax>()];

        if (rest.Parent is not SwitchSectionSyntax section
            || section.DescendantNodes().OfType<LiteralExpressionSyntax>().SingleOrDefault(static literal => literal.IsKind(SyntaxKind.TrueLiteralExpression)) is not { } granted
            || names.FirstOrDefault(StatusName.IsUnpaid) is not { } unpaid)
        {
            return null;
        }

        // What is remarked on stands where it stood.
        DefaultSwitchLabelSyntax otherwise = rest.WithLeadingTrivia(Bare(rest.GetLeadingTrivia())).WithTrailingTrivia(BareEnd(rest.GetTrailingTrivia()));
        SwitchSectionSyntax denied = section.ReplaceNode(granted, False(granted)).WithLabels(SyntaxFactory.SingletonList<SwitchLabelSyntax>(otherwise));
        IEnumerable<SwitchLabelSyntax> labels = section.Labels.SelectMany<SwitchLabelSyntax, SwitchLabelSyntax>(label => label == rest ? Labels(Missing(names), unpaid, rest) : [label]);
        SwitchSectionSyntax granting = section.WithLabels(SyntaxFactory.List(labels));

        return choice.WithSections(SyntaxFactory.List(choice.Sections.SelectMany<SwitchSectionSyntax, SwitchSectionSyntax>(one =>
            one != section ? [one]
            : granting.Labels.Count == 0 ? [denied]
            : [granting, denied])));
    }

    private static IEnumerable<SwitchLabelSyntax> Labels(IEnumerable<string> statuses, ExpressionSyntax unpaid, DefaultSwitchLabelSyntax rest)
    {
        SyntaxTriviaList before = rest.GetLeadingTrivia();
        SyntaxTriviaList after = rest.GetTrailingTrivia();

        foreach (string status in statuses)
        {
            yield return SyntaxFactory.CaseSwitchLabel(
                SyntaxFactory.Token(SyntaxKind.CaseKeyword).WithLeadingTrivia(before).WithTrailingTrivia(SyntaxFactory.Space),
                StatusName.Like(unpaid, status),
                SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(after));

            before = SyntaxFactory.TriviaList(before.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1));
            after = BareEnd(after);
        }
    }

    private static SyntaxTriviaList Bare(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.Where(static one => one.IsKind(SyntaxKind.WhitespaceTrivia) || one.IsKind(SyntaxKind.EndOfLineTrivia)));

    private static SyntaxTriviaList BareEnd(SyntaxTriviaList trivia)
    {
        SyntaxTriviaList bare = Bare(trivia);
        return bare.Count > 1 ? SyntaxFactory.TriviaList(bare.Last()) : bare;
    }

    private static string[] Missing(IReadOnlyList<ExpressionSyntax> names) =>
        [.. StatusName.Granting.Where(status => !names.Any(name => StatusName.Names(name, status)))];

    private static ExpressionSyntax? NameOf(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax value => value.Value,
        CasePatternSwitchLabelSyntax { Pattern: ConstantPatternSyntax constant } => constant.Expression,
        _ => null,
    };

    private static LiteralExpressionSyntax False(ExpressionSyntax like) => SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(like);
}
