using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reads the filters that calls of <c>AddEndpointFilter</c> add to endpoints.</summary>
internal static class EndpointFilters
{
    /// <summary>Returns the type of the filter that a call adds, or null if it is a lambda or isn't known.</summary>
    public static INamedTypeSymbol? FindType(IInvocationOperation call) => FindFilter(call) switch
    {
        IObjectCreationOperation creation => creation.Type as INamedTypeSymbol,
        null when call.TargetMethod.TypeArguments is [.., var filter] => filter as INamedTypeSymbol,
        _ => null,
    };

    /// <summary>Returns the lambda, the local function or the method that a call adds, or null if it is a type or isn't known.</summary>
    public static IMethodSymbol? FindFunction(IInvocationOperation call) => FindFilter(call) switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda.Symbol,
        IDelegateCreationOperation { Target: IMethodReferenceOperation reference } => reference.Method.OriginalDefinition,
        _ => null,
    };

    /// <summary>Determines whether a filter only continues, or rejects the request for what it contains.</summary>
    public static bool IsHarmless(IInvocationOperation call, MethodUses uses)
    {
        IOperation? body = FindFilter(call) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda.Body
            : FindType(call) is { TypeKind: TypeKind.Class } type && FindImplementation(type) is { } invoke ? uses.FindBody(invoke)
            : null;

        return body is not null && new Middlewares(uses).OnlyRejectsInput(body);
    }

    private static IMethodSymbol? FindImplementation(INamedTypeSymbol filter) => filter.AllInterfaces
        .Where(static each => each.Is("IEndpointFilter", "Http", "AspNetCore", "Microsoft"))
        .SelectMany(static each => each.GetMembers("InvokeAsync"))
        .Select(filter.FindImplementationForInterfaceMember)
        .FirstOrDefault() as IMethodSymbol;

    private static IOperation? FindFilter(IInvocationOperation call) => call.Arguments.ValueOf(1)?.WithoutConversions();
}
