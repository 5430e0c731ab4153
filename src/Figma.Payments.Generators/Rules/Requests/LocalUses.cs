using System.Collections.Generic;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>A local variable that is assigned only in its declaration, and its uses.</summary>
/// <param name="Value">The assigned value.</param>
/// <param name="Block">The block that declares the variable.</param>
/// <param name="References">The references to the variable.</param>
internal sealed record LocalUses(IOperation Value, IOperation? Block, IReadOnlyList<ILocalReferenceOperation> References)
{
    /// <summary>Returns the uses, or null if the variable isn't assigned exactly once or might be assigned through a reference.</summary>
    public static LocalUses? Find(ILocalReferenceOperation local)
    {
        IVariableDeclaratorOperation? declarator = null;
        List<ILocalReferenceOperation> references = [];

        foreach (IOperation operation in local.Root().WithDescendants())
        {
            if (operation is IVariableDeclaratorOperation found && SymbolEqualityComparer.Default.Equals(found.Symbol, local.Local))
                declarator = found;

            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local.Local))
                continue;

            if (IsWritten(reference))
                return null;

            references.Add(reference);
        }

        IVariableInitializerOperation? initializer = declarator?.Initializer ?? (declarator?.Parent as IVariableDeclarationOperation)?.Initializer;

        return initializer is null || local.Local.IsRef ? null : new LocalUses(initializer.Value, FindBlock(declarator!), references);
    }

    /// <summary>Determines whether an operation is always executed with the declaration, because its statement is in the same block.</summary>
    public bool IsAlwaysExecuted(IOperation operation)
    {
        IOperation? statement = operation;

        while (statement?.Parent is IExpressionStatementOperation or IAssignmentOperation or IPropertyReferenceOperation or IInvocationOperation)
            statement = statement.Parent;

        return Block is not null && statement?.Parent == Block;
    }

    private static IOperation? FindBlock(IOperation declarator)
    {
        IOperation? around = declarator.Parent;

        while (around is IVariableDeclarationOperation or IVariableDeclarationGroupOperation)
            around = around.Parent;

        return around;
    }

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        ICoalesceAssignmentOperation or IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        _ => false,
    };
}
