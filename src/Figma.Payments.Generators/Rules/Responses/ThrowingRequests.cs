using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes the calls that throw an exception if another service refuses a request.</summary>
internal static class ThrowingRequests
{
    /// <summary>The methods of <c>HttpClient</c>, and its extension methods, that return the content of a response.</summary>
    private static readonly HashSet<string> Contents = new(StringComparer.Ordinal)
    {
        "DeleteFromJsonAsync", "GetByteArrayAsync", "GetFromJsonAsAsyncEnumerable", "GetFromJsonAsync", "GetStreamAsync", "GetStringAsync",
    };

    /// <summary>Determines whether a call of a function might throw because the service has decided that the user has no access.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sources">Determines whether the request isn't about the user.</param>
    public static bool MayDeny(IInvocationOperation call, ConditionSources sources) => ChecksResponse(call) || (ReadsContent(call.TargetMethod) && !sources.AreUnderstood(call));

    /// <summary>Determines whether a call of a method might throw because the service has decided so. A parameter of the method can contain the user.</summary>
    public static bool MayDeny(IInvocationOperation call) => ChecksResponse(call) || (ReadsContent(call.TargetMethod) && !call.Arguments.All(IsFixed));

    private static bool ChecksResponse(IInvocationOperation call) => call.TargetMethod.Name == "EnsureSuccessStatusCode";

    private static bool ReadsContent(IMethodSymbol method) =>
        Contents.Contains(method.Name)
        && (method.ContainingType.Is("HttpClient", "Http", "Net", "System") || method.ContainingType.Is("HttpClientJsonExtensions", "Json", "Http", "Net", "System"));

    private static bool IsFixed(IArgumentOperation argument) =>
        argument.IsImplicit
        || argument.Value.WithoutConversions() is { ConstantValue.HasValue: true }
        || argument.Parameter is { Name: "client" or "cancellationToken" or "options" or "jsonTypeInfo" };
}
