using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>Represents a code action that replaces one node and keeps the trivia around it.</summary>
/// <param name="Title">The title of the action.</param>
/// <param name="Before">The node to replace.</param>
/// <param name="After">The node that replaces it.</param>
/// <param name="Choice">The part of the equivalence key that tells the actions of one diagnostic apart, or null if there is only one action.</param>
internal sealed record Replacement(string Title, SyntaxNode Before, SyntaxNode After, string? Choice = null);
