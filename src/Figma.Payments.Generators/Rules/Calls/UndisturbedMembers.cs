using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>
/// Determines whether nothing in a function can change a field or an auto-property unseen before a call: the function runs no code but its own, once, and writes
/// members only where the compiler sees it. Then the compiler's nullable flow state of members is right, unless another thread writes them.
/// </summary>
internal static class UndisturbedMembers
{
    /// <summary>Determines whether the compiler's nullable flow state of a member holds in the arguments of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="member">The member.</param>
    public static bool AreBefore(IOperation call, IMemberReferenceOperation member)
    {
        // The compiler sees the assignments of members of 'this'. Otherwise, another variable can refer to the same object.
        bool isOfThis = member.Instance is IInstanceReferenceOperation;
        IOperation? inner = call.FindFunction();

        if (ReadonlyMembers.CanOverlap(member.Member.ContainingType))
            return false;

        // The compiler begins a function with what holds where it is declared, but it runs later.
        if (inner is not null && IsUsedAround(inner, member.Member))
            return false;

        Stack<IOperation> open = new((inner ?? call.Root()).ChildOperations);

        while (open.Count > 0)
        {
            IOperation operation = open.Pop();

            if (!IsUnderstood(operation, call, isOfThis))
                return false;

            // The bodies of other functions run when they are called, which is not on the list.
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;

            foreach (IOperation child in operation.ChildOperations)
                open.Push(child);
        }

        return true;
    }

    private static bool IsUsedAround(IOperation function, ISymbol member) => function.Root().WithDescendants().Any(each =>
        each is IMemberReferenceOperation use
        && SymbolEqualityComparer.Default.Equals(use.Member.OriginalDefinition, member.OriginalDefinition)
        && !function.Syntax.Span.Contains(use.Syntax.Span));

    private static bool IsUnderstood(IOperation operation, IOperation call, bool isOfThis) => operation switch
    {
        // An alias can refer to a member.
        ILocalReferenceOperation local => local.Local.RefKind == RefKind.None,
        IParameterReferenceOperation parameter => parameter.Parameter.RefKind == RefKind.None,
        ISimpleAssignmentOperation { IsRef: true } => false,
        // The compiler can take what it learns about a value that was read before for the value that is written.
        IAssignmentOperation { Parent: not IExpressionStatementOperation } => false,
        IAssignmentOperation assignment => IsSeen(assignment.Target, isOfThis) && (assignment is ICoalesceAssignmentOperation || IsAutoPropertyOf(assignment.Target) || FlowGraph.IsHarmless(assignment)),

        // A static field can run the initializers of its type. Other fields only read a value, or throw.
        IFieldReferenceOperation field => field is { Field: { IsVolatile: false }, Instance: not null } or { Field.IsConst: true },
        IPropertyReferenceOperation property when property.Property.IsAuto() => property.Instance is not null,

        // The call is the last code that runs, with its await.
        IInvocationOperation or IObjectCreationOperation when operation == call => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => task == call,
        IAwaitOperation { Operation: var awaited } => awaited == call || awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } && task == call,

        // A loop or a jump can come back to a use after the call.
        IReturnOperation => operation.Kind == OperationKind.Return,
        IBranchOperation branch => branch.BranchKind == BranchKind.Break,
        IMethodBodyOperation or IBlockOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableInitializerOperation or IConditionalOperation
            or IThrowOperation or ISwitchOperation or ISwitchCaseOperation or ICaseClauseOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or ICoalesceOperation
            or IEmptyOperation or ILocalFunctionOperation => true,
        IVariableDeclaratorOperation declarator => declarator.Symbol.RefKind == RefKind.None,
        _ => FlowGraph.IsHarmless(operation),
    };

    /// <summary>Determines whether the compiler relates an assignment to later reads: the target is a variable, or a member of 'this'.</summary>
    private static bool IsSeen(IOperation target, bool isOfThis) => target switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation => true,
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } => isOfThis,
        _ => false,
    };

    private static bool IsAutoPropertyOf(IOperation target) => target is IPropertyReferenceOperation property && property.Property.IsAuto();
}
