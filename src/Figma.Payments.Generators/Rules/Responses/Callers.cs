using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether the code that uses a method might decide about access before it calls the method.</summary>
internal static class Callers
{
    public static bool MayDecide(ResponseBody body, AccessPartition partition)
    {
        if (body.Member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            return false;

        MethodUses uses = MethodUses.Of(body.Compilation);

        // An endpoint can be a method. A condition isn't an endpoint.
        if (!Refusals.IsBooleanOrTask(method.ReturnType) && uses.FindReferences(method).Any(static found => EndpointPolicies.Of(found.Body).MayDenyUse(found.Use)))
            return true;

        return method.DeclaredAccessibility == Accessibility.Private && uses.FindCalls(method).Any(found => MayDecide(found.Call, found.Body, partition));
    }

    private static bool MayDecide(IInvocationOperation call, ResponseBody body, AccessPartition partition) =>
        call.Arguments.Any(argument => ResponseTypes.IsResponse(argument.Parameter?.Type) && !new ResponseOrigins(body.Locals).IsFigma(Bare(argument.Value)))
        || OtherDecisions.Of(body, partition).MayDecideBefore(call);

    /// <summary>Returns the response that a value is a part of.</summary>
    private static IOperation Bare(IOperation value) =>
        value.WithoutConversions() is IPropertyReferenceOperation { Property: var property, Instance: { } instance } && ResponseTypes.IsOfResponse(property) ? Bare(instance) : value;
}
