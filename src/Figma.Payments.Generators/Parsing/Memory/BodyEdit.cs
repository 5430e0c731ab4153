using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Parsing.Memory;

/// <summary>
/// Whether two versions of a file differ in bodies of methods and in comments only. No declaration sees into either, but for whether a question is documented,
/// so whatever a name in a declaration meant before, anywhere in the project, it means still.
/// </summary>
/// <remarks>
/// Bodies count only where they hold no directive: <c>#nullable</c> and <c>#if</c> reach beyond the body that they stand in.
/// The first token's comments count: <c>// &lt;auto-generated/&gt;</c> changes what is nullable in all of a file.
/// All else that differs is a difference, also where it would change nothing: a constant's value, a field's initial value, a top-level statement.
/// </remarks>
internal static class BodyEdit
{
    public static bool IsAllBetween(SyntaxTree before, SyntaxTree after)
    {
        if (before.FilePath != after.FilePath || !ReferenceEquals(before.Options, after.Options))
            return false;

        SyntaxNode rootBefore = before.GetRoot();
        SyntaxNode rootAfter = after.GetRoot();

        return AreAlike(rootBefore.GetFirstToken(includeZeroWidth: true).LeadingTrivia, rootAfter.GetFirstToken(includeZeroWidth: true).LeadingTrivia)
            && AreAlike(rootBefore, rootAfter);
    }

    private static bool AreAlike(SyntaxNode before, SyntaxNode after)
    {
        // What the parser took over from the last version is the same object underneath: nearly all of a file.
        if (before.IsIncrementallyIdenticalTo(after))
            return true;

        if (before.RawKind != after.RawKind)
            return false;

        if (IsBody(before) && IsBody(after))
            return !before.ContainsDirectives && !after.ContainsDirectives;

        // A client says itself what a question is that nobody has documented.
        if (before is MethodDeclarationSyntax { Parent: InterfaceDeclarationSyntax } && DocumentationComments.HasComment(before) != DocumentationComments.HasComment(after))
            return false;

        ChildSyntaxList.Enumerator childrenBefore = before.ChildNodesAndTokens().GetEnumerator();
        ChildSyntaxList.Enumerator childrenAfter = after.ChildNodesAndTokens().GetEnumerator();

        while (true)
        {
            bool hasBefore = childrenBefore.MoveNext();

            if (hasBefore != childrenAfter.MoveNext())
                return false;

            if (!hasBefore)
                return true;

            if (!AreAlike(childrenBefore.Current, childrenAfter.Current))
                return false;
        }
    }

    private static bool AreAlike(SyntaxNodeOrToken before, SyntaxNodeOrToken after)
    {
        if (before.AsNode() is { } nodeBefore)
            return after.AsNode() is { } nodeAfter && AreAlike(nodeBefore, nodeAfter);

        if (!after.IsToken)
            return false;

        SyntaxToken tokenBefore = before.AsToken();
        SyntaxToken tokenAfter = after.AsToken();

        return tokenBefore.IsIncrementallyIdenticalTo(tokenAfter)
            || (tokenBefore.RawKind == tokenAfter.RawKind
                && tokenBefore.Text == tokenAfter.Text
                && !tokenBefore.ContainsDirectives
                && !tokenAfter.ContainsDirectives);
    }

    private static bool AreAlike(SyntaxTriviaList before, SyntaxTriviaList after)
    {
        if (before.Count != after.Count)
            return false;

        for (int i = 0; i < before.Count; i++)
        {
            if (!before[i].IsEquivalentTo(after[i]))
                return false;
        }

        return true;
    }

    private static bool IsBody(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.Block => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax,
        SyntaxKind.ArrowExpressionClause => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax,
        _ => false,
    };
}
