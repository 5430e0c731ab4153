using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>A local variable that is assigned only in its declaration, and its uses.</summary>
/// <param name="Value">The assigned value.</param>
/// <param name="Block">The block that declares the variable.</param>
/// <param name="References">The references to the variable, in source order.</param>
internal sealed record LocalUses(IOperation Value, IOperation? Block, IReadOnlyList<ILocalReferenceOperation> References)
{
    /// <summary>Returns the uses, or null if the variable isn't assigned exactly once or might be assigned through a reference.</summary>
    public static LocalUses? Find(ILocalReferenceOperation local) => MemberBody.Of(local).FindLocal(local.Local);

    /// <summary>Creates the uses. <see cref="MemberBody.FindLocal"/> calls this method once for each variable.</summary>
    public static LocalUses? Create(ILocalSymbol local, MemberBody body)
    {
        IVariableDeclaratorOperation? declarator = body.FindDeclarator(local);
        IVariableInitializerOperation? initializer = declarator?.Initializer ?? (declarator?.Parent as IVariableDeclarationOperation)?.Initializer;
        ILocalReferenceOperation[] references = [.. body.FindReferences(local).OfType<ILocalReferenceOperation>()];

        return initializer is null || local.IsRef || references.Any(IsWritten) ? null : new LocalUses(initializer.Value, FindBlock(declarator!), references);
    }

    /// <summary>Determines whether an operation is always executed with the declaration, because its statement is in the same block.</summary>
    public bool IsAlwaysExecuted(IOperation operation)
    {
        IOperation? statement = operation;

        while (statement?.Parent is IExpressionStatementOperation or IAssignmentOperation or IPropertyReferenceOperation or IInvocationOperation)
            statement = statement.Parent;

        return Block is not null && statement?.Parent == Block;
    }

    /// <summary>Determines whether an operation is executed only after a use of the variable.</summary>
    public bool IsExecutedAfter(IOperation operation, ILocalReferenceOperation use)
    {
        if (operation.Syntax.SpanStart < use.Syntax.SpanStart || !IsAlwaysExecuted(operation))
            return false;

        IOperation? around = use;

        // A function might be called later.
        while (around is not null && around.Parent != Block)
            around = around.Parent is IAnonymousFunctionOperation or ILocalFunctionOperation ? null : around.Parent;

        return around is not null;
    }

    /// <summary>Determines whether the reference assigns the variable or might do so.</summary>
    public static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        ICoalesceAssignmentOperation or IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        _ => false,
    };

    private static IOperation? FindBlock(IOperation declarator)
    {
        IOperation? around = declarator.Parent;

        while (around is IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IUsingDeclarationOperation)
            around = around.Parent;

        return around;
    }
}
