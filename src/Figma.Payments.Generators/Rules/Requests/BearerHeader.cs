using System;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Finds code that sets <c>Authorization: Bearer</c>.</summary>
internal static class BearerHeader
{
    private const string Scheme = "Bearer";

    /// <summary>Returns the request message or the <c>HttpClient</c> whose header an assignment sets, or null if it sets something else.</summary>
    public static IOperation? FindOwner(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "Authorization" } target && IsBearer(assignment.Value.WithoutConversions())
            ? FindOwnerOfHeaders(target.Instance)
            : null;

    /// <summary>Returns the request message or the <c>HttpClient</c> to which a call adds the header, or null if it adds something else.</summary>
    public static IOperation? FindOwner(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Add" or "TryAddWithoutValidation" }
        && call.TargetMethod.ContainingType.Is("HttpHeaders", "Headers", "Http", "Net", "System")
        && call.Arguments.ValueOf(0)?.ConstantValue is { HasValue: true, Value: string name }
        && name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        && call.Arguments.ValueOf(1) is { } value
        && BeginsWithScheme(value)
            ? FindOwnerOfHeaders(call.Instance)
            : null;

    /// <summary>Determines whether the text certainly begins with <c>Bearer</c> and a space.</summary>
    public static bool BeginsWithScheme(IOperation text)
    {
        AddressText read = AddressReader.Read(text);
        return read.Parts.Count > 0 && read.Parts[0].Text.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBearer(IOperation value) => value switch
    {
        IObjectCreationOperation creation => IsHeaderValue(creation.Type)
            && creation.Arguments.ValueOf(0)?.ConstantValue is { HasValue: true, Value: string scheme }
            && scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase),
        IInvocationOperation { TargetMethod: { Name: "Parse" } parse } call => IsHeaderValue(parse.ContainingType) && call.Arguments.ValueOf(0) is { } text && BeginsWithScheme(text),
        _ => false,
    };

    private static bool IsHeaderValue(ITypeSymbol? type) => type.Is("AuthenticationHeaderValue", "Headers", "Http", "Net", "System");

    private static IOperation? FindOwnerOfHeaders(IOperation? headers)
    {
        if (headers is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return FindCreation(headers, "Headers", "DefaultRequestHeaders");

        if (headers is not IPropertyReferenceOperation { Property.Name: "Headers" or "DefaultRequestHeaders", Instance: { } owner })
            return null;

        return owner is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } ? FindCreation(owner) : owner;
    }

    /// <summary>Returns the creation of the object whose initializer contains the operation, directly or in the initializers of the given members.</summary>
    private static IOperation? FindCreation(IOperation operation, params string[] members)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IObjectCreationOperation creation:
                    return creation;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation property } when Array.IndexOf(members, property.Property.Name) < 0:
                    return null;
            }
        }

        return null;
    }
}
