using System;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Determines whether code that uses the headers of a request or of a client might change the <c>Authorization</c> header.</summary>
internal static class RequestHeaders
{
    private const string Authorization = "Authorization";

    /// <summary>Determines whether the use of the headers sets, removes or might change the header. Only known uses don't.</summary>
    /// <param name="headers">The property that returns the headers.</param>
    public static bool MayChangeCredential(IPropertyReferenceOperation headers) => headers.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: Authorization } property => LocalUses.IsWritten(property),
        IPropertyReferenceOperation => false,
        IInvocationOperation call when call.Instance == headers => MayChangeCredential(call),
        IMemberInitializerOperation => true,
        _ => true,
    };

    /// <summary>Determines whether a call of a method of the headers sets, removes or might change the header.</summary>
    public static bool MayChangeCredential(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Contains" or "GetValues" or "TryGetValues" or "ToString" or "GetEnumerator" => false,
        "Add" or "TryAddWithoutValidation" or "Remove" when call.Arguments.ValueOf(0)?.ConstantValue is { HasValue: true, Value: string name } =>
            name.Equals(Authorization, StringComparison.OrdinalIgnoreCase),

        // The headers of a collection such as Accept have another type.
        _ => call.TargetMethod.ContainingType.Is("HttpHeaders", "Headers", "Http", "Net", "System") || call.TargetMethod.ContainingType.Is("HttpRequestHeaders", "Headers", "Http", "Net", "System"),
    };
}
