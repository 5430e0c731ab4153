using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Rules.Declarations;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Examines a changed declaration before the change is offered.</summary>
internal static class DeclarationChange
{
    /// <summary>Determines whether an interface has fewer problems after a change, and no others, and whether the compiler reports nothing new.</summary>
    public static bool IsImprovement(Replacement replacement, INamedTypeSymbol type, ReportedNode reported)
    {
        Compilation compilation = reported.Model.Compilation;
        (Compilation changed, SyntaxTree changedTree) = Apply(replacement, reported);

        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(DocumentationCommentId.CreateDeclarationId(type), changed) is not INamedTypeSymbol changedType)
            return false;

        List<string> before = Describe(type, compilation, reported.CancellationToken);
        List<string> after = Describe(changedType, changed, reported.CancellationToken);

        return after.Count < before.Count
            && after.All(before.Contains)
            && after.Distinct().All(problem => after.Count(other => other == problem) <= before.Count(other => other == problem))
            && !HasMore(
                reported.Model.GetDeclarationDiagnostics(cancellationToken: reported.CancellationToken),
                changed.GetSemanticModel(changedTree).GetDeclarationDiagnostics(cancellationToken: reported.CancellationToken),
                DiagnosticSeverity.Warning);
    }

    /// <summary>Determines whether the code that implements or calls a method compiles as before after a change of its declaration.</summary>
    /// <remarks>Only the files that contain the name of the method or of its interface are compiled.</remarks>
    public static bool KeepsUses(Replacement replacement, IMethodSymbol method, ReportedNode reported)
    {
        Compilation compilation = reported.Model.Compilation;
        (Compilation changed, SyntaxTree changedTree) = Apply(replacement, reported);

        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(MayUse))
        {
            SemanticModel before = compilation.GetSemanticModel(tree);
            SemanticModel after = changed.GetSemanticModel(tree == reported.Root.SyntaxTree ? changedTree : tree);

            if (HasMore(before.GetDiagnostics(cancellationToken: reported.CancellationToken), after.GetDiagnostics(cancellationToken: reported.CancellationToken), DiagnosticSeverity.Error))
                return false;
        }

        return true;

        bool MayUse(SyntaxTree tree)
        {
            string text = tree.GetText(reported.CancellationToken).ToString();
            return text.IndexOf(method.Name, StringComparison.Ordinal) >= 0 || text.IndexOf(method.ContainingType.Name, StringComparison.Ordinal) >= 0;
        }
    }

    /// <summary>Determines whether a node contains a comment or a directive, without the trivia around it.</summary>
    public static bool HasCommentOrDirective(SyntaxNode node) =>
        node.DescendantTrivia().Any(trivia => node.Span.Contains(trivia.Span) && (trivia.IsDirective || IsComment(trivia)));

    /// <summary>Determines whether a trivia is a comment.</summary>
    public static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is
        SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia
        or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static List<string> Describe(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
    [
        .. ClientParser.Parse(type, compilation, cancellationToken).Problems.Select(static problem => Describe(problem)),
        .. TokenRequestMustReturnResourceAnalyzer.FindViolations(type).Select(static method => method.Name),
    ];

    private static string Describe(DeclarationProblem problem) => $"{problem.Descriptor.Id} {string.Join(", ", problem.Arguments)}";

    private static (Compilation Changed, SyntaxTree Tree) Apply(Replacement replacement, ReportedNode reported)
    {
        SyntaxTree tree = reported.Root.SyntaxTree;
        SyntaxTree changedTree = tree.WithRootAndOptions(reported.Root.ReplaceNode(replacement.Before, replacement.After.WithTriviaFrom(replacement.Before)), tree.Options);
        return (reported.Model.Compilation.ReplaceSyntaxTree(tree, changedTree), changedTree);
    }

    private static bool HasMore(IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after, DiagnosticSeverity severity)
    {
        ILookup<string, Diagnostic> known = before.ToLookup(static diagnostic => diagnostic.Id);

        return after
            .Where(diagnostic => diagnostic.Severity >= severity)
            .GroupBy(static diagnostic => diagnostic.Id)
            .Any(found => found.Count() > known[found.Key].Count());
    }
}
