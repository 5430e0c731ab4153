using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Parsing.Memory;

/// <summary>
/// Determines whether two versions of a file differ only in method bodies and comments. No declaration depends on them, except that a client depends on
/// whether its methods are documented. So every name in a declaration, anywhere in the project, means the same as before.
/// </summary>
/// <remarks>
/// A body with a directive counts as a difference, because <c>#nullable</c> and <c>#if</c> affect code after the body.
/// So do the comments of the first token, because <c>// &lt;auto-generated/&gt;</c> changes the nullable context of the file.
/// Every other change counts too, even if it would affect nothing, such as the initial value of a field or a top-level statement.
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
        // The parser reuses most nodes of the previous version.
        if (before.IsIncrementallyIdenticalTo(after))
            return true;

        if (before.RawKind != after.RawKind)
            return false;

        if (IsBody(before) && IsBody(after))
            return !before.ContainsDirectives && !after.ContainsDirectives;

        // A client method that has no documentation in the interface gets a generated one.
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
