using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes code and functions that grant access, or the product itself, when a call has returned.</summary>
internal sealed class GrantingCode(ResponseBody body)
{
    private static readonly AccessPartition Partition = AccessPartition.BySuccess;

    private readonly MethodUses _uses = MethodUses.Of(body.Compilation);
    private readonly DenyingMethods _methods = new(MethodUses.Of(body.Compilation));
    private readonly Dictionary<ISymbol, bool> _grants = new(SymbolEqualityComparer.Default);
    private readonly Lazy<HashSet<ISymbol>> _takenAway = new(() => new(body.Reads.OfType<IMemberReferenceOperation>().Where(TakesAway).Select(static reference => reference.Member), SymbolEqualityComparer.Default));

    /// <summary>Returns the statements that are certainly executed after a statement if nothing throws, up to the first choice or end. The end of a <c>try</c> block isn't one.</summary>
    public IReadOnlyList<IOperation> FindFollowing(IOperation statement)
    {
        return [.. new AccessSide(null, [], Find()).FindStatements(isFollowed: true)];

        IEnumerable<IOperation> Find()
        {
            for (IOperation? each = statement; each is not null; each = FindAttempt(each))
            {
                foreach (IOperation next in body.FindFollowing(each))
                    yield return next;
            }
        }
    }

    /// <summary>Determines whether the statements after a call call a method that grants access, or set a member such as <c>IsPro</c>, before anything might deny it.</summary>
    public bool Grants(IReadOnlyList<IOperation> following)
    {
        foreach (IOperation statement in following)
        {
            switch (FindEffect(statement))
            {
                case IInvocationOperation { TargetMethod: var method } call when Granting.IsGrant(call, Partition) && (method.ContainingType.IsOfPlatform() || AccessNames.GrantsPaidProduct(method.Name)):
                    return CertainlyGrants(method);
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member }, Value.ConstantValue: { HasValue: true, Value: true } } when AccessNames.IsGrantedState(member.Name, member.ContainingType.Name):
                    return !_takenAway.Value.Contains(member);
                case IInvocationOperation call when MayDeny(call):
                    return false;
            }
        }

        return false;
    }

    /// <summary>Determines whether the statements do nothing but log, or return that a requirement is met.</summary>
    public static bool OnlySucceeds(IReadOnlyList<IOperation> following) => following.All(static statement => statement switch
    {
        IReturnOperation { ReturnedValue: null } or IEmptyOperation or ILocalFunctionOperation => true,
        IReturnOperation { ReturnedValue: { } value } => Refusals.Unwrap(value) is { ConstantValue: { HasValue: true, Value: true } } or IPropertyReferenceOperation { Property.Name: "CompletedTask" },
        _ => FindEffect(statement) is IInvocationOperation call && TellingMethods.Contains(call.TargetMethod),
    });

    /// <summary>Determines whether nothing in the statements might deny access, or return something else than a success.</summary>
    public bool MayOnlyGrant(IReadOnlyList<IOperation> following) => following.All(statement => statement switch
    {
        IReturnOperation { ReturnedValue: { } value } => IsSuccess(value),
        IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => false,
        _ => FindEffect(statement) is not { } effect || !(Refusals.Refuses(effect, Partition) || Refusals.IsThrowHelper(effect) || (effect is IInvocationOperation call && MayDeny(call))),
    });

    /// <summary>Determines whether a function such as <c>EnsurePaidAsync</c> is there to reject who hasn't paid, by its name.</summary>
    public bool Requires(IOperation? function) => FindName(function) is { } name && (AccessNames.IsGrantingDemand(name) || AccessNames.IsGrantingCondition(name, Partition));

    /// <summary>Determines whether a function such as <c>EnablePremiumAsync</c> grants access, by its name.</summary>
    public bool IsGrantingFunction(IOperation? function) => FindName(function) is { } name && AccessNames.IsGrantingMethod(name, isIdentityUsed: true) && AccessNames.GrantsPaidProduct(name) && !AccessNames.IsVerbAlone(name);

    /// <summary>Determines whether a function is an endpoint that returns a success after a call, or a part of a pipeline that continues.</summary>
    public bool Delivers(IOperation? function, IReadOnlyList<IOperation> following) =>
        MayOnlyGrant(following)
        && (following.Any(static statement => FindEffect(statement) is IInvocationOperation call && Refusals.ContinuesPipeline(call))
            || (following is [.., IReturnOperation { ReturnedValue: not null }] && function is not null && IsEndpoint(function)));

    private bool IsEndpoint(IOperation function) => function switch
    {
        IAnonymousFunctionOperation or ILocalFunctionOperation => EndpointPolicies.Of(body).IsAdded(function),
        _ => body.Member is IMethodSymbol { ContainingType: { } type } method
            && (Refusals.IsResponse(method.ReturnType) || MemberPolicies.IsController(type) || _uses.FindReferences(method).Any(static found => EndpointPolicies.IsEndpoint(found.Use))),
    };

    /// <summary>Determines whether a returned value is a success, and nothing that computes it might deny access.</summary>
    private bool IsSuccess(IOperation value) =>
        (Refusals.Unwrap(value) is IInvocationOperation next && Refusals.ContinuesPipeline(next))
        || (!Refusals.MayRefuse(Refusals.Unwrap(value))
            && value.WithDescendants().All(part => part is not IInvocationOperation call || call.IsCallOfPlatform() || !MayDeny(call))
            && Refusals.Unwrap(value).ConstantValue is not { HasValue: true, Value: false });

    private bool MayDeny(IInvocationOperation call) =>
        !Refusals.ContinuesPipeline(call) && !TellingMethods.Contains(call.TargetMethod) && !IgnoredResults.IsClientMethodCall(call) && !call.IsCallOfPlatform() && _methods.Denies(call.TargetMethod);

    /// <summary>Determines whether a method that grants access, by its name, doesn't ask for a payment itself.</summary>
    private bool CertainlyGrants(IMethodSymbol method)
    {
        method = method.OriginalDefinition;

        if (!_grants.TryGetValue(method, out bool grants))
            _grants.Add(method, grants = method.ContainingType.IsOfPlatform() || _uses.FindImplementations(method).Append(method).All(each => _uses.FindBody(each) is null || !_methods.Denies(each)));

        return grants;
    }

    /// <summary>Determines whether another value than true is assigned to a member, as by code that disables something while a request runs.</summary>
    private static bool TakesAway(IMemberReferenceOperation member) =>
        member.Parent is ISimpleAssignmentOperation assignment && assignment.Target == member && assignment.Value.ConstantValue is not { HasValue: true, Value: true } && !IsInCatchClause(member);

    private static bool IsInCatchClause(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is ICatchClauseOperation)
                return true;
        }

        return false;
    }

    private string? FindName(IOperation? function) => function switch
    {
        ILocalFunctionOperation { Symbol.Name: var name } => name,
        IAnonymousFunctionOperation or null => null,
        _ => body.Member is IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: var name } ? name : null,
    };

    /// <summary>Returns the <c>try</c> statement whose block certainly executes a statement, or null if there is none.</summary>
    private static ITryOperation? FindAttempt(IOperation statement)
    {
        for (IOperation inner = statement; inner.Parent is { } around; inner = around)
        {
            switch (around)
            {
                case ITryOperation attempt:
                    return attempt.Body == inner ? attempt : null;
                case not (IBlockOperation or IConditionalOperation or ISwitchOperation or ISwitchCaseOperation or IUsingOperation or ILockOperation or ILabeledOperation):
                    return null;
            }
        }

        return null;
    }

    /// <summary>Returns what a statement does, without the operations that wait for it, or null if it isn't an expression.</summary>
    private static IOperation? FindEffect(IOperation statement)
    {
        IOperation? effect = statement switch
        {
            IExpressionStatementOperation expression => expression.Operation,
            IReturnOperation { ReturnedValue: { } value } => value,
            _ => null,
        };

        while (effect is not null)
        {
            effect = Refusals.Unwrap(effect);

            switch (effect)
            {
                case IConditionalAccessOperation access:
                    effect = access.WhenNotNull;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    effect = task;
                    continue;
                default:
                    return effect;
            }
        }

        return null;
    }
}
