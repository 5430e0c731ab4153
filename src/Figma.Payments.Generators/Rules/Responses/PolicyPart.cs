using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>A middleware, a filter or an authorization handler, whose own attributes and conventions are told from others.</summary>
/// <param name="symbol">The type, or the function that is a middleware, a filter or an assertion.</param>
/// <param name="policy">The name of the policy that contains a handler or an assertion and nothing else, or null.</param>
internal sealed class PolicyPart(ISymbol symbol, string? policy)
{
    /// <summary>Determines whether a convention certainly adds nothing but the part.</summary>
    public bool IsAddedBy(IInvocationOperation convention) => convention.TargetMethod.Name switch
    {
        "AddEndpointFilter" => IsSame(FindFilter(convention)),
        "RequireAuthorization" => FindNames(convention) is { Count: > 0 } names && names.All(IsName),
        _ => false,
    };

    /// <summary>Determines whether a convention certainly adds something else.</summary>
    public bool IsUnrelated(IInvocationOperation convention) => convention.TargetMethod.Name switch
    {
        "AddEndpointFilter" => FindFilter(convention) is { } filter && !IsSame(filter),
        "RequireAuthorization" => FindNames(convention) is { Count: > 0 } names && !names.Any(IsName),
        _ => false,
    };

    /// <summary>Gets a value that indicates whether the part belongs to policies of authorization.</summary>
    public bool IsAuthorization => policy is not null || (symbol is INamedTypeSymbol type && type.AllInterfaces.Any(static each => each.Is("IAuthorizationHandler", "Authorization", "AspNetCore", "Microsoft")));

    /// <summary>Determines whether a call of the authorization service might ask for a policy with the part.</summary>
    public bool IsAskedBy(IInvocationOperation call) =>
        call.TargetMethod.ContainingNamespace.IsNamed("Authorization", "AspNetCore", "Microsoft")
        && (policy is null || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "policyName")?.Value.ConstantValue is not { HasValue: true, Value: string name } || IsName(name));

    /// <summary>Determines whether an attribute certainly applies nothing but the part.</summary>
    public bool IsAppliedBy(AttributeData attribute) => attribute.AttributeClass is { } type && (
        IsAuthorize(type) ? IsName(FindName(attribute)) && !HasRoles(attribute)
        : IsFilterReference(type) ? IsSame(FindFilter(attribute))
        : IsSame(type));

    /// <summary>Determines whether an attribute certainly applies something else.</summary>
    public bool IsUnrelated(AttributeData attribute) => attribute.AttributeClass is { } type && (
        IsAuthorize(type) ? !IsName(FindName(attribute))
        : IsFilterReference(type) ? FindFilter(attribute) is { } filter && !IsSame(filter)
        : policy is not null ? !type.AllInterfaces.Any(static each => each.Name.StartsWith("IAuthoriz", StringComparison.Ordinal))
        : !type.WithBaseTypes().Any(IsSame) && !type.AllInterfaces.Any(static each => each.Is("IFilterFactory", "Filters", "Mvc", "AspNetCore", "Microsoft")));

    /// <summary>Determines whether attributes apply the part together with something else.</summary>
    public bool IsCombined(IReadOnlyList<AttributeData> attributes) =>
        attributes.Count > 0 && !attributes.All(IsUnrelated) && !attributes.All(IsAppliedBy) && (attributes.Count > 1 || (IsAuthorize(attributes[0].AttributeClass!) && HasRoles(attributes[0])));

    private static bool IsAuthorize(INamedTypeSymbol type) => type.Is("AuthorizeAttribute", "Authorization", "AspNetCore", "Microsoft");

    private static bool IsFilterReference(INamedTypeSymbol type) => type.Is("ServiceFilterAttribute", "Mvc", "AspNetCore", "Microsoft") || type.Is("TypeFilterAttribute", "Mvc", "AspNetCore", "Microsoft");

    private static bool HasRoles(AttributeData attribute) => attribute.NamedArguments.Any(static argument => argument.Key == "Roles");

    private static string? FindName(AttributeData attribute) =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Where(static argument => argument.Key == "Policy").Select(static argument => argument.Value)).Select(static value => value.Value as string).FirstOrDefault();

    private static ITypeSymbol? FindFilter(AttributeData attribute) =>
        attribute.AttributeClass!.TypeArguments.FirstOrDefault() ?? attribute.ConstructorArguments.Select(static value => value.Value as ITypeSymbol).FirstOrDefault();

    private static ISymbol? FindFilter(IInvocationOperation call) => (ISymbol?)EndpointFilters.FindType(call) ?? EndpointFilters.FindFunction(call);

    /// <summary>Returns the names that are passed to <c>RequireAuthorization</c>, or an empty list if it receives anything but constants.</summary>
    private static List<string> FindNames(IInvocationOperation call)
    {
        IEnumerable<IOperation> names = call.Arguments.Where(static argument => argument.Parameter?.Name == "policyNames").SelectMany(static argument => FindElements(argument.Value.WithoutConversions()));
        List<string?> texts = [.. names.Select(static name => name.ConstantValue is { HasValue: true, Value: string text } ? text : null)];
        return texts.Contains(null) ? [] : [.. texts.OfType<string>()];
    }

    private static IEnumerable<IOperation> FindElements(IOperation names) => names switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        _ when names.IsCollectionExpression() => names.ChildOperations.Select(static element => element.WithoutConversions()),
        _ => [names],
    };

    private bool IsName(string? name) => policy is not null && string.Equals(name, policy, StringComparison.OrdinalIgnoreCase);

    private bool IsSame(ISymbol? other) => other is not null && SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, symbol.OriginalDefinition);
}
