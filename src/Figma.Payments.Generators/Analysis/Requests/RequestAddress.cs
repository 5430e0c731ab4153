using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis.Requests;

/// <summary>Where .NET's own ways to send a request take its address.</summary>
internal static class RequestAddress
{
    /// <summary>The address that a call sends a request to, or null.</summary>
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

    /// <summary>Reads the address that a call sends a request to, joined to what its client's addresses are relative to.</summary>
    public static AddressText Read(IInvocationOperation call, IOperation address)
    {
        AddressText text = AddressReader.Read(address);

        return RelativeAddress.IsRelative(text) && BaseAddress.Find(call) is { } start
            ? RelativeAddress.Join(AddressReader.Read(start), text)
            : text;
    }

    /// <summary>The address of a request message, or null.</summary>
    public static IOperation? Find(IObjectCreationOperation creation) =>
        IsMessage(creation.Type) ? creation.Arguments.ValueOf(1) : null;

    /// <summary>Whether the call reads: only reading is asking.</summary>
    public static bool IsRead(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Get", System.StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Download", System.StringComparison.Ordinal);

    /// <summary>Whether the message is one that reads.</summary>
    public static bool IsRead(IObjectCreationOperation creation) => creation.Arguments.ValueOf(0) is IPropertyReferenceOperation { Property.Name: "Get" };

    /// <summary>Whether the target is a request message's address.</summary>
    public static bool IsAddress(IOperation target) => target is IPropertyReferenceOperation { Property: { Name: "RequestUri" } property } && IsMessage(property.ContainingType);

    private static bool IsMessage(ITypeSymbol? type) => type is { Name: "HttpRequestMessage" } && type.Is("HttpRequestMessage", "Http", "Net", "System");
}
