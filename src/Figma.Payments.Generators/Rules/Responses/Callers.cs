using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether the code that uses a method or a property might decide about access before it does, or by the result.</summary>
internal sealed class Callers
{
    /// <summary>Limits how many methods are read for one, so that the cost of many that call each other is linear.</summary>
    private const int MaxCallers = 50;

    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<AccessPartition, Callers>> All = new();

    private readonly Compilation _compilation;
    private readonly MethodUses _uses;
    private readonly RequestSenders _senders;
    private readonly AccessPartition _partition;
    private readonly Reachability _deciding;

    private Callers(Compilation compilation, AccessPartition partition)
    {
        _compilation = compilation;
        _uses = MethodUses.Of(compilation);
        _senders = RequestSenders.Of(compilation);
        _partition = partition;
        _deciding = new(Read);
    }

    public static Callers Of(Compilation compilation, AccessPartition partition) => All.GetValue(compilation, static _ => new()).GetOrAdd(partition, key => new Callers(compilation, key));

    /// <summary>Determines whether a caller of a member, or a caller of it, might decide.</summary>
    /// <param name="body">The member.</param>
    /// <param name="isRegistered">A value that indicates whether the test is in a function that ASP.NET Core calls.</param>
    public bool MayDecide(ResponseBody body, bool isRegistered) =>
        FindMember(body) is { } member && (AreCallersRead(member, isRegistered) ? _deciding.Leads(member) : MayUseDecide(member));

    /// <summary>Returns the method or the property that can be called, or null.</summary>
    private static ISymbol? FindMember(ResponseBody body) => body.Member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary } ordinary => ordinary.OriginalDefinition,
        IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } property } => property.OriginalDefinition,
        IPropertySymbol { IsIndexer: false } property => property.OriginalDefinition,
        _ => null,
    };

    /// <summary>Determines whether the callers of a member call the test. The caller of a public method that adds endpoints, for example, doesn't call their code.</summary>
    private static bool AreCallersRead(ISymbol member, bool isRegistered) => !isRegistered || member.IsEffectivelyPrivate() || IsAboutResponse(member);

    private (bool HasProperty, IEnumerable<ISymbol> Next) Read(ISymbol member)
    {
        List<(IOperation Use, ResponseBody Body, ISymbol Called)> senders = [.. _senders.Find(member)];

        if (MayUseDecide(member) || senders.Exists(sender => MayForwardingDecide(sender.Use, (IMethodSymbol)member)))
            return (true, []);

        HashSet<ISymbol> callers = new(SymbolEqualityComparer.Default);

        foreach ((IOperation read, ResponseBody body, ISymbol called) in FindCalls(member).Concat(senders))
        {
            OtherDecisions others = OtherDecisions.Of(body, _partition);

            if (HasOtherArgument(read, body) || others.MayDecideAround(read, called))
                return (true, []);

            if (FindMember(body) is not { } caller)
                continue;

            if (AreCallersRead(caller, others.IsInRegistered(read.FindFunction() ?? read.Root())))
                callers.Add(caller);
            else if (MayUseDecide(caller))
                return (true, []);
        }

        return (false, callers);
    }

    /// <summary>Returns the calls of a method or the reads of a property.</summary>
    private IEnumerable<(IOperation Use, ResponseBody Body, ISymbol Called)> FindCalls(ISymbol member) => FindDeclarations(member)
        .SelectMany(declaration => _uses.FindReads(declaration).Select(found => (found.Read, found.Body, declaration)));

    /// <summary>Determines whether a method of the project that forwards a request of any type to its handler might decide.</summary>
    private bool MayForwardingDecide(IOperation use, IMethodSymbol member) =>
        use is IInvocationOperation { TargetMethod: var target } call
        && (target.IsGenericMethod || call.Arguments.Any(static argument => !SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition.Type.OriginalDefinition, argument.Value.WithoutConversions().Type?.OriginalDefinition)))
        && _uses.FindImplementations(target).Append(target.ReducedFrom ?? target).Any(each => _uses.FindCode(each.OriginalDefinition) is not null && DecidingCode.Of(_compilation, _partition).TestsOrContains(each.OriginalDefinition, member));

    /// <summary>Determines whether the code that receives a method as a delegate might decide. An endpoint can be a method. A condition isn't an endpoint.</summary>
    private bool MayUseDecide(ISymbol member) => FindDeclarations(member).OfType<IMethodSymbol>().Any(method => _uses.FindReferences(method).Any(found =>
        Refusals.IsBooleanOrTask(method.ReturnType) ? EndpointPolicies.IsForSequence(found.Use) || !IsOfAspNetCore(found.Use) : MayDenyUse(found.Use, found.Body)));

    /// <summary>Determines whether a method is passed to one of ASP.NET Core. Others can call it next to other conditions.</summary>
    private static bool IsOfAspNetCore(IOperation use) =>
        use.WithDelegateAround().Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var type } } && Refusals.IsAspNetCore(type);

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

                    // What the caller returns can depend on another store, too.
                    if (!read.IsUnconditionalIn(read.FindFunction() ?? read.Root()) || PlainFunction.Read(read.FindFunction() ?? read.Root(), read, new ConditionSources(caller)) is null || caller.Decisions.Any(decision => DecidesBeside(decision, read)) || PaidNames.HasOtherPurpose(caller.Member.Name) || PaidNames.HasOtherPurpose(caller.Member.ContainingType?.Name ?? "") || OtherDecisions.Of(caller, partition).MayDecideBefore(read, called))
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
        MethodKind.Constructor => MethodUses.Of(compilation).FindCreations(method.ContainingType).Any(found => MayDecide(found.Creation, member: null, found.Body, partition) || Of(compilation, partition).MayDecide(found.Body, OtherDecisions.Of(found.Body, partition).IsInRegistered(found.Creation.FindFunction() ?? found.Creation.Root())))
            || MethodUses.Of(compilation).FindInitializers(method.ContainingType).Any(found => MayDecide(found.Call, member: null, found.Body, partition)),
        MethodKind.Ordinary => FindDeclarations(method).SelectMany(MethodUses.Of(compilation).FindReads).Any(found => MayDecide(found.Read, method, found.Body, partition)),
        _ => false,
    };

    private static bool MayDecide(IOperation read, ISymbol? member, ResponseBody body, AccessPartition partition) =>
        HasOtherArgument(read, body) || OtherDecisions.Of(body, partition).MayDecideBefore(read, member);

    /// <summary>Determines whether a call passes a response that isn't certainly Figma's, or a choice of responses.</summary>
    private static bool HasOtherArgument(IOperation read, ResponseBody body)
    {
        ImmutableArray<IArgumentOperation> arguments = read switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };

        return arguments.Any(argument => ResponseTypes.IsResponse(argument.Parameter?.Type) && (IsChosen(argument.Value) || !new ResponseOrigins(body.Locals).IsFigma(Bare(argument.Value))));
    }

    /// <summary>Determines whether a value depends on a condition, such as that of <c>isKnown ? info : throw</c>.</summary>
    public static bool IsChosen(IOperation value) => value.WithDescendants().Any(static part => part is IConditionalOperation or ISwitchExpressionOperation);

    /// <summary>Returns the response that a value is a part of.</summary>
    private static IOperation Bare(IOperation value) =>
        value.WithoutConversions() is IPropertyReferenceOperation { Property: var property, Instance: { } instance } && ResponseTypes.IsOfResponse(property) ? Bare(instance) : value;
}
