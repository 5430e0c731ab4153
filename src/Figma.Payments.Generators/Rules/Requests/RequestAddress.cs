using System;
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
    public static AddressText Read(MessageUses message, IOperation address)
    {
        AddressText text = AddressReader.Read(address);
        return RelativeAddress.MayBePayments(text) && message.Sends.Count == 1 ? Read(message.Sends[0], text) : text;
    }

    private static AddressText Read(IInvocationOperation call, AddressText text) =>
        RelativeAddress.MayBePayments(text) && BaseAddress.Find(call) is { } start
            ? RelativeAddress.Join(AddressReader.Read(start), text)
            : text;

    /// <summary>Determines whether the call certainly sends a GET request.</summary>
    public static bool IsGet(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal)
        || call.TargetMethod.Name.StartsWith("Download", StringComparison.Ordinal)
        || call.TargetMethod.Name.StartsWith("OpenRead", StringComparison.Ordinal)
        || (call.TargetMethod.Name.StartsWith("Create", StringComparison.Ordinal) && IsGetWebRequest(call));

    /// <summary>Determines whether a <c>WebRequest</c> keeps its method, which is GET.</summary>
    private static bool IsGetWebRequest(IInvocationOperation creation)
    {
        IOperation whole = creation.WithConversionsAround();

        if (whole.Parent is IInvocationOperation call)
            return IsResponse(call, whole);

        if (whole.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } || MemberBody.Of(creation).FindLocal(local) is not { } uses)
            return false;

        foreach (ILocalReferenceOperation reference in uses.References)
        {
            bool isHarmless = reference.WithConversionsAround().Parent switch
            {
                IPropertyReferenceOperation { Property.Name: "Method", Parent: ISimpleAssignmentOperation assignment } => assignment.Value.ConstantValue is { HasValue: true, Value: "GET" },
                IPropertyReferenceOperation property => property.Property.Name != "Method" || !LocalUses.IsWritten(property),
                IInvocationOperation use => IsResponse(use, reference.WithConversionsAround()),
                _ => false,
            };

            if (!isHarmless)
                return false;
        }

        return true;
    }

    private static bool IsResponse(IInvocationOperation call, IOperation request) => call.Instance == request && call.TargetMethod.Name.StartsWith("GetResponse", StringComparison.Ordinal);
}
