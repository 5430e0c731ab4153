using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether code that asks the authorization service for a policy, as in <c>AuthorizeAsync(User, "Paid")</c>, might deny access for another reason.</summary>
internal sealed class AskedPolicies(Compilation compilation, AccessPartition partition)
{
    private readonly MethodUses _uses = MethodUses.Of(compilation);

    /// <summary>Determines whether code that might ask for the policy of an authorization handler, or a caller of it, might deny access for another reason than the result.</summary>
    public bool MayDeny(PolicyPart part) => part.IsAuthorization && _uses.FindCalls("AuthorizeAsync").Any(found => part.IsAskedBy(found.Call) && MayDeny(found.Call, found.Body, part));

    private bool MayDeny(IInvocationOperation call, ResponseBody body, PolicyPart part) =>
        FindResult(call) is not { } result
        || body.Reads.Any(read => read is IInvocationOperation { TargetMethod.Name: "AuthorizeAsync" } other && !part.IsAskedBy(other))
        || IsInPipeline(call, body)
        || OtherDecisions.Of(body, partition) is var others && (others.MayDecideAround(call, result) || Callers.Of(compilation, partition).MayDecide(body, others.IsInRegistered(call.FindFunction() ?? call.Root())));

    /// <summary>Returns the property that contains the result of a call.</summary>
    private static ISymbol? FindResult(IInvocationOperation call) => call.Type is INamedTypeSymbol { TypeArguments: [var result] } ? result.GetMembers("Succeeded").FirstOrDefault() : null;

    /// <summary>Determines whether a middleware, a filter, an authorization handler or an assertion contains a call, or might call the code that does. It has policies of its own.</summary>
    private bool IsInPipeline(IInvocationOperation call, ResponseBody body)
    {
        HashSet<ISymbol> found = new(SymbolEqualityComparer.Default) { body.Member };
        Queue<(IOperation Call, ResponseBody Body)> open = new([(call, body)]);

        while (open.Count > 0)
        {
            (IOperation read, ResponseBody caller) = open.Dequeue();

            if (PipelineParts.Find(caller.Member.ContainingType) is not null || PipelineParts.IsPart(caller.Member) || IsInPart(read, caller))
                return true;

            foreach ((IOperation Read, ResponseBody Body) next in Callers.FindDeclarations(caller.Member).SelectMany(_uses.FindReads))
            {
                if (found.Add(next.Body.Member) || IsInPart(next.Read, next.Body))
                    open.Enqueue(next);
            }
        }

        return false;
    }

    /// <summary>Determines whether ASP.NET Core calls the lambda or the local function that contains an operation, but not as an endpoint.</summary>
    private bool IsInPart(IOperation read, ResponseBody body) =>
        read.FindFunction() is { } function && OtherDecisions.Of(body, partition).IsInRegistered(function) && !EndpointPolicies.Of(body).IsAdded(function);
}
