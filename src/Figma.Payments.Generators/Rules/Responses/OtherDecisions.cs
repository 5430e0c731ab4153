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
    private readonly Lazy<bool> _mayWriterDecide;

    // The positions in each function, in source order. The uses also with those of the functions in it.
    private readonly Positions _uses = new();
    private readonly Positions _usesWithin = new();
    private readonly Positions _errors = new();
    private readonly Positions _conditions = new();
    private readonly Positions _calls = new();
    private readonly Positions _denyingCalls = new();

    // Those of them that are nothing but a use of one method or property.
    private readonly Dictionary<ISymbol, Positions> _conditionsOf = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Positions> _callsOf = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _calledLocalFunctions = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IOperation, bool> _registered = new();
    private readonly DenyingMethods _methods;

    public OtherDecisions(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition)
    {
        _body = body;
        _partition = partition;
        _attempts = new Attempts(partition);
        _methods = new DenyingMethods(MethodUses.Of(body.Compilation));
        _mayCallerDecide = new(() => Responses.Callers.MayDecide(_body, _partition));
        _mayWriterDecide = new(() => StoredResponses.MayWriterDecide(_body, _partition));

        foreach (IOperation use in new ResponseUses(body, evaluator, partition).Find())
            AddUse(use);

        foreach (IOperation condition in new DenyingConditions(body, evaluator, partition).Find())
        {
            _conditions.Add(body.FindFunction(condition)!, condition);

            if (condition is IConditionalOperation { Condition: var asked } && FindMember(asked) is { } member)
                PositionsOf(_conditionsOf, member).Add(body.FindFunction(condition)!, condition);
        }

        foreach (IOperation read in body.Reads)
        {
            IMethodSymbol? local = read is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } ? called.OriginalDefinition : null;

            if (local is not null)
                _calledLocalFunctions.Add(local);

            if (!MayThrowToDeny(read))
                continue;

            _calls.Add(body.FindFunction(read)!, read);

            if (read is not IInvocationOperation { TargetMethod: var method } || !IsStatement(read) || _methods.Denies(method))
                _denyingCalls.Add(body.FindFunction(read)!, read);

            if (local is not null)
                PositionsOf(_callsOf, local).Add(body.FindFunction(read)!, read);
        }

        foreach (IOperation implicitCall in body.ImplicitCalls)
        {
            if (!ImplicitMethods.Find(implicitCall).Any(_methods.Throws))
                continue;

            _calls.Add(body.FindFunction(implicitCall)!, implicitCall);
            _denyingCalls.Add(body.FindFunction(implicitCall)!, implicitCall);
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
            || _calls.IsAnyBefore(function, operation.Syntax.SpanStart)
            || MayOuterFunctionDecide(function, default)
            || MayApplicationDecide(function);
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

        // What follows the decision is what it grants, unless it certainly looks at something again. A function without a result is left then.
        if (_calls.IsAnyBefore(function, decision.Syntax.SpanStart) || (_body.ReturnsValue(function) && _denyingCalls.IsAnyOutside(function, denied)))
            return true;

        return MayOuterFunctionDecide(function, denied)
            || _mayCallerDecide.Value
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
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var type } } => Refusals.IsAspNetCore(type),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType: var type } } => type.IsOfPlatform(),
        _ => false,
    };

    /// <summary>Returns the method or the property whose value is the condition, or null if the condition is something else.</summary>
    private static ISymbol? FindMember(IOperation condition)
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
                case IInvocationOperation call:
                    return call.TargetMethod.OriginalDefinition;
                case IPropertyReferenceOperation property:
                    return property.Property.OriginalDefinition;
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

    private static int CountOf(Dictionary<ISymbol, Positions> all, ISymbol? member, IOperation function, TextSpan span) =>
        member is not null && all.TryGetValue(member.OriginalDefinition, out Positions? positions) ? positions.CountOutside(function, span) : 0;

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

        return PipelineParts.IsDispatched(_body.Member) && (Tests().IsAnyAround(function.Root().Syntax) || Code().IsAround((IMethodSymbol)_body.Member));

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

    /// <summary>Determines whether an operation might throw an exception for a user who has no access: its code certainly throws one sometimes, or it is a call with no other purpose.</summary>
    private bool MayThrowToDeny(IOperation operation) => operation switch
    {
        IInvocationOperation call => MayThrowToDeny(call),
        IObjectCreationOperation { Constructor: { } constructor } => _methods.Throws(constructor),
        IPropertyReferenceOperation { Property: var property } => (IsWritten(operation) ? property.SetMethod : property.GetMethod) is { } accessor && _methods.Throws(accessor),
        _ => false,
    };

    private static bool IsWritten(IOperation property) => property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property;

    private bool MayThrowToDeny(IInvocationOperation call)
    {
        // A request throws an exception for no response that a payer might get.
        if (Refusals.ContinuesPipeline(call) || Refusals.Grants(call, _partition) || TellingMethods.Contains(call.TargetMethod) || IgnoredResults.IsClientMethodCall(call))
            return false;

        // Another service might have refused.
        if (_methods.Throws(call.TargetMethod) || call.TargetMethod.Name == "EnsureSuccessStatusCode")
            return true;

        return IsStatement(call) && !call.IsCallOfPlatform() && _methods.MayDeny(call.TargetMethod);
    }

    /// <summary>Determines whether the result of a call isn't used.</summary>
    private static bool IsStatement(IOperation call)
    {
        IOperation statement = call;

        while (statement.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "Wait" or "GetAwaiter" or "GetResult" })
            statement = statement.Parent;

        return statement.Parent is IExpressionStatementOperation;
    }

    /// <summary>The positions of operations, by function.</summary>
    private sealed class Positions
    {
        private readonly Dictionary<IOperation, List<int>> _positions = [];

        public void Add(IOperation function, IOperation operation)
        {
            int position = operation.Syntax.SpanStart;

            if (!_positions.TryGetValue(function, out List<int>? list))
                _positions.Add(function, list = []);

            // Operations are almost always in source order.
            if (list.Count == 0 || list[list.Count - 1] <= position)
                list.Add(position);
            else
                list.Insert(CountBefore(list, position), position);
        }

        public bool IsAnyOutside(IOperation function, TextSpan span) => CountOutside(function, span) > 0;

        public int CountOutside(IOperation function, TextSpan span) =>
            _positions.TryGetValue(function, out List<int>? list) ? list.Count - (CountBefore(list, span.End) - CountBefore(list, span.Start)) : 0;

        public bool IsAnyBefore(IOperation function, int position) => _positions.TryGetValue(function, out List<int>? list) && list[0] < position;

        private static int CountBefore(List<int> positions, int end)
        {
            (int low, int high) = (0, positions.Count);

            while (low < high)
            {
                int middle = (low + high) / 2;

                if (positions[middle] < end)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low;
        }
    }
}
