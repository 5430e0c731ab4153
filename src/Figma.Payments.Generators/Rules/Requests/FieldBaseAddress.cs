using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Finds the <c>BaseAddress</c> of a client in a private readonly field, if the type sets it once and doesn't pass the client to other code.</summary>
internal static class FieldBaseAddress
{
    private const string Name = "BaseAddress";

    /// <summary>The members of <c>HttpClient</c> that don't change its address.</summary>
    private static readonly string[] SafeMembers =
    [
        "CancelPendingRequests", "DefaultRequestHeaders", "DefaultRequestVersion", "DefaultVersionPolicy", "DeleteAsync", "Dispose", "GetAsync", "GetByteArrayAsync", "GetFromJsonAsync",
        "GetStreamAsync", "GetStringAsync", "MaxResponseContentBufferSize", "PatchAsync", "PostAsJsonAsync", "PostAsync", "PutAsJsonAsync", "PutAsync", "Send", "SendAsync", "Timeout",
    ];

    /// <summary>Returns the address that is assigned, or null if it is uncertain.</summary>
    /// <param name="field">The field that contains the client.</param>
    /// <param name="model">The semantic model of the file that contains the call. Types in several files aren't supported.</param>
    public static IOperation? Find(IFieldSymbol field, SemanticModel model)
    {
        if (field is not { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences: [var declaration] }
            || declaration.SyntaxTree != model.SyntaxTree
            || declaration.GetSyntax() is not TypeDeclarationSyntax type)
        {
            return null;
        }

        ExpressionSyntax? made = null;
        ExpressionSyntax? set = null;

        foreach (SyntaxNode node in type.DescendantNodes())
        {
            bool isUnderstood = node switch
            {
                VariableDeclaratorSyntax declarator when declarator.Identifier.ValueText == field.Name => declarator.Initializer is null || IsFirst(ref made, declarator.Initializer.Value),
                IdentifierNameSyntax name when name.Identifier.ValueText == field.Name => (GetAccess(name), GetAccess(name).Parent) switch
                {
                    (var client, AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment) => assignment.Left == client && IsFirst(ref made, assignment.Right),
                    (var client, MemberAccessExpressionSyntax { Name.Identifier.ValueText: Name, Parent: AssignmentExpressionSyntax assignment } target) =>
                        target.Expression == client && assignment.Left == target && IsAlwaysExecuted(assignment, type, field.IsStatic) && IsFirst(ref set, assignment.Right),
                    (var client, MemberAccessExpressionSyntax access) => access.Expression == client && Array.IndexOf(SafeMembers, access.Name.Identifier.ValueText) >= 0,
                    _ => false,
                },
                _ => true,
            };

            if (!isUnderstood)
                return null;
        }

        return FindValue(made, set, model) is { } value ? model.GetOperation(value) : null;
    }

    private static ExpressionSyntax? FindValue(ExpressionSyntax? made, ExpressionSyntax? set, SemanticModel model)
    {
        if (made is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax } checkedForNull)
            made = checkedForNull.Left;

        // A client that is passed to the constructor is safe if the constructor uses the parameter only once.
        if (made is IdentifierNameSyntax name)
            return model.GetSymbolInfo(name).Symbol is IParameterSymbol { Type.Name: "HttpClient" } && IsUsedOnce(name) ? set : null;

        if (made is not BaseObjectCreationExpressionSyntax creation)
            return null;

        AssignmentExpressionSyntax[] initial = [.. (creation.Initializer?.Expressions ?? default).OfType<AssignmentExpressionSyntax>().Where(static each => each.Left is IdentifierNameSyntax { Identifier.ValueText: Name })];

        return initial switch
        {
            [] => set,
            [var only] when set is null => only.Right,
            _ => null,
        };
    }

    /// <summary>Determines whether the assignment is a statement of the only constructor and is always executed.</summary>
    private static bool IsAlwaysExecuted(AssignmentExpressionSyntax assignment, TypeDeclarationSyntax type, bool isStatic) =>
        assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax constructor } body } }
        && (isStatic || type.ParameterList is null)
        && type.Members.OfType<ConstructorDeclarationSyntax>().Where(each => each.Modifiers.Any(SyntaxKind.StaticKeyword) == isStatic).SequenceEqual([constructor])
        && !body.DescendantNodes().Any(static node => node is ReturnStatementSyntax or GotoStatementSyntax);

    private static bool IsUsedOnce(IdentifierNameSyntax name) =>
        name.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } constructor
        && constructor.DescendantNodes().OfType<IdentifierNameSyntax>().Count(each => each.Identifier.ValueText == name.Identifier.ValueText) == 1;

    private static bool IsFirst(ref ExpressionSyntax? kept, ExpressionSyntax value)
    {
        bool isFirst = kept is null;
        kept ??= value;
        return isFirst;
    }

    /// <summary>Returns the field access, including its receiver.</summary>
    private static ExpressionSyntax GetAccess(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
}
