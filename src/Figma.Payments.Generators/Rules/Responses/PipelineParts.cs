using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes the types that take part in requests next to others: middlewares, filters, authorization handlers, decorators.</summary>
internal static class PipelineParts
{
    private static readonly HashSet<string> Interfaces = new(StringComparer.Ordinal) { "IAuthorizationHandler", "IEndpointFilter", "IFilterMetadata", "IHubFilter", "IMiddleware" };

    /// <summary>The names of parameters that contain what a behavior or an interceptor must call next.</summary>
    private static readonly HashSet<string> NextNames = new(StringComparer.OrdinalIgnoreCase) { "continuation", "inner", "invocation", "next", "pipe", "proceed" };

    /// <summary>Determines whether a member is the method of an authorization handler, which rejects a user by doing nothing.</summary>
    public static bool IsHandler(ISymbol member) => member is IMethodSymbol { Name: "HandleAsync" or "HandleRequirementAsync", ContainingType: var type } && type.AllInterfaces.Any(static each => each.Name == "IAuthorizationHandler" && IsPart(each));

    /// <summary>Returns the type itself or one around it that takes part in the requests of ASP.NET Core, or null.</summary>
    public static INamedTypeSymbol? Find(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (!MemberPolicies.IsController(type) && (type.AllInterfaces.Any(IsPart) || type.InstanceConstructors.Any(static constructor => constructor.Parameters.Any(IsNext))))
                return type;
        }

        return null;
    }

    /// <summary>Determines whether a method can be added to the pipeline as a delegate.</summary>
    public static bool IsPart(ISymbol member) => member is IMethodSymbol method && method.Parameters.Any(IsNext);

    /// <summary>Determines whether a member or its type executes other code, which it receives: it has a parameter of a delegate type, or implements an interface of which it keeps another implementation.</summary>
    public static bool Wraps(ISymbol member) =>
        (member is IMethodSymbol method && method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Delegate))
        || (member.ContainingType is { } type && (Find(type) is not null || type.InstanceConstructors.Any(constructor =>
            constructor.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate || type.AllInterfaces.Any(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, parameter.Type.OriginalDefinition))))));

    /// <summary>Determines whether a member implements an interface of a developer or overrides a method of such a class, whose calls can be dispatched through other code.</summary>
    public static bool IsDispatched(ISymbol member) =>
        (member is IMethodSymbol { OverriddenMethod.ContainingType: { } overridden } && !overridden.IsOfPlatform())
        || (member is IMethodSymbol { ContainingType: { } type } && type.AllInterfaces.Any(each =>
            !each.IsOfPlatform() && each.GetMembers(member.Name).Any(declared => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member))));

    /// <summary>Returns the interfaces and base classes of a type of which it keeps another implementation, as a decorator does.</summary>
    public static IEnumerable<INamedTypeSymbol> FindDecorated(INamedTypeSymbol type)
    {
        HashSet<ISymbol> kept = new(FindKept(type).Select(static each => each.OriginalDefinition), SymbolEqualityComparer.Default);
        return FindOwnDeclarations(type).Where(each => kept.Contains(each.OriginalDefinition));
    }

    /// <summary>Determines whether a method that is called by an interface or a base class receives what it must call next, as a behavior or an interceptor does.</summary>
    public static bool Intercepts(IMethodSymbol method) => IsDispatched(method) && method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Delegate || NextNames.Contains(parameter.Name));

    /// <summary>Determines whether an operation calls the delegate that a behavior or an interceptor receives, if that can't be one of several.</summary>
    public static bool CallsNext(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol method } }
        && IsDispatched(method)
        && method.Parameters.Count(static parameter => parameter.Type.TypeKind == TypeKind.Delegate) == 1;

    /// <summary>Returns the interfaces of a type, the type itself and its bases, without those of .NET.</summary>
    public static IEnumerable<INamedTypeSymbol> FindOwnDeclarations(INamedTypeSymbol type) => type.AllInterfaces.Concat(type.WithBaseTypes().OfType<INamedTypeSymbol>()).Where(static each => !each.IsOfPlatform());

    private static IEnumerable<ITypeSymbol> FindKept(INamedTypeSymbol type) => type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Select(static parameter => parameter.Type)
        .Concat(type.GetMembers().Select(static member => member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type).OfType<ITypeSymbol>());

    private static bool IsPart(INamedTypeSymbol type) => Interfaces.Contains(type.Name) && type.IsOfPlatform() && Refusals.IsAspNetCore(type);

    private static bool IsNext(IParameterSymbol parameter) => parameter.Type.Is("RequestDelegate", "Http", "AspNetCore", "Microsoft") || parameter.Type.Is("EndpointFilterDelegate", "Http", "AspNetCore", "Microsoft");
}
