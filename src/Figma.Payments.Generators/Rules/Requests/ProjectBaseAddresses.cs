using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Determines whether a project has a client for another server than Figma's.</summary>
/// <remarks>It reads the whole compilation, once, and only if a request to an unknown host is about to be reported.</remarks>
internal static class ProjectBaseAddresses
{
    private const string Name = "BaseAddress";

    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> Known = new();

    /// <summary>Determines whether the project assigns a <c>BaseAddress</c> that isn't certainly Figma's.</summary>
    public static bool MightBeOther(Compilation compilation) => Known.GetValue(compilation, static key => new StrongBox<bool>(key.SyntaxTrees.Any(HasOther))).Value;

    private static bool HasOther(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();

        return NameIndex.Of(tree).Find(Name, NameUse.Other).Exists(position =>
            root.FindToken(position).Parent is SimpleNameSyntax name
            && NameIndex.FindExpression(name) is var target
            && target.Parent is AssignmentExpressionSyntax assignment
            && assignment.Left == target
            && !IsFigma(assignment.Right));
    }

    private static bool IsFigma(ExpressionSyntax address) =>
        address is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }] }
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? known)
        && PaymentsAddress.IsFigma(known);
}
