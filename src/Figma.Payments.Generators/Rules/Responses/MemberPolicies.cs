using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether an attribute or a filter of a member, of its type or of a base of them might deny access before the code of the member runs.</summary>
internal static class MemberPolicies
{
    /// <summary>The methods of hubs and components that are called later than others, or that only show what they do.</summary>
    private static readonly HashSet<string> LaterMethods = new(StringComparer.Ordinal) { "BuildRenderTree", "Dispose", "DisposeAsync", "OnAfterRender", "OnAfterRenderAsync", "OnDisconnectedAsync", "ShouldRender" };

    public static bool MayDeny(ISymbol member)
    {
        for (ISymbol? each = member; each is not null; each = (each as IMethodSymbol)?.OverriddenMethod)
        {
            if (HasPolicy(each))
                return true;
        }

        for (INamedTypeSymbol? outer = member.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (FindOwnTypes(outer).Any(HasPolicy))
                return true;
        }

        return member.ContainingType is { } controller && IsController(controller) && !IsFilterMethod(member) && IsFiltered(controller);
    }

    /// <summary>Returns the methods of a type that ASP.NET Core calls before a member, such as <c>OnConnectedAsync</c> of a hub.</summary>
    public static IEnumerable<IMethodSymbol> FindEarlierMethods(ISymbol member) => member.ContainingType is not { } type ? [] : FindOwnTypes(type)
        .SelectMany(static each => each.GetMembers().OfType<IMethodSymbol>())
        .Where(method => !LaterMethods.Contains(method.Name) && !SymbolEqualityComparer.Default.Equals(method, member) && IsOfAspNetCore(method));

    /// <summary>Determines whether an attribute of a member, or of a type around it, requires a user who is signed in.</summary>
    public static bool RequiresUser(ISymbol member)
    {
        for (ISymbol? each = member; each is not null and not INamespaceSymbol; each = each.ContainingSymbol)
        {
            if (each.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("AuthorizeAttribute", "Authorization", "AspNetCore", "Microsoft")))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether an attribute of a declaration might deny access.</summary>
    public static bool HasPolicy(ISymbol declaration) => declaration.GetAttributes().Any(MayDeny);

    /// <summary>Returns the attributes of a type and its bases that might deny access, or those of a method and the methods that it overrides.</summary>
    public static IEnumerable<AttributeData> FindPolicies(ISymbol declaration)
    {
        if (declaration is INamedTypeSymbol type)
            return FindOwnTypes(type).SelectMany(static each => each.GetAttributes()).Where(MayDeny);

        IEnumerable<AttributeData> policies = declaration.GetAttributes().Where(MayDeny);
        return declaration is IMethodSymbol { OverriddenMethod: { } overridden } ? policies.Concat(FindPolicies(overridden)) : policies;
    }

    /// <summary>Determines whether a type is a controller or the model of a page.</summary>
    public static bool IsController(INamedTypeSymbol type) => type.WithBaseTypes().Any(static each =>
        each.Is("ControllerBase", "Mvc", "AspNetCore", "Microsoft") || each.Is("PageModel", "RazorPages", "Mvc", "AspNetCore", "Microsoft"));

    /// <summary>Determines whether a controller or a page filters its own requests.</summary>
    private static bool IsFiltered(INamedTypeSymbol controller) => FindOwnTypes(controller).Any(static type =>
        type.Interfaces.Any(static declared => IsPolicy(declared) || declared.AllInterfaces.Any(IsPolicy)) || type.GetMembers().Any(IsFilterMethod));

    /// <summary>Returns a type and its bases, up to one of ASP.NET Core.</summary>
    public static IEnumerable<INamedTypeSymbol> FindOwnTypes(INamedTypeSymbol type) => type.WithBaseTypes().OfType<INamedTypeSymbol>().TakeWhile(static each => !each.IsOfPlatform());

    private static bool IsOfAspNetCore(IMethodSymbol method)
    {
        IMethodSymbol? declared = method.OverriddenMethod;

        while (declared?.OverriddenMethod is { } overridden)
            declared = overridden;

        return declared is not null && Refusals.IsAspNetCore(declared.ContainingType) && declared.ContainingType.IsOfPlatform();
    }

    private static bool IsFilterMethod(ISymbol member) =>
        member is IMethodSymbol { IsOverride: true } && (member.Name.StartsWith("OnAction", StringComparison.Ordinal) || member.Name.StartsWith("OnPageHandler", StringComparison.Ordinal));

    public static bool MayDeny(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
            return false;

        foreach (ITypeSymbol each in type.WithBaseTypes())
        {
            if (each.Is("AuthorizeAttribute", "Authorization", "AspNetCore", "Microsoft"))
                return !SymbolEqualityComparer.Default.Equals(each, type) || !attribute.ConstructorArguments.IsEmpty || attribute.NamedArguments.Any(static argument => argument.Key != "AuthenticationSchemes");

            if (each.Is("TypeFilterAttribute", "Mvc", "AspNetCore", "Microsoft") || each.Is("ServiceFilterAttribute", "Mvc", "AspNetCore", "Microsoft"))
                return true;
        }

        return !type.IsOfPlatform() && type.AllInterfaces.Any(IsPolicy);
    }

    private static bool IsPolicy(INamedTypeSymbol type) =>
        type.Is("IFilterMetadata", "Filters", "Mvc", "AspNetCore", "Microsoft")
        || type.Is("IControllerModelConvention", "ApplicationModels", "Mvc", "AspNetCore", "Microsoft")
        || type.Is("IActionModelConvention", "ApplicationModels", "Mvc", "AspNetCore", "Microsoft")
        || type.Is("IAuthorizeData", "Authorization", "AspNetCore", "Microsoft")
        || type.Is("IAuthorizationRequirementData", "Authorization", "AspNetCore", "Microsoft");
}
