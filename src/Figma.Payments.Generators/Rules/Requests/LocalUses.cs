using System.Collections.Generic;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>A local that is assigned once, where it is declared, and everything that is done with it.</summary>
/// <param name="Value">What it is assigned.</param>
/// <param name="Block">The block that declares it.</param>
/// <param name="References">Where it is used.</param>
internal sealed record LocalUses(IOperation Value, IOperation? Block, IReadOnlyList<ILocalReferenceOperation> References)
{
    /// <summary>Null where the local is not assigned exactly once, or where it may be assigned through a reference.</summary>
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

    /// <summary>Whether an operation is done whenever the local's declaration is: its statement stands in the same block.</summary>
    public bool IsAlwaysDone(IOperation operation)
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
