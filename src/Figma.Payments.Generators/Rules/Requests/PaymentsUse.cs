using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Determines whether a header of a request message or of an <c>HttpClient</c> is certainly sent to Figma's Payments API.</summary>
/// <remarks>Whatever might replace the header, the address or the client makes it uncertain.</remarks>
internal static class PaymentsUse
{
    /// <summary>Determines whether the same member certainly sends the header to the Payments API.</summary>
    /// <param name="owner">The message or the client.</param>
    /// <param name="header">The operation that sets the header.</param>
    public static bool IsCertain(IOperation owner, IOperation header)
    {
        if (MessageUses.Find(owner) is { } message)
            return message.CredentialChanges == 1 && IsToPayments(message) && (message.IsReturned || message.Sends.Any(send => send.IsReachedFrom(header)));

        if (!owner.Type.Is("HttpClient", "Http", "Net", "System") || ClientSymbol.Find(owner) is not { } client)
            return false;

        ClientUses uses = MemberBody.Of(owner).FindClient(client);

        if (uses.CredentialChanges != 1 || uses.IsShared || uses.HasOwnHandler)
            return false;

        return uses.Calls.Any(call => call.IsAfter(header) && SendsToPayments(call))
            || uses.GeneratedClients.Any(generated => (generated.IsAfter(header) || header.IsAfter(generated)) && UsesFigma(generated));
    }

    private static bool IsToPayments(MessageUses message) =>
        message is { IsShared: false, IsSentOrdinarily: true, Address: { } address } && IsPayments(RequestAddress.Read(message, address));

    private static bool IsPayments(AddressText address) => PaymentsAddress.Read(address) is { HasFigmaHost: true };

    private static bool SendsToPayments(IInvocationOperation call)
    {
        if (RequestAddress.Find(call) is { } address)
            return IsPayments(RequestAddress.Read(call, address));

        // A header of the message replaces the one of the client.
        return call.TargetMethod.Name is "Send" or "SendAsync"
            && call.Arguments.ValueOf(0) is { } request
            && MessageUses.Find(request) is { CredentialChanges: 0 } message
            && IsToPayments(message);
    }

    /// <summary>Determines whether a generated client certainly sends its requests to Figma, because its options are created here without another address.</summary>
    private static bool UsesFigma(IObjectCreationOperation generated)
    {
        foreach (IArgumentOperation argument in generated.Arguments)
        {
            if (!argument.Value.Type.IsOfLibrary("PaymentsClientOptions"))
                continue;

            IOperation options = argument.Value.WithoutConversions();

            if (options is ILocalReferenceOperation local)
            {
                if (LocalUses.Find(local) is not { } uses || !uses.References.All(static reference => IsHarmless(reference)))
                    return false;

                options = uses.Value.WithoutConversions();
            }

            return options is IObjectCreationOperation { Arguments.IsEmpty: true } creation
                && creation.WithDescendants().All(static each => each is not IPropertyReferenceOperation { Property.Name: "BaseAddress" });
        }

        return false;
    }

    private static bool IsHarmless(ILocalReferenceOperation options) => options.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: var name } => name != "BaseAddress",
        IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol type } } => LibrarySymbols.IsGeneratedClient(type),
        _ => false,
    };
}
