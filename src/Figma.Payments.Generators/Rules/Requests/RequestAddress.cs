using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Finds the address in calls of .NET APIs that send a request.</summary>
internal static class RequestAddress
{
    /// <summary>Returns the address that a call sends a request to, or null if it sends none.</summary>
    public static IOperation? Find(IInvocationOperation call)
    {
        INamedTypeSymbol type = call.TargetMethod.ContainingType;

        bool isSending = type.Name switch
        {
            "HttpClient" => type.Is("HttpClient", "Http", "Net", "System"),
            "HttpClientJsonExtensions" => type.Is("HttpClientJsonExtensions", "Json", "Http", "Net", "System"),
            "WebClient" => type.Is("WebClient", "Net", "System"),
            "WebRequest" => type.Is("WebRequest", "Net", "System"),
            _ => false,
        };

        if (!isSending)
            return null;

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Name is "requestUri" or "requestUriString" or "address")
                return argument.Value;
        }

        return null;
    }

    /// <summary>Reads the address that a call sends a request to, combined with the base address of the client.</summary>
    public static AddressText Read(IInvocationOperation call, IOperation address) => Read(call, AddressReader.Read(address));

    /// <summary>Reads the address of a request message, combined with the base address of the client that sends it.</summary>
    public static AddressText Read(IObjectCreationOperation message, IOperation address)
    {
        AddressText text = AddressReader.Read(address);
        return RelativeAddress.MayBePayments(text) && FindSendCall(message) is { } call ? Read(call, text) : text;
    }

    private static AddressText Read(IInvocationOperation call, AddressText text) =>
        RelativeAddress.MayBePayments(text) && BaseAddress.Find(call) is { } start
            ? RelativeAddress.Join(AddressReader.Read(start), text)
            : text;

    /// <summary>Returns the only call that sends a message, directly or through a local variable, or null if there isn't exactly one.</summary>
    private static IInvocationOperation? FindSendCall(IObjectCreationOperation message)
    {
        IOperation whole = message.WithConversionsAround();

        if (FindDirectSendCall(whole) is { } call)
            return call;

        if (whole.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            return null;

        IInvocationOperation? found = null;

        foreach (IOperation operation in message.Root().WithDescendants())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local) || FindDirectSendCall(reference) is not { } sender)
                continue;

            if (found is not null)
                return null;

            found = sender;
        }

        return found;
    }

    private static IInvocationOperation? FindDirectSendCall(IOperation message) =>
        message.WithConversionsAround().Parent is IArgumentOperation { Parameter.Name: "request", Parent: IInvocationOperation { TargetMethod: { Name: "SendAsync" or "Send" } method } call }
        && method.ContainingType.Is("HttpClient", "Http", "Net", "System")
            ? call
            : null;

    /// <summary>Returns the address of a request message, or null if the object isn't one.</summary>
    public static IOperation? Find(IObjectCreationOperation creation) =>
        IsMessage(creation.Type) ? creation.Arguments.ValueOf(1) : null;

    /// <summary>Determines whether the call sends a GET request.</summary>
    public static bool IsGet(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Get", System.StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Download", System.StringComparison.Ordinal);

    /// <summary>Determines whether the message is a GET request.</summary>
    public static bool IsGet(IObjectCreationOperation creation) => creation.Arguments.ValueOf(0) is IPropertyReferenceOperation { Property.Name: "Get" };

    /// <summary>Determines whether the target is the address of a request message.</summary>
    public static bool IsAddress(IOperation target) => target is IPropertyReferenceOperation { Property: { Name: "RequestUri" } property } && IsMessage(property.ContainingType);

    private static bool IsMessage(ITypeSymbol? type) => type is { Name: "HttpRequestMessage" } && type.Is("HttpRequestMessage", "Http", "Net", "System");
}
