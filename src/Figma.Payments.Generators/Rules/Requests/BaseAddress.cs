using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>What an <c>HttpClient</c>'s relative addresses are relative to.</summary>
internal static class BaseAddress
{
    /// <summary>The value that the call's client has for certain; null where neither the call's own member says it nor the field that keeps the client.</summary>
    public static IOperation? Find(IInvocationOperation call)
    {
        // An extension's first argument is what it is called on.
        IOperation? receiver = call.Instance ?? call.Arguments.ValueOf(0)?.WithoutConversions();

        if (receiver is null || ClientSymbol.Find(receiver) is not { } client)
            return null;

        IOperation? found = null;

        foreach (IOperation operation in call.Root().WithDescendants())
        {
            // Whoever else has it may have set another.
            if (IsHandedOver(operation, client) || IsReplaced(operation, client))
                return null;

            if (operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "BaseAddress" } target } assignment
                || !SymbolEqualityComparer.Default.Equals(FindClient(target), client))
            {
                continue;
            }

            if (found is not null || !IsDoneBefore(assignment, call))
                return null;

            found = assignment.Value;
        }

        return found ?? (client is IFieldSymbol field && call.SemanticModel is { } model ? FieldBaseAddress.Find(field, model) : null);
    }

    private static ISymbol? FindClient(IPropertyReferenceOperation target) => target.Instance switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver, Parent.Parent.Parent.Parent: IObjectCreationOperation creation } => ClientSymbol.Find(creation),
        { } instance => ClientSymbol.Find(instance),
        null => null,
    };

    private static bool IsHandedOver(IOperation operation, ISymbol client) =>
        operation is IArgumentOperation { Parent: { } taker } argument
        && SymbolEqualityComparer.Default.Equals(ClientSymbol.Find(argument.Value.WithoutConversions()), client)
        && !(taker is IInvocationOperation { TargetMethod.IsExtensionMethod: true } call && RequestAddress.Find(call) is not null);

    private static bool IsReplaced(IOperation operation, ISymbol client) =>
        operation is IAssignmentOperation assignment && SymbolEqualityComparer.Default.Equals(ClientSymbol.Find(assignment.Target), client);

    /// <summary>Whether the assignment is a statement, or the initializer of one, in a block around the call, and stands before it.</summary>
    private static bool IsDoneBefore(IOperation assignment, IOperation call)
    {
        IOperation? statement = assignment;

        while (statement is { Parent: not IBlockOperation })
            statement = statement.Parent;

        if (statement?.Parent is not { } block
            || statement is not (IExpressionStatementOperation or IVariableDeclarationGroupOperation or IUsingDeclarationOperation)
            || statement.Syntax.SpanStart > call.Syntax.SpanStart)
        {
            return false;
        }

        // What is in a function of its own runs at another time.
        for (IOperation? around = call.Parent; around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; around = around.Parent)
        {
            if (around == block)
                return true;
        }

        return false;
    }
}
