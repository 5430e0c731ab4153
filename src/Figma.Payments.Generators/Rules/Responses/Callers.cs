using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether the code that uses a method or a property might decide about access before it does.</summary>
internal static class Callers
{
    public static bool MayDecide(ResponseBody body, AccessPartition partition) => MayDecide(body, partition, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private static bool MayDecide(ResponseBody body, AccessPartition partition, HashSet<ISymbol> judged)
    {
        ISymbol? member = body.Member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary } ordinary => ordinary,
            IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } => property,
            IPropertySymbol { IsIndexer: false } property => property,
            _ => null,
        };

        if (member is null || !judged.Add(member.OriginalDefinition))
            return false;

        MethodUses uses = MethodUses.Of(body.Compilation);

        // An endpoint can be a method. A condition isn't an endpoint.
        if (member is IMethodSymbol method && uses.FindReferences(method).Any(found => Refusals.IsBooleanOrTask(method.ReturnType) ? EndpointPolicies.IsForSequence(found.Use) : MayDenyUse(found.Use, found.Body)))
            return true;

        return member.IsEffectivelyPrivate() && uses.FindReads(member).Any(found => MayDecide(found.Read, member, found.Body, partition) || MayDecide(found.Body, partition, judged));
    }

    private static bool MayDenyUse(IOperation use, ResponseBody body) =>
        EndpointPolicies.Of(body).MayDenyUse(use) || (EndpointPolicies.IsEndpoint(use) && ApplicationPolicies.Of(body.Compilation).MayDenyEndpoint());

    private static bool MayDecide(IOperation read, ISymbol member, ResponseBody body, AccessPartition partition) =>
        (read is IInvocationOperation call && call.Arguments.Any(argument => ResponseTypes.IsResponse(argument.Parameter?.Type) && !new ResponseOrigins(body.Locals).IsFigma(Bare(argument.Value))))
        || OtherDecisions.Of(body, partition).MayDecideBefore(read, member);

    /// <summary>Returns the response that a value is a part of.</summary>
    private static IOperation Bare(IOperation value) =>
        value.WithoutConversions() is IPropertyReferenceOperation { Property: var property, Instance: { } instance } && ResponseTypes.IsOfResponse(property) ? Bare(instance) : value;
}
