using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Finds the <c>BaseAddress</c> of an <c>HttpClient</c>.</summary>
internal static class BaseAddress
{
    /// <summary>Returns the value that the client of a call certainly has, from the same member or from the field of the client, or null if it is uncertain.</summary>
    public static IOperation? Find(IInvocationOperation call)
    {
        // The first argument of an extension method is its receiver.
        IOperation? receiver = call.Instance ?? call.Arguments.ValueOf(0)?.WithoutConversions();

        if (receiver is null || ClientSymbol.Find(receiver) is not { } client)
            return null;

        IOperation? found = null;

        foreach (IOperation operation in call.Root().WithDescendants())
        {
            // Other code that has the client might have set another address.
            if (IsPassed(operation, client) || IsReplaced(operation, client))
                return null;

            if (operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "BaseAddress" } target } assignment
                || !SymbolEqualityComparer.Default.Equals(FindClient(target), client))
            {
                continue;
            }

            if (found is not null || !IsExecutedBefore(assignment, call))
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

    private static bool IsPassed(IOperation operation, ISymbol client) =>
        operation is IArgumentOperation { Parent: { } taker } argument
        && SymbolEqualityComparer.Default.Equals(ClientSymbol.Find(argument.Value.WithoutConversions()), client)
        && !(taker is IInvocationOperation { TargetMethod.IsExtensionMethod: true } call && RequestAddress.Find(call) is not null);

    private static bool IsReplaced(IOperation operation, ISymbol client) =>
        operation is IAssignmentOperation assignment && SymbolEqualityComparer.Default.Equals(ClientSymbol.Find(assignment.Target), client);

    /// <summary>Determines whether the assignment is before the call, in a statement of a block that contains the call.</summary>
    private static bool IsExecutedBefore(IOperation assignment, IOperation call)
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

        // A lambda or a local function is executed at another time.
        for (IOperation? around = call.Parent; around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; around = around.Parent)
        {
            if (around == block)
                return true;
        }

        return false;
    }
}
