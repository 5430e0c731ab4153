using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules;

/// <summary>Recognizes substitutes: values of a library that creates them, and the variables, members and own methods that contain or return one.</summary>
internal static class Substitutes
{
    /// <summary>The root namespaces of the libraries that create substitutes.</summary>
    private static readonly HashSet<string> Libraries = new(StringComparer.Ordinal) { "FakeItEasy", "Moq", "NSubstitute" };

    /// <summary>The variables of a body with a substitute, for each number of variables and members between them and the code. The limit also ends recursion.</summary>
    private static readonly ConditionalWeakTable<IOperation, HashSet<ISymbol>>[] Bodies = [new(), new(), new()];

    private static readonly ConditionalWeakTable<ISymbol, StrongBox<bool>>[] Members = [new(), new(), new()];

    /// <summary>Determines whether a value is a substitute, or what a library of substitutes returned for one.</summary>
    public static bool Contain(IOperation value) => Contain(value, 0);

    /// <summary>Determines whether a library of substitutes declares a member.</summary>
    public static bool Declare(ISymbol member)
    {
        for (INamespaceSymbol? space = member.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ContainingNamespace is { IsGlobalNamespace: true })
                return Libraries.Contains(space.Name);
        }

        return false;
    }

    private static bool Contain(IOperation value, int depth) => value.WithoutConversions() switch
    {
        IInvocationOperation { TargetMethod: var method } => Declare(method) || IsMemberAssigned(method, value, depth),
        IMemberReferenceOperation { Member: var member } => Declare(member) || IsMemberAssigned(member, value, depth),
        ILocalReferenceOperation { Local: var local } => depth < Bodies.Length && Bodies[depth].GetValue(value.Root(), root => FindLocals(root, depth + 1)).Contains(local),
        IAssignmentOperation assignment => Contain(assignment.Value, depth),
        _ => false,
    };

    /// <summary>Returns the local variables to which the code assigns a substitute.</summary>
    private static HashSet<ISymbol> FindLocals(IOperation body, int depth)
    {
        HashSet<ISymbol> locals = new(SymbolEqualityComparer.Default);

        foreach (IOperation operation in body.WithDescendants())
        {
            (ILocalSymbol? local, IOperation? value) = operation switch
            {
                IVariableDeclaratorOperation declarator => (declarator.Symbol, declarator.GetVariableInitializer()?.Value),
                IAssignmentOperation { Target: ILocalReferenceOperation target } assignment => (target.Local, assignment.Value),
                _ => ((ILocalSymbol?)null, (IOperation?)null),
            };

            if (local is not null && value is not null && Contain(value, depth))
                locals.Add(local);
        }

        return locals;
    }

    private static bool IsMemberAssigned(ISymbol member, IOperation use, int depth) =>
        depth < Members.Length
        && use.SemanticModel is { } model
        && member.OriginalDefinition is { ContainingType: not null, DeclaringSyntaxReferences.IsEmpty: false } declared
        && Members[depth].GetValue(declared, key => new(FindValues(key, model).Any(value => Contain(value, depth + 1)))).Value;

    /// <summary>Returns the values that a member has or returns: its initializer, those that the files of its type assign, and those that its code returns.</summary>
    private static IEnumerable<IOperation> FindValues(ISymbol member, SemanticModel model) =>
        member.DeclaringSyntaxReferences.SelectMany(declaration => FindDeclaredValues(declaration, model))
            .Concat(member is IMethodSymbol ? [] : MemberReferences.FindAssignments(member, model).Select(static assignment => assignment.Value));

    private static IEnumerable<IOperation> FindDeclaredValues(SyntaxReference declaration, SemanticModel model)
    {
        if (MemberReferences.FindModel(declaration.SyntaxTree, model) is not { } declaring)
            return [];

        return declaration.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => FindOperation(value),
            PropertyDeclarationSyntax { Initializer.Value: var value } => FindOperation(value),
            PropertyDeclarationSyntax { ExpressionBody: { } body } => FindReturned(body),
            PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors.SelectMany(FindReturned),
            MethodDeclarationSyntax or LocalFunctionStatementSyntax => FindReturned(declaration.GetSyntax()),
            _ => [],
        };

        IEnumerable<IOperation> FindOperation(ExpressionSyntax value) => declaring.GetOperation(value) is { } operation ? [operation] : [];

        IEnumerable<IOperation> FindReturned(SyntaxNode body) =>
            declaring.GetOperation(body)?.WithDescendants().OfType<IReturnOperation>().Select(static end => end.ReturnedValue).OfType<IOperation>() ?? [];
    }
}
