using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether the endpoints that a middleware, a filter or an authorization handler protects might deny access themselves, by another policy or by their code.</summary>
internal sealed class ProtectedEndpoints
{
    private static readonly ConditionalWeakTable<Compilation, ProtectedEndpoints> All = new();

    private readonly Compilation _compilation;
    private readonly MethodUses _uses;
    private readonly Lazy<List<(IInvocationOperation Map, ResponseBody Body)>> _maps;
    private readonly Lazy<List<(INamedTypeSymbol Type, List<List<AttributeData>> Policies)>> _types;

    private ProtectedEndpoints(Compilation compilation)
    {
        _compilation = compilation;
        _uses = MethodUses.Of(compilation);
        _maps = new(() => [.. _uses.FindCallsWithPrefix("Map").Where(static found => AddsEndpoints(found.Call.TargetMethod))]);
        _types = new(() => [.. compilation.Assembly.GlobalNamespace.FindTypes().Select(static type => (type, FindPolicies(type).ToList()))]);
    }

    public static ProtectedEndpoints Of(Compilation compilation) => All.GetValue(compilation, static key => new ProtectedEndpoints(key));

    /// <summary>Determines whether an endpoint that a part of the pipeline protects might deny access itself.</summary>
    /// <param name="part">The part.</param>
    /// <param name="isForAll">A value that indicates whether the part protects all endpoints, or might protect any.</param>
    /// <param name="partition">The responses.</param>
    public bool MayDeny(PolicyPart part, bool isForAll, AccessPartition partition)
    {
        if (new AskedPolicies(_compilation, partition).MayDeny(part))
            return true;

        DecidingCode code = DecidingCode.Of(_compilation, partition);
        Dictionary<ResponseBody, (EndpointPolicies Own, EndpointPolicies Other)> policies = [];

        // The attributes of a controller are combined with the conventions of MapControllers, for example.
        bool isForTypes = isForAll;
        bool areTypesDenied = false;

        foreach ((IInvocationOperation map, ResponseBody body) in _maps.Value)
        {
            if (!policies.TryGetValue(body, out (EndpointPolicies Own, EndpointPolicies Other) found))
                policies.Add(body, found = (EndpointPolicies.Without(part.IsUnrelated, body), EndpointPolicies.Without(part.IsAddedBy, body)));

            List<IOperation> handlers = [.. FindHandlers(map)];

            if (handlers.Count == 0)
            {
                if (ApplicationPolicies.MapsTypes(map.TargetMethod))
                {
                    isForTypes |= found.Own.MayDenyEndpoints(map);
                    areTypesDenied |= found.Other.MayDenyEndpoints(map);
                }

                continue;
            }

            List<AttributeData> attributes = [.. handlers.Select(FindFunction).OfType<IMethodSymbol>().SelectMany(static function => function.GetAttributes()).Where(MemberPolicies.MayDeny)];
            bool isAdded = isForAll || found.Own.MayDenyEndpoints(map);
            bool isProtected = isAdded || !attributes.TrueForAll(part.IsUnrelated);

            if (isProtected && (found.Other.MayDenyEndpoints(map) || MayDeny(attributes, part, isAdded) || handlers.Exists(handler => MayDeny(handler, body, code))))
                return true;
        }

        if (areTypesDenied && (isForTypes || IsApplied(part)))
            return true;

        return _types.Value.Exists(found =>
        {
            bool isProtected = isForTypes || found.Policies.Exists(attributes => !attributes.TrueForAll(part.IsUnrelated));

            return isProtected
                && (found.Policies.Exists(attributes => MayDeny(attributes, part, isForTypes))
                    || (IsMapped(found.Type) && MemberPolicies.FindOwnTypes(found.Type).Any(code.ContainsInEndpoint)));
        });
    }

    /// <summary>Determines whether an attribute of the project might apply a part.</summary>
    public bool IsApplied(PolicyPart part) => _types.Value.Exists(found => found.Policies.Exists(attributes => !attributes.TrueForAll(part.IsUnrelated)));

    private static bool MayDeny(List<AttributeData> attributes, PolicyPart part, bool isForAll) => isForAll ? !attributes.TrueForAll(part.IsAppliedBy) : part.IsCombined(attributes);

    private bool IsMapped(INamedTypeSymbol type) => ApplicationPolicies.IsMapped(type) || ApplicationPolicies.Of(_compilation).IsMappedByCall(type);

    /// <summary>Determines whether a method adds endpoints to routes. A group is judged with the endpoints in it.</summary>
    private static bool AddsEndpoints(IMethodSymbol method) =>
        method.Name != "MapGroup" && (method.ReducedFrom ?? method) is { IsStatic: true, Parameters: [{ Type: var routes }, ..] } && routes.Is("IEndpointRouteBuilder", "Routing", "AspNetCore", "Microsoft");

    /// <summary>Returns the policies of a type, and those of each of its methods together with them.</summary>
    private static IEnumerable<List<AttributeData>> FindPolicies(INamedTypeSymbol type)
    {
        List<AttributeData> policies = [.. MemberPolicies.FindPolicies(type)];

        if (policies.Count > 0)
            yield return policies;

        foreach (IMethodSymbol method in MemberPolicies.FindOwnTypes(type).SelectMany(static each => each.GetMembers().OfType<IMethodSymbol>()))
        {
            List<AttributeData> own = [.. MemberPolicies.FindPolicies(method)];

            if (own.Count > 0)
                yield return [.. policies, .. own];
        }
    }

    private static IEnumerable<IOperation> FindHandlers(IInvocationOperation map) => map.Arguments
        .Where(static argument => argument.Parameter?.Type is { } type && (type.SpecialType == SpecialType.System_Delegate || (type.TypeKind == TypeKind.Delegate && type.Name != "Action")))
        .Select(static argument => argument.Value.WithoutConversions());

    private static IMethodSymbol? FindFunction(IOperation handler) => handler is not IDelegateCreationOperation { Target: var target } ? null
        : target is IAnonymousFunctionOperation { Symbol: var lambda } ? lambda
        : (target as IMethodReferenceOperation)?.Method;

    /// <summary>Determines whether the code of an endpoint might deny access. Code that isn't found might.</summary>
    private static bool MayDeny(IOperation handler, ResponseBody body, DecidingCode code) => handler is not IDelegateCreationOperation { Target: var target } || target switch
    {
        IAnonymousFunctionOperation { Symbol: var symbol } lambda => code.ContainsInEndpoint(body, lambda, symbol),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => body.Functions.FirstOrDefault(function => function is ILocalFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, local.OriginalDefinition)) is not { } found || code.ContainsInEndpoint(body, found, local),
        IMethodReferenceOperation { Method: var method } => code.ContainsInEndpoint(method.OriginalDefinition),
        _ => true,
    };
}
