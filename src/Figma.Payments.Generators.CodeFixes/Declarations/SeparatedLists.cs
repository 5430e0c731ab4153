using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Removes elements of lists that are separated by commas.</summary>
internal static class SeparatedLists
{
    /// <summary>Returns a node without some elements of its list, or null if there are none to remove or if comments or directives would be removed, too.</summary>
    /// <remarks>The trivia between the elements that remain is the same as before, such as the line break before the end of the list.</remarks>
    public static TNode? Remove<TNode, TElement>(TNode node, SeparatedSyntaxList<TElement> list, IReadOnlyCollection<TElement> removed)
        where TNode : SyntaxNode
        where TElement : SyntaxNode
    {
        if (removed.Count == 0 || node.ContainsDirectives || HasComment(list, removed))
            return null;

        TElement? last = list.LastOrDefault(element => !removed.Contains(element));

        if (last is null || last == list.Last())
            return node.RemoveNodes(removed, SyntaxRemoveOptions.KeepNoTrivia);

        if (last.GetTrailingTrivia().Any(DeclarationChange.IsComment))
            return null;

        // The last element that remains is followed by what followed the last one before.
        TNode tracked = node.TrackNodes(list);
        tracked = tracked.ReplaceNode(tracked.GetCurrentNode(last)!, tracked.GetCurrentNode(last)!.WithTrailingTrivia(list.Last().GetTrailingTrivia()));
        return tracked.RemoveNodes(tracked.GetCurrentNodes<TElement>(removed), SyntaxRemoveOptions.KeepNoTrivia);
    }

    /// <summary>Determines whether there is a comment in an element that is removed, or around its comma.</summary>
    private static bool HasComment<TElement>(SeparatedSyntaxList<TElement> list, IReadOnlyCollection<TElement> removed)
        where TElement : SyntaxNode
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (!removed.Contains(list[i]))
                continue;

            if (list[i].DescendantTrivia().Any(DeclarationChange.IsComment))
                return true;

            // The comma after the element is removed with it, or the one before if it is the last.
            foreach (SyntaxToken comma in list.GetSeparators().Where((_, index) => index == i || index == i - 1))
            {
                if (comma.LeadingTrivia.Concat(comma.TrailingTrivia).Any(DeclarationChange.IsComment))
                    return true;
            }
        }

        return false;
    }
}
