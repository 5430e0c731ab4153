using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds what might decide about access beside a wrong test, so that the test isn't certainly the decision.</summary>
/// <remarks>A use of the response, another condition, a call that might throw and a policy of the endpoint might, unless a list says that they don't.</remarks>
internal sealed class OtherDecisions
{
    private static readonly ConditionalWeakTable<ResponseBody, ConcurrentDictionary<AccessPartition, OtherDecisions>> Callers = new();

    private readonly ResponseBody _body;
    private readonly AccessPartition _partition;
    private readonly Attempts _attempts;
    private readonly Lazy<bool> _mayCallerDecide;
    private readonly Lazy<bool> _mayCallerOfRegisteredDecide;
    private readonly Lazy<bool> _mayWriterDecide;
    private readonly Lazy<bool> _mayConstructorDecide;

    // The positions in each function, in source order. The uses also with those of the functions in it.
    private readonly Positions _uses = new();
    private readonly Positions _usesWithin = new();
    private readonly Positions _errors = new();
    private readonly Positions _conditions = new();
    private readonly Positions _choices = new();
    private readonly Positions _calls = new();
    private readonly Positions _denyingCalls = new();
    private readonly Positions _demandingCalls = new();

    private readonly Positions _computedResults = new();

    // Those of them that are nothing but a use of one method or property.
    private readonly Dictionary<ISymbol, Positions> _conditionsOf = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Positions> _choicesOf = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Positions> _callsOf = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Positions> _denyingCallsOf = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _calledLocalFunctions = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IOperation, bool> _registered = new();
    private readonly DenyingMethods _methods;
    private readonly ChoosingMethods _choosing;
    private readonly InjectedServices _services;
    private readonly ConditionSources _sources;
    private readonly ConditionSources _requests;

    public OtherDecisions(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition)
    {
        _body = body;
        _partition = partition;
        _methods = DenyingMethods.Of(body.Compilation);
        _choosing = ChoosingMethods.Of(body.Compilation, partition);
        _services = InjectedServices.Of(body.Compilation);
        _sources = new ConditionSources(body);
        _requests = new ConditionSources(body, areServicesUnderstood: true);
        _attempts = new Attempts(partition, _sources);
        _mayCallerDecide = new(() => Responses.Callers.Of(_body.Compilation, _partition).MayDecide(_body, isRegistered: false));
        _mayCallerOfRegisteredDecide = new(() => Responses.Callers.Of(_body.Compilation, _partition).MayDecide(_body, isRegistered: true));
        _mayWriterDecide = new(() => StoredResponses.MayWriterDecide(_body, _partition));
        _mayConstructorDecide = new(() => !_body.Member.IsStatic && _body.Member.ContainingType is { } type && MemberPolicies.FindOwnTypes(type).SelectMany(static each => each.InstanceConstructors).Any(_methods.ThrowsInBody));

        foreach (IOperation use in new ResponseUses(body, evaluator, partition).Find())
            AddUse(use);

        DenyingConditions conditions = new(body, evaluator, partition);

        foreach (IOperation condition in conditions.Find())
        {
            _conditions.Add(body.FindFunction(condition)!, condition);

            if (condition is IConditionalOperation { Condition: var asked } && FindMember(asked) is { } member)
                PositionsOf(_conditionsOf, member).Add(body.FindFunction(condition)!, condition);
        }

        foreach (IOperation choice in conditions.FindChoices())
        {
            AddWithin(_choices, body.FindFunction(choice)!, choice);

            if (choice is IConditionalOperation { Condition: var asked } && FindMember(asked) is { } member)
                AddWithin(PositionsOf(_choicesOf, member), body.FindFunction(choice)!, choice);
        }

        foreach (IOperation read in body.Reads)
        {
            IMethodSymbol? local = read is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } ? called.OriginalDefinition : null;

            if (local is not null)
                _calledLocalFunctions.Add(local);

            bool isDenying = MayThrowToDeny(read);

            if (!isDenying && !MayDenyByEffect(read))
                continue;

            IOperation function = body.FindFunction(read)!;
            ISymbol? member = FindMember(read);
            _calls.Add(function, read);

            if (member is not null)
                PositionsOf(_callsOf, member).Add(function, read);

            if (!isDenying && !_methods.DemandsByName(((IInvocationOperation)read).TargetMethod))
                continue;

            AddWithin(_denyingCalls, function, read);

            if (isDenying || read is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } } || AccessNames.IsDemand(((IInvocationOperation)read).TargetMethod.Name))
                AddWithin(_demandingCalls, function, read);

            if (member is not null)
                PositionsOf(_denyingCallsOf, member).Add(function, read);
        }

        foreach (IReturnOperation returned in body.Decisions.OfType<IReturnOperation>())
        {
            foreach (IOperation value in BooleanValues.FindComputed(returned.ReturnedValue!, body.Locals))
                _computedResults.Add(body.FindFunction(returned)!, value);
        }

        foreach (IOperation implicitCall in body.ImplicitCalls)
        {
            if (!ImplicitMethods.Find(implicitCall).Any(_methods.Throws))
                continue;

            _calls.Add(body.FindFunction(implicitCall)!, implicitCall);
            _denyingCalls.Add(body.FindFunction(implicitCall)!, implicitCall);
            _demandingCalls.Add(body.FindFunction(implicitCall)!, implicitCall);
        }
    }

    /// <summary>Returns what might decide in the body of a caller.</summary>
    public static OtherDecisions Of(ResponseBody caller, AccessPartition partition) =>
        Callers.GetValue(caller, static _ => new()).GetOrAdd(partition, key => new OtherDecisions(caller, new ResponseEvaluator(caller.Locals), key));

    /// <summary>Determines whether the code around an operation might decide, apart from the operation itself and from conditions that are nothing but a use of a member.</summary>
    public bool MayDecideBefore(IOperation operation, ISymbol? member)
    {
        IOperation function = operation.FindFunction() ?? operation.Root();
        return MayFunctionDeny(function)
            || _usesWithin.IsAnyOutside(function, operation.Syntax.Span)
            || _conditions.CountOutside(function, operation.Syntax.Span) > CountOf(_conditionsOf, member, function, operation.Syntax.Span)
            || MayCallDecideBefore(function, operation.Syntax.SpanStart, member)
            || MayOuterFunctionDecide(function, default)
            || MayApplicationDecide(function);
    }

    /// <summary>Determines whether a caller of a member might decide beside it: before the call or after it, in a loop around it, or by what it does with the Boolean value.</summary>
    public bool MayDecideAround(IOperation read, ISymbol member)
    {
        IOperation function = read.FindFunction() ?? read.Root();
        TextSpan span = read.Syntax.Span;

        return MayDecideBefore(read, member)
            || _denyingCalls.CountOutside(function, span) > CountOf(_denyingCallsOf, member, function, span)
            || MayChooseAfter(function, span.End, member)
            || UserLoops.Contain(read)
            || (Refusals.IsBooleanOrTask(read.Type) && (BooleanValues.FindUses(read, _body).Any(use => MayDecideAt(use, function, member)) || _computedResults.IsAnyOutside(function, span)));
    }

    /// <summary>Determines whether something might decide with a use of a Boolean value, or before it.</summary>
    private bool MayDecideAt(IOperation use, IOperation function, ISymbol member) =>
        (use.FindFunction() ?? use.Root()) != function || BooleanValues.MayBeCombined(use) || MayCallDecideBefore(function, use.Syntax.SpanStart, member);

    private bool MayChooseAfter(IOperation function, int position, ISymbol member)
    {
        TextSpan before = TextSpan.FromBounds(0, position);
        return _choices.CountOutside(function, before) > CountOf(_choicesOf, member, function, before);
    }

    private bool MayCallDecideBefore(IOperation function, int position, ISymbol? member) => _calls.CountBefore(function, position) > (FindPositions(_callsOf, member)?.CountBefore(function, position) ?? 0);

    /// <summary>Determines whether a function, or one around it, isn't called by the code around it, but by ASP.NET Core.</summary>
    public bool IsInRegistered(IOperation function)
    {
        for (IOperation? each = function; each is not null; each = _body.FindOuterFunction(each))
        {
            if (IsRegistered(each))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether code that isn't the denied code might decide too.</summary>
    /// <param name="decision">The decision by the wrong test.</param>
    /// <param name="denied">The text of the code that is executed only if access is denied.</param>
    public bool MayDecide(IOperation decision, TextSpan denied)
    {
        if (_body.FindFunction(decision) is not { } function)
            return false;

        if (MayFunctionDeny(function) || _body.IsInLoop(decision) || _attempts.MayDeny(decision))
            return true;

        if (_usesWithin.IsAnyOutside(function, denied) || _errors.IsAnyOutside(function, default) || _conditions.IsAnyOutside(function, denied))
            return true;

        // Only a choice after the decision is one of what the decision grants.
        if (_choices.CountOutside(function, denied) > _choices.CountBefore(function, decision.Syntax.SpanStart))
            return true;

        // What follows the decision is what it grants, unless it certainly looks at something again. A function without a result might also revoke access.
        if (_calls.IsAnyBefore(function, decision.Syntax.SpanStart) || (_body.ReturnsValue(function) ? _denyingCalls : _demandingCalls).IsAnyOutside(function, denied))
            return true;

        return MayOuterFunctionDecide(function, denied)
            || _mayConstructorDecide.Value
            || (IsInRegistered(function) ? _mayCallerOfRegisteredDecide : _mayCallerDecide).Value
            || _mayWriterDecide.Value
            || MayApplicationDecide(function);
    }

    /// <summary>Determines whether the functions around a function might decide before they call it, or before they return it.</summary>
    private bool MayOuterFunctionDecide(IOperation function, TextSpan denied)
    {
        for ((IOperation inner, IOperation? outer) = (function, _body.FindOuterFunction(function)); outer is not null; (inner, outer) = (outer, _body.FindOuterFunction(outer)))
        {
            ISymbol? local = (inner as ILocalFunctionOperation)?.Symbol.OriginalDefinition;

            if (_uses.IsAnyOutside(outer, denied))
                return true;

            if (!IsRegistered(inner) && (_conditions.CountOutside(outer, default) > CountOf(_conditionsOf, local, outer, default) || _calls.CountOutside(outer, default) > CountOf(_callsOf, local, outer, default)))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether the function around a function doesn't call it, but only tells ASP.NET Core to do so.</summary>
    private bool IsRegistered(IOperation function) => _registered.GetOrAdd(function, FindRegistered);

    private bool FindRegistered(IOperation function) => function is ILocalFunctionOperation { Symbol: var local }
        ? !_calledLocalFunctions.Contains(local.OriginalDefinition) && _body.FindUses(local).Any() && _body.FindUses(local).All(IsRegistration)
        : IsRegistration(function);

    private static bool IsRegistration(IOperation function) => function.WithDelegateAround().Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType: var type } method } } => Refusals.IsAspNetCore(type) && !Refusals.IsFactory(method),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType: var type } } => type.IsOfPlatform(),
        _ => false,
    };

    /// <summary>Returns the method or the property whose value is the condition, or null if the condition is something else.</summary>
    private ISymbol? FindMember(IOperation condition)
    {
        while (true)
        {
            switch (condition)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                    condition = negation.Operand;
                    continue;
                case IParenthesizedOperation parenthesized:
                    condition = parenthesized.Operand;
                    continue;
                case IConversionOperation { OperatorMethod: null } conversion:
                    condition = conversion.Operand;
                    continue;
                case IAwaitOperation awaited:
                    condition = awaited.Operation;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    condition = task;
                    continue;
                case ILocalReferenceOperation local when BooleanValues.FindValue(local, _body.Locals) is { } value:
                    condition = value;
                    continue;
                case IInvocationOperation call:
                    return call.TargetMethod.OriginalDefinition;
                case IPropertyReferenceOperation property:
                    return property.Property.OriginalDefinition;
                case var _ when BooleanValues.FindCompared(condition) is { } compared:
                    condition = compared;
                    continue;
                default:
                    return null;
            }
        }
    }

    private static Positions PositionsOf(Dictionary<ISymbol, Positions> all, ISymbol member)
    {
        if (!all.TryGetValue(member, out Positions? positions))
            all.Add(member, positions = new Positions());

        return positions;
    }

    private static int CountOf(Dictionary<ISymbol, Positions> all, ISymbol? member, IOperation function, TextSpan span) => FindPositions(all, member)?.CountOutside(function, span) ?? 0;

    private static Positions? FindPositions(Dictionary<ISymbol, Positions> all, ISymbol? member) => member is not null && all.TryGetValue(member.OriginalDefinition, out Positions? positions) ? positions : null;

    private bool MayFunctionDeny(IOperation function)
    {
        for (IOperation? each = function; each is not null; each = _body.FindOuterFunction(each))
        {
            if (EndpointPolicies.Of(_body).MayDeny(each))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether something that takes part in the same request might decide, before the code of a function or after it.</summary>
    private bool MayApplicationDecide(IOperation function)
    {
        ApplicationPolicies policies = ApplicationPolicies.Of(_body.Compilation);
        INamedTypeSymbol? type = _body.Member.ContainingType;

        if (ApplicationPolicies.IsMapped(type))
            return policies.MayDenyController() || Code().IsBefore(_body.Member);

        if (PipelineParts.Find(type) is { } part)
            return policies.MayDenyBeside(part) || Tests().IsAnyOutside(function.Root().Syntax) || policies.FindParts(part).Any(found => Endpoints().MayDeny(found.Part, found.IsForAll, _partition));

        if (PipelineParts.IsPart(_body.Member))
            return policies.MayDenyBeside((IMethodSymbol)_body.Member) || Tests().IsAnyOutside(function.Root().Syntax) || Endpoints().MayDeny(new PolicyPart(_body.Member, policy: null), isForAll: true, _partition);

        for (IOperation? each = function; each is not null; each = _body.FindOuterFunction(each))
        {
            if (IsRegistered(each))
                return EndpointPolicies.Of(_body).IsAdded(each) ? policies.MayDenyEndpoint() : MayDecideBeside(each, policies);
        }

        if (type is not null && policies.IsMappedByCall(type) && policies.MayDenyController())
            return true;

        // A method that returns a response is the code of an endpoint, whoever adds it.
        if (Refusals.IsResponse((_body.Member as IMethodSymbol)?.ReturnType) && policies.MayDenyEndpoint())
            return true;

        return (PipelineParts.IsDispatched(_body.Member) && (Tests().IsAnyAround(function.Root().Syntax) || Code().IsAround((IMethodSymbol)_body.Member)))
            || (_body.Member is IMethodSymbol method && RequestHandlers.MayReceive(method) && Code().IsForSameRequest(method));

        StatusTests Tests() => StatusTests.Of(_body.Compilation, _partition);

        DecidingCode Code() => DecidingCode.Of(_body.Compilation, _partition);

        ProtectedEndpoints Endpoints() => ProtectedEndpoints.Of(_body.Compilation);
    }

    /// <summary>Determines whether something might decide next to a lambda or a local function that is a middleware, a filter or an assertion.</summary>
    private bool MayDecideBeside(IOperation function, ApplicationPolicies policies)
    {
        if (policies.MayDenyBeside(function.Syntax) || StatusTests.Of(_body.Compilation, _partition).IsAnyOutside(function.Syntax))
            return true;

        IInvocationOperation? call = (function as IAnonymousFunctionOperation)?.FindReceivingCall() as IInvocationOperation;
        bool isAssertion = call?.TargetMethod.Name == "RequireAssertion";
        string? policy = isAssertion ? RequirementPolicies.FindName(call!) : null;
        ISymbol part = function is IAnonymousFunctionOperation { Symbol: var lambda } ? lambda : ((ILocalFunctionOperation)function).Symbol;

        return (isAssertion && !RequirementPolicies.IsOnlyRequirement(call!))
            || ProtectedEndpoints.Of(_body.Compilation).MayDeny(new PolicyPart(part, policy), isForAll: policy is null && call?.TargetMethod.Name != "AddEndpointFilter", _partition);
    }

    /// <summary>Adds a position to a function, and to those around it that pass it to code other than ASP.NET Core, which might call it at once.</summary>
    private void AddWithin(Positions positions, IOperation function, IOperation operation)
    {
        positions.Add(function, operation);

        for (IOperation inner = function; inner is IAnonymousFunctionOperation && !IsRegistration(inner) && _body.FindOuterFunction(inner) is { } outer; inner = outer)
            positions.Add(outer, operation);
    }

    private void AddUse(IOperation use)
    {
        // A captured variable belongs to the function that declares it.
        IOperation? function = ResponseEvaluator.FindSource(use) is ISymbol { Kind: SymbolKind.Local or SymbolKind.Parameter } variable
            ? _body.FindFunction(variable) ?? use.Root()
            : _body.FindFunction(use);

        // An error that is returned or stored has another purpose, also where access is denied.
        if (ResponseTypes.ReadsError(use))
            _errors.Add(function!, use);

        _uses.Add(function!, use);

        for (; function is not null; function = _body.FindOuterFunction(function))
            _usesWithin.Add(function, use);
    }

    /// <summary>Determines whether an operation might throw an exception for a user who has no access, or otherwise decide again: code that it runs does so for some users.</summary>
    private bool MayThrowToDeny(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsHarmless(call) => false,
        IInvocationOperation call when Refusals.Grants(call, _partition) => _methods.DecidesByCode(call, _body.Member),

        // Another service might have refused.
        IInvocationOperation call when ThrowingRequests.MayDeny(call, _requests) => true,
        IInvocationOperation or IObjectCreationOperation => MayDenyByCode(operation),
        IMethodReferenceOperation => !IsRegistration(operation) && (_methods.DeniesByCode(operation, _body.Member) || MayDenyByCode(operation)),

        // A response that is stored is judged with the code that stores it.
        IPropertyReferenceOperation { Property: var property } => ResponseTypes.IsResponse(property.Type) ? property.GetMethod is { } getter && _methods.Throws(getter) : MayDenyByCode(operation),
        _ => false,
    };

    private bool MayDenyByCode(IOperation operation) => _services.MayDeny(operation, _body.Member) || ((_methods.DeniesByCode(operation, _body.Member) || _choosing.MayChoose(operation, _body)) && !_sources.AreUnderstood(operation));

    /// <summary>Determines whether a call with no other purpose might throw an exception for a user who has no access.</summary>
    private bool MayDenyByEffect(IOperation operation) =>
        operation is IInvocationOperation call && IgnoredResults.IsStatement(call) && !IsHarmless(call) && !Refusals.Grants(call, _partition) && !call.IsCallOfPlatform() && _methods.MayDeny(call.TargetMethod)
        && !(_methods.OnlyThrows(call.TargetMethod) && _sources.AreUnderstood(call));

    /// <summary>Determines whether a call throws an exception for no response that a payer might get. A request doesn't.</summary>
    private static bool IsHarmless(IInvocationOperation call) => Refusals.ContinuesPipeline(call) || TellingMethods.Contains(call.TargetMethod) || IgnoredResults.IsClientMethodCall(call);
}
