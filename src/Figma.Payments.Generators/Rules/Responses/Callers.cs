using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether the code that uses a method or a property might decide about access before it does.</summary>
internal static class Callers
{
    /// <summary>Limits how many methods are read for one, so that the cost of many that call each other is linear.</summary>
    private const int MaxCallers = 50;

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

        // The caller of a method that adds endpoints, for example, doesn't call their code.
        return (member.IsEffectivelyPrivate() || IsAboutResponse(member)) && FindDeclarations(member).SelectMany(uses.FindReads).Any(found => MayDecide(found.Read, member, found.Body, partition) || MayDecide(found.Body, partition, judged));
    }

    /// <summary>Determines whether a caller of a method might decide, where the method has no response of its own: any condition, loop or other code around a call might, and so might code that isn't found.</summary>
    public static bool MayAnyDecide(ResponseBody body, AccessPartition partition)
    {
        HashSet<ISymbol> found = new(SymbolEqualityComparer.Default);
        Queue<ISymbol> open = new([body.Member]);
        MethodUses uses = MethodUses.Of(body.Compilation);

        while (open.Count > 0)
        {
            if (open.Dequeue() is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsVirtual: false, IsAbstract: false, IsOverride: false, PartialDefinitionPart: null, PartialImplementationPart: null } method)
                return true;

            foreach (IMethodSymbol called in FindDeclarations(method).Cast<IMethodSymbol>())
            {
                if (!found.Add(called.OriginalDefinition))
                    continue;

                if (found.Count > MaxCallers || uses.FindReferences(called).Any(static use => !EndpointPolicies.IsEndpoint(use.Use)))
                    return true;

                foreach ((IOperation read, ResponseBody caller) in uses.FindReads(called))
                {
                    if (read.FindFunction() is { } function)
                    {
                        if (!EndpointPolicies.Of(caller).IsAdded(function))
                            return true;
                    }
                    else
                    {
                        open.Enqueue(caller.Member);
                    }

                    if (!read.IsUnconditionalIn(read.FindFunction() ?? read.Root()) || caller.Decisions.Any(decision => DecidesBeside(decision, read)) || PaidNames.HasOtherPurpose(caller.Member.Name) || PaidNames.HasOtherPurpose(caller.Member.ContainingType?.Name ?? "") || OtherDecisions.Of(caller, partition).MayDecideBefore(read, called))
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>Determines whether a choice of a caller might be made by something else than a call.</summary>
    private static bool DecidesBeside(IOperation decision, IOperation call) => decision switch
    {
        IConditionalOperation { Condition: var condition } => !condition.Syntax.Span.Contains(call.Syntax.Span),
        ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation or ILoopOperation => true,
        _ => false,
    };

    /// <summary>Returns a member, and those of interfaces and base classes that it implements or overrides, by which it can be called.</summary>
    public static IEnumerable<ISymbol> FindDeclarations(ISymbol member)
    {
        for (ISymbol? each = member; each is not null; each = each is IMethodSymbol method ? method.OverriddenMethod : (each as IPropertySymbol)?.OverriddenProperty)
            yield return each;

        if (member.ContainingType is not { } type)
            yield break;

        foreach (ISymbol declared in type.AllInterfaces.SelectMany(implemented => implemented.GetMembers(member.Name)))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member))
                yield return declared;
        }
    }

    private static bool IsAboutResponse(ISymbol member) =>
        member is not IMethodSymbol method || Refusals.IsBooleanOrTask(method.ReturnType) || method.Parameters.Any(static parameter => ResponseTypes.IsResponse(parameter.Type));

    private static bool MayDenyUse(IOperation use, ResponseBody body) =>
        EndpointPolicies.Of(body).MayDenyUse(use) || (EndpointPolicies.IsEndpoint(use) && ApplicationPolicies.Of(body.Compilation).MayDenyEndpoint());

    /// <summary>Determines whether the code that passes a response to a method or a constructor might decide about access before it does.</summary>
    public static bool MayArgumentDecide(IMethodSymbol method, Compilation compilation, AccessPartition partition) => method.MethodKind switch
    {
        // The caller of a factory might decide, too.
        MethodKind.Constructor => MethodUses.Of(compilation).FindCreations(method.ContainingType).Any(found => MayDecide(found.Creation, member: null, found.Body, partition) || MayDecide(found.Body, partition))
            || MethodUses.Of(compilation).FindInitializers(method.ContainingType).Any(found => MayDecide(found.Call, member: null, found.Body, partition)),
        MethodKind.Ordinary => FindDeclarations(method).SelectMany(MethodUses.Of(compilation).FindReads).Any(found => MayDecide(found.Read, method, found.Body, partition)),
        _ => false,
    };

    private static bool MayDecide(IOperation read, ISymbol? member, ResponseBody body, AccessPartition partition)
    {
        ImmutableArray<IArgumentOperation> arguments = read switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };

        return arguments.Any(argument => ResponseTypes.IsResponse(argument.Parameter?.Type) && (IsChosen(argument.Value) || !new ResponseOrigins(body.Locals).IsFigma(Bare(argument.Value))))
            || OtherDecisions.Of(body, partition).MayDecideBefore(read, member);
    }

    /// <summary>Determines whether a value depends on a condition, such as that of <c>isKnown ? info : throw</c>.</summary>
    public static bool IsChosen(IOperation value) => value.WithDescendants().Any(static part => part is IConditionalOperation or ISwitchExpressionOperation);

    /// <summary>Returns the response that a value is a part of.</summary>
    private static IOperation Bare(IOperation value) =>
        value.WithoutConversions() is IPropertyReferenceOperation { Property: var property, Instance: { } instance } && ResponseTypes.IsOfResponse(property) ? Bare(instance) : value;
}
