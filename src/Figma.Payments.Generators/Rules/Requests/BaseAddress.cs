using System.Linq;
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
        if (ClientUses.GetReceiver(call) is not { } receiver || ClientSymbol.Find(receiver) is not { } client)
            return null;

        ClientUses uses = MemberBody.Of(call).FindClient(client);

        // Other code that has the client might have set another address.
        if (uses.IsShared || uses.GeneratedClients.Count > 0)
            return null;

        return uses.BaseAddresses.Count switch
        {
            0 => client is IFieldSymbol ? uses.FieldBaseAddress : null,
            1 when call.IsAfter(uses.BaseAddresses[0]) => uses.BaseAddresses[0].Value,
            _ => null,
        };
    }

    /// <summary>Determines whether an operation is executed only after another one, whose statement is in a block that contains the operation.</summary>
    public static bool IsAfter(this IOperation operation, IOperation earlier)
    {
        IOperation? statement = earlier;

        while (statement is { Parent: not IBlockOperation })
            statement = statement.Parent;

        if (statement?.Parent is not { } block
            || statement is not (IExpressionStatementOperation or IVariableDeclarationGroupOperation or IUsingDeclarationOperation)
            || statement.Syntax.SpanStart > operation.Syntax.SpanStart)
        {
            return false;
        }

        // A lambda or a local function is executed at another time.
        for (IOperation? around = operation.Parent; around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; around = around.Parent)
        {
            if (around == block)
                return true;
        }

        return false;
    }

    /// <summary>Determines whether an operation that follows in the code can be reached from an earlier one: no statement of the inner blocks leaves them.</summary>
    public static bool IsReachedFrom(this IOperation operation, IOperation earlier)
    {
        if (operation.Syntax.SpanStart < earlier.Syntax.SpanStart && !operation.Syntax.Span.Contains(earlier.Syntax.Span))
            return false;

        for (IOperation? around = earlier; around is not null; around = around.Parent)
        {
            if (around.Syntax.Span.Contains(operation.Syntax.Span) || operation.Syntax.Span.Contains(around.Syntax.Span))
                return true;

            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;

            if (around is IBlockOperation or IConditionalOperation && around.WithDescendants().Any(static each => each is IReturnOperation or IThrowOperation or IBranchOperation))
                return false;
        }

        return false;
    }
}
