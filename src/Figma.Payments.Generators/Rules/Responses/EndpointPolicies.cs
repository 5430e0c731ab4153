using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether an attribute or a convention of an endpoint might deny access before the code of the endpoint runs.</summary>
internal static class EndpointPolicies
{
    /// <summary>The conventions that deny nobody access for a payment. Any other might.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "Accepts", "AllowAnonymous", "CacheOutput", "DisableAntiforgery", "ExcludeFromDescription", "MapGroup", "Produces", "ProducesProblem", "ProducesValidationProblem", "RequireCors", "RequireHost",
        "RequireRateLimiting", "WithDescription", "WithDisplayName", "WithGroupName", "WithName", "WithOpenApi", "WithOrder", "WithRequestTimeout", "WithSummary", "WithTags",
    };

    public static bool MayDeny(ISymbol member)
    {
        for (ISymbol? declaration = member; declaration is not null; declaration = declaration.ContainingType)
        {
            if (declaration.GetAttributes().Any(MayDeny))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether what receives a lambda might deny access.</summary>
    public static bool MayDeny(IAnonymousFunctionOperation lambda, ResponseBody body)
    {
        if (lambda.FindReceivingCall() is not { } receiver)
            return false;

        // The methods of .NET that receive an endpoint are those of routing.
        return !receiver.IsCallOfPlatform()
            || (receiver is IInvocationOperation map && (MayDenyAfter(map) || (IsMap(map) && MayDenyBefore(FindReceiver(map), body, depth: 0))));
    }

    /// <summary>Determines whether a convention that is added to an endpoint might deny access.</summary>
    private static bool MayDenyAfter(IInvocationOperation map)
    {
        for (IOperation value = map; FindConvention(value) is { } convention; value = convention)
        {
            if (!IsHarmless(convention))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a convention of the group that an endpoint is added to might deny access.</summary>
    private static bool MayDenyBefore(IOperation? routes, ResponseBody body, int depth)
    {
        switch (routes?.WithoutConversions())
        {
            case null:
                return false;
            case IInvocationOperation convention:
                return depth > 16 || !IsHarmless(convention) || MayDenyBefore(FindReceiver(convention), body, depth + 1);
            case ILocalReferenceOperation local when IsGroup(local.Type):
                return depth > 16
                    || body.Locals.Find(local.Local) is not { } group
                    || MayDenyBefore(group, body, depth + 1)
                    || body.Reads.Any(read => read is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local) && !IsHarmlessUse(read));
            case var other:
                return IsGroup(other.Type);
        }
    }

    /// <summary>Determines whether a group is used to add an endpoint, or a harmless convention.</summary>
    private static bool IsHarmlessUse(IOperation group) =>
        FindConvention(group) is { } call && (IsHarmless(call) || (IsMap(call) && call.IsCallOfPlatform()));

    private static bool IsMap(IInvocationOperation call) => call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal);

    private static bool IsGroup(ITypeSymbol? type) => type?.Name == "RouteGroupBuilder";

    private static IInvocationOperation? FindConvention(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;

        return value.Parent switch
        {
            IInvocationOperation call when call.Instance == value => call,
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call } => call,
            _ => null,
        };
    }

    private static IOperation? FindReceiver(IInvocationOperation call) => call.Instance ?? call.Arguments.ValueOf(0);

    private static bool IsHarmless(IInvocationOperation convention) =>
        convention.IsCallOfPlatform()
        && (Harmless.Contains(convention.TargetMethod.Name) || convention.TargetMethod is { Name: "RequireAuthorization", Parameters.Length: <= 1, IsExtensionMethod: true });

    private static bool MayDeny(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
            return false;

        for (INamedTypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            if (each.Is("AuthorizeAttribute", "Authorization", "AspNetCore", "Microsoft"))
                return !SymbolEqualityComparer.Default.Equals(each, type) || !attribute.ConstructorArguments.IsEmpty || !attribute.NamedArguments.IsEmpty;

            if (each.Is("TypeFilterAttribute", "Mvc", "AspNetCore", "Microsoft") || each.Is("ServiceFilterAttribute", "Mvc", "AspNetCore", "Microsoft"))
                return true;
        }

        return !type.IsOfPlatform() && type.AllInterfaces.Any(static implemented => implemented.Is("IFilterMetadata", "Filters", "Mvc", "AspNetCore", "Microsoft"));
    }
}
