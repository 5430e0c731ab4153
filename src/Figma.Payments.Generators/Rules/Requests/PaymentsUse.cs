using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Determines whether a request message or an <c>HttpClient</c> is certainly used for the Payments API.</summary>
internal static class PaymentsUse
{
    /// <summary>Determines whether the same member certainly uses the message or the client for the Payments API.</summary>
    public static bool IsCertain(IOperation owner, int headerPosition)
    {
        if (IsMessageToPayments(owner))
            return true;

        if (!owner.Type.Is("HttpClient", "Http", "Net", "System") || ClientSymbol.Find(owner) is not { } client || HasSeveralCredentials(owner, client))
            return false;

        foreach (IOperation operation in owner.Root().WithDescendants())
        {
            if (operation is IInvocationOperation call && call.Syntax.SpanStart > headerPosition && IsCallOf(call, client) && SendsRequest(call))
                return true;

            if (operation is IObjectCreationOperation { Type: INamedTypeSymbol type } creation && IsPassedTo(creation, client) && LibrarySymbols.IsGeneratedClient(type))
                return true;
        }

        return false;
    }

    private static bool IsMessageToPayments(IOperation operation)
    {
        IOperation? made = operation is ILocalReferenceOperation local ? LocalUses.Find(local)?.Value.WithoutConversions() : operation.WithoutConversions();
        return made is IObjectCreationOperation creation && RequestAddress.Find(creation) is { } address && IsPayments(AddressReader.Read(address));
    }

    private static bool IsPayments(AddressText address) => PaymentsAddress.Read(address) is { IsCertain: true };

    private static bool SendsRequest(IInvocationOperation call)
    {
        if (RequestAddress.Find(call) is { } address)
            return IsPayments(RequestAddress.Read(call, address));

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Name == "request" && IsMessageToPayments(argument.Value))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether the header is set several times, so that the sent value is uncertain.</summary>
    private static bool HasSeveralCredentials(IOperation owner, ISymbol client)
    {
        int count = 0;

        foreach (IOperation operation in owner.Root().WithDescendants())
        {
            if (operation is IPropertyReferenceOperation { Property.Name: "DefaultRequestHeaders", Instance: { } instance }
                && SymbolEqualityComparer.Default.Equals(ClientSymbol.Find(instance), client)
                && operation.Parent is IPropertyReferenceOperation { Property.Name: "Authorization" } or IInvocationOperation { TargetMethod.Name: "Remove" or "Clear" })
            {
                count++;
            }
        }

        return count > 1;
    }

    private static bool IsCallOf(IInvocationOperation call, ISymbol client)
    {
        // The first argument of an extension method is its receiver.
        IOperation? receiver = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value.WithoutConversions() : null);
        return receiver is not null && SymbolEqualityComparer.Default.Equals(ClientSymbol.Find(receiver), client);
    }

    private static bool IsPassedTo(IObjectCreationOperation creation, ISymbol client)
    {
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (SymbolEqualityComparer.Default.Equals(ClientSymbol.Find(argument.Value.WithoutConversions()), client))
                return true;
        }

        return false;
    }
}
