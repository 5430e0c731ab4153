using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether an attribute or a convention of an endpoint might deny access before the code of the endpoint runs.</summary>
internal sealed class EndpointPolicies
{
    private const int MaxDepth = 16;

    /// <summary>The conventions that deny nobody access for a payment. Any other might.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "Accepts", "AddAdditionalAssemblies", "AddInteractiveServerRenderMode", "AddInteractiveWebAssemblyRenderMode", "AddOpenApiOperationTransformer", "AllowAnonymous", "CacheOutput",
        "DisableAntiforgery", "DisableHttpMetrics", "DisableRateLimiting", "DisableRequestTimeout", "DisableValidation", "ExcludeFromDescription", "MapGroup", "Produces", "ProducesProblem",
        "ProducesValidationProblem", "RequireCors", "RequireHost", "RequireRateLimiting", "ShortCircuit", "WithDescription", "WithDisplayName", "WithFormMappingOptions", "WithFormOptions",
        "WithGroupName", "WithHttpLogging", "WithName", "WithOpenApi", "WithOrder", "WithRequestTimeout", "WithStaticAssets", "WithSummary", "WithTags",
    };

    private static readonly ConditionalWeakTable<ResponseBody, EndpointPolicies> All = new();

    private readonly ResponseBody _body;
    private readonly Func<IInvocationOperation, bool>? _isIgnored;
    private readonly ConcurrentDictionary<ISymbol, bool> _groups = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IOperation, bool> _functions = new();

    private EndpointPolicies(ResponseBody body, Func<IInvocationOperation, bool>? isIgnored) => (_body, _isIgnored) = (body, isIgnored);

    public static EndpointPolicies Of(ResponseBody body) => All.GetValue(body, static key => new EndpointPolicies(key, isIgnored: null));

    /// <summary>Returns the policies of a body without some of its conventions.</summary>
    public static EndpointPolicies Without(Func<IInvocationOperation, bool> isIgnored, ResponseBody body) => new(body, isIgnored);

    /// <summary>Determines whether a function of the body is, or is part of, an endpoint that might deny access.</summary>
    public bool MayDeny(IOperation function) => _functions.GetOrAdd(function, Judge);

    private bool Judge(IOperation function) => function switch
    {
        IAnonymousFunctionOperation lambda => MemberPolicies.HasPolicy(lambda.Symbol) || MayParameterDeny(lambda.Symbol) || MayDenyUse(lambda, 0),
        ILocalFunctionOperation local => MemberPolicies.HasPolicy(local.Symbol) || MayParameterDeny(local.Symbol) || _body.FindUses(local.Symbol).Any(use => MayDenyUse(use, 0)),
        _ => MemberPolicies.MayDeny(_body.Member) || (_body.Member is IMethodSymbol method && MayParameterDeny(method)) || MayCreationDeny() || (MemberPolicies.RequiresUser(_body.Member) && ApplicationPolicies.Of(_body.Compilation).AuthenticatesUsers),
    };

    /// <summary>Determines whether what gives a method its arguments might deny access: a binder, a validation, or the creation of a service.</summary>
    private bool MayParameterDeny(IMethodSymbol method) => ParameterPolicies.MayDeny(method) || InjectedServices.Of(_body.Compilation).MayDeny(method);

    /// <summary>Determines whether the creation of the object whose member the body is might deny access.</summary>
    private bool MayCreationDeny() => _body.Member is { IsStatic: false, ContainingType: { } type } and not IMethodSymbol { MethodKind: MethodKind.Constructor } && InjectedServices.Of(_body.Compilation).MayDeny(type);

    /// <summary>Determines whether a lambda or a method is passed to an operator of a sequence of responses, such as <c>Select</c>. The sequence might have been filtered.</summary>
    public static bool IsForSequence(IOperation function) =>
        function.WithDelegateAround().Parent is IArgumentOperation { Parent: IInvocationOperation call } && ReceivesResponses(call);

    /// <summary>Determines whether a lambda or a method is passed to a method such as <c>MapGet</c>.</summary>
    public static bool IsEndpoint(IOperation function) => function.WithDelegateAround().Parent is IArgumentOperation { Parent: IInvocationOperation call } && IsMap(call);

    /// <summary>Determines whether a lambda or a local function of the body is passed to a method such as <c>MapGet</c>.</summary>
    public bool IsAdded(IOperation function) => function is ILocalFunctionOperation { Symbol: var local } ? _body.FindUses(local).Any(IsEndpoint) : IsEndpoint(function);

    /// <summary>Determines whether the code that receives a lambda or a method might deny access before it calls it.</summary>
    public bool MayDenyUse(IOperation function) => MayDenyUse(function, 0);

    /// <summary>Determines whether a convention of the endpoints that a call such as <c>MapControllers</c> adds, or of their group, might deny access.</summary>
    public bool MayDenyEndpoints(IInvocationOperation map) => MayDenyEndpoint(map, 0);

    /// <summary>Determines whether another convention might deny access to the endpoints that a convention such as <c>AddEndpointFilter</c> is added to.</summary>
    public bool MayDenyBeside(IInvocationOperation convention)
    {
        for (IOperation value = convention; FindConvention(value) is { } next && (next.TargetMethod.Name == "MapGroup" || !IsMap(next)); value = next)
        {
            if (!IsHarmless(next))
                return true;
        }

        IOperation? target = FindReceiver(convention);

        for (int depth = 0; depth < MaxDepth; depth++)
        {
            switch (target?.WithoutConversions())
            {
                case { Type: var type } when IsApplication(type):
                    return false;
                case IInvocationOperation call when IsMap(call) || IsHarmless(call):
                    target = FindReceiver(call);
                    continue;
                case IInvocationOperation:
                    return true;
                case ILocalReferenceOperation { Local: var local }:
                    if (_body.FindUses(local).Any(use => FindConvention(use) is { } other && other != convention && other.IsCallOfPlatform() && !IsMap(other) && !IsHarmless(other)))
                        return true;

                    target = _body.Locals.Find(local);
                    continue;
                default:
                    return false;
            }
        }

        return true;
    }

    private bool MayDenyUse(IOperation function, int depth)
    {
        if (depth > MaxDepth)
            return true;

        IOperation value = function.WithDelegateAround();

        return value.Parent switch
        {
            // The methods of .NET that receive an endpoint are those of routing.
            IArgumentOperation { Parent: IInvocationOperation call } => !call.IsCallOfPlatform() || ReceivesResponses(call) || MayDenyEndpoint(call, depth),
            IArgumentOperation { Parent: IObjectCreationOperation creation } => !creation.IsCallOfPlatform(),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => _body.FindUses(local).Any(use => MayDenyUse(use, depth + 1)),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment => assignment.Value == value && _body.FindUses(local.Local).Any(use => MayDenyUse(use, depth + 1)),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false, ContainingType: var type } } } => !type.IsOfPlatform(),
            IInvocationOperation or IConditionalAccessOperation or IEventAssignmentOperation => false,
            _ => true,
        };
    }

    private static bool ReceivesResponses(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value.Type).Append(call.Instance?.Type).Any(static type => type?.TypeKind != TypeKind.Delegate && !ResponseTypes.IsResponse(type) && ResponseTypes.Contains(type));

    private bool MayDenyEndpoint(IInvocationOperation map, int depth) =>
        IsMap(map) ? MayDenyAfter(map, isMapped: true, depth) || MayDenyBefore(FindReceiver(map), depth)
        : map.TargetMethod.Name == "AddEndpointFilter" ? MayDenyBeside(map)
        : MayDenyAfter(map, isMapped: false, depth);

    /// <summary>Determines whether a convention that is added to an endpoint might deny access.</summary>
    private bool MayDenyAfter(IOperation endpoint, bool isMapped, int depth)
    {
        IOperation value = endpoint;

        for (; FindConvention(value) is { } convention; value = convention)
        {
            if (!IsHarmless(convention))
                return true;
        }

        return isMapped && value.WithConversionsAround().Parent switch
        {
            IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } => false,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
                depth > MaxDepth || _body.FindUses(local).Any(use => FindConvention(use) is null || MayDenyAfter(use, isMapped: true, depth + 1)),
            _ => true,
        };
    }

    /// <summary>Determines whether a convention of the group that an endpoint is added to might deny access.</summary>
    private bool MayDenyBefore(IOperation? routes, int depth)
    {
        switch (routes?.WithoutConversions())
        {
            case null:
            case { Type: var type } when IsApplication(type):
            case IParameterReferenceOperation { Parameter.ContainingSymbol: var lambda } when _body.Functions.Any(function => IsRouting(function, lambda)):
                return false;
            case IInvocationOperation convention:
                return depth > MaxDepth || !IsHarmless(convention) || MayDenyBefore(FindReceiver(convention), depth + 1);
            case ILocalReferenceOperation local:
                if (!_groups.TryGetValue(local.Local, out bool mayDeny))
                {
                    mayDeny = depth > MaxDepth
                        || _body.Locals.Find(local.Local) is not { } group
                        || MayDenyBefore(group, depth + 1)
                        || _body.FindUses(local.Local).Any(use => !IsHarmlessUse(use));
                    _groups[local.Local] = mayDeny;
                }

                return mayDeny;

            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }:
                return MayCallerDeny(parameter, method, depth);

            // It can be a group that has a policy.
            default:
                return true;
        }
    }

    /// <summary>Determines whether a caller of a method such as <c>MapRender(this IEndpointRouteBuilder routes)</c> might pass a group with a policy. Nothing is known of a method that isn't called here.</summary>
    private bool MayCallerDeny(IParameterSymbol parameter, IMethodSymbol method, int depth)
    {
        if (depth > MaxDepth || !IsRoutes(parameter.Type) || !SymbolEqualityComparer.Default.Equals(method, _body.Member) || method.MethodKind != MethodKind.Ordinary)
            return true;

        if (!_groups.TryGetValue(parameter, out bool mayDeny))
        {
            // A method that calls itself might add a policy each time.
            _groups[parameter] = true;

            MethodUses uses = MethodUses.Of(_body.Compilation);
            List<(IOperation Read, ResponseBody Body)> calls = [.. uses.FindReads(method)];

            mayDeny = !(method.ReturnsVoid || IsRoutes(method.ReturnType) || IsApplication(method.ReturnType))
                || calls.Count == 0
                || uses.FindReferences(method).Any()
                || !OnlyAddsEndpoints(method, depth)
                || calls.Any(call => (_isIgnored is null ? Of(call.Body) : Without(_isIgnored, call.Body)).MayDenyBefore(((IInvocationOperation)call.Read).Arguments.ValueOf(parameter.Ordinal), depth + 1));

            _groups[parameter] = mayDeny;
        }

        return mayDeny;
    }

    /// <summary>Determines whether a method of this compilation does nothing with the routes that it receives but add endpoints to them, or return them.</summary>
    private bool OnlyAddsEndpoints(IMethodSymbol method, int depth)
    {
        if (depth > MaxDepth || method.Parameters is not [{ Ordinal: 0 } routes, ..] || MethodUses.Of(_body.Compilation).FindBody(method) is not { } body)
            return false;

        if (!_groups.TryGetValue(method, out bool mayDeny))
        {
            // A method that calls itself does what it does elsewhere.
            _groups[method] = false;

            _groups[method] = mayDeny = !IsRoutes(routes.Type) || body.WithDescendants().Any(part =>
                part is IParameterReferenceOperation read
                && SymbolEqualityComparer.Default.Equals(read.Parameter, routes)
                && read.Parent is not IReturnOperation
                && !(FindConvention(read) is { } call && IsRoutes(read.WithConversionsAround().Type) && (IsHarmless(call) || IsHarmlessMap(call, depth + 1))));
        }

        return !mayDeny;
    }

    private bool IsHarmlessMap(IInvocationOperation call, int depth) => IsMap(call) && (call.IsCallOfPlatform() || OnlyAddsEndpoints(call.TargetMethod.ReducedFrom ?? call.TargetMethod, depth));

    /// <summary>Determines whether the type is the interface to which endpoints can be added, but no policy.</summary>
    private static bool IsRoutes(ITypeSymbol? type) => type.Is("IEndpointRouteBuilder", "Routing", "AspNetCore", "Microsoft");

    /// <summary>Determines whether a group is used to add an endpoint, or a harmless convention.</summary>
    private bool IsHarmlessUse(IOperation group) =>
        FindConvention(group) is { } call && (IsHarmless(call) || IsHarmlessMap(call, 0));

    private static bool IsMap(IInvocationOperation call) => call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal);

    private static bool IsApplication(ITypeSymbol? type) => type.Is("WebApplication", "Builder", "AspNetCore", "Microsoft");

    /// <summary>Determines whether a lambda adds the endpoints of an application, as in <c>app.UseEndpoints(routes => …)</c>.</summary>
    private bool IsRouting(IOperation function, ISymbol lambda) =>
        function is IAnonymousFunctionOperation { Symbol: var symbol } adding
        && SymbolEqualityComparer.Default.Equals(symbol, lambda)
        && adding.FindReceivingCall() is IInvocationOperation { TargetMethod.Name: "UseEndpoints" } call
        && call.IsCallOfPlatform()
        && !ApplicationPolicies.Of(_body.Compilation).HasBranch;

    private static IInvocationOperation? FindConvention(IOperation endpoint) => endpoint.WithConversionsAround() switch
    {
        { Parent: IInvocationOperation call } value when call.Instance == value => call,
        { Parent: IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call } } => call,
        _ => null,
    };

    private static IOperation? FindReceiver(IInvocationOperation call) => call.Instance ?? call.Arguments.ValueOf(0);

    private bool IsHarmless(IInvocationOperation convention) =>
        convention.IsCallOfPlatform()
        && (_isIgnored?.Invoke(convention) == true || (convention.TargetMethod.Name == "AddEndpointFilter" && EndpointFilters.IsHarmless(convention, MethodUses.Of(_body.Compilation))) || Harmless.Contains(convention.TargetMethod.Name) || (convention.TargetMethod is { Name: "RequireAuthorization", Parameters.Length: <= 1, IsExtensionMethod: true } && !ApplicationPolicies.Of(_body.Compilation).AuthenticatesUsers));
}
