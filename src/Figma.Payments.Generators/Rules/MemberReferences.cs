using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules;

/// <summary>Finds the uses of a member in the files that declare its type.</summary>
internal static class MemberReferences
{
    /// <summary>Returns the references to a field, a property or a method, and its calls.</summary>
    /// <param name="member">The member.</param>
    /// <param name="model">A semantic model of the compilation, which is used for its own file.</param>
    public static IEnumerable<IOperation> Find(ISymbol member, SemanticModel model)
    {
        foreach ((SimpleNameSyntax Name, SemanticModel Model) found in FindNames(member, model))
        {
            ExpressionSyntax expression = NameIndex.FindExpression(found.Name);
            SyntaxNode node = member is IMethodSymbol && expression.Parent is InvocationExpressionSyntax call && call.Expression == expression ? call : expression;

            if (found.Model.GetOperation(node) is { } operation && SymbolEqualityComparer.Default.Equals(FindMember(operation)?.OriginalDefinition, member))
                yield return operation;
        }
    }

    /// <summary>Returns the assignments to a field or a property.</summary>
    public static IEnumerable<IAssignmentOperation> FindAssignments(ISymbol member, SemanticModel model)
    {
        foreach ((SimpleNameSyntax Name, SemanticModel Model) found in FindNames(member, model))
        {
            ExpressionSyntax target = NameIndex.FindExpression(found.Name);

            if (target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target
                && found.Model.GetOperation(assignment) is IAssignmentOperation { Target: IMemberReferenceOperation { Member: var assigned } } operation
                && SymbolEqualityComparer.Default.Equals(assigned.OriginalDefinition, member))
            {
                yield return operation;
            }
        }
    }

    /// <summary>Returns the methods with an attribute that names the member, as in <c>[MemberData(nameof(Cases))]</c>.</summary>
    public static IEnumerable<IOperation> FindAttributed(ISymbol member, SemanticModel model)
    {
        foreach ((SimpleNameSyntax Name, SemanticModel Model) found in FindNames(member, model))
        {
            if (found.Name.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: MethodDeclarationSyntax method } && found.Model.GetOperation(method) is { } body)
                yield return body;
        }
    }

    /// <summary>Returns the semantic model of a file, or null if the file is part of a referenced project.</summary>
    public static SemanticModel? FindModel(SyntaxTree tree, SemanticModel model)
    {
        if (tree == model.SyntaxTree)
            return model;

        // A model of a file other than the analyzed one is needed only for members that a test uses.
#pragma warning disable RS1030
        return model.Compilation.ContainsSyntaxTree(tree) ? model.Compilation.GetSemanticModel(tree) : null;
#pragma warning restore RS1030
    }

    private static IEnumerable<(SimpleNameSyntax Name, SemanticModel Model)> FindNames(ISymbol member, SemanticModel model)
    {
        foreach (SyntaxTree tree in member.ContainingType.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct())
        {
            NameIndex names = NameIndex.Of(tree);
            List<int> positions = [.. names.Find(member.Name, NameUse.Other), .. names.Find(member.Name, NameUse.Call)];

            if (positions.Count == 0 || FindModel(tree, model) is not { } declaring)
                continue;

            foreach (int position in positions)
            {
                if (tree.GetRoot().FindToken(position).Parent is SimpleNameSyntax name)
                    yield return (name, declaring);
            }
        }
    }

    private static ISymbol? FindMember(IOperation operation) => operation switch
    {
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };
}
