using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether something that an application adds to all of its endpoints might deny access: a filter, a convention, a policy or a middleware.</summary>
/// <remarks>It reads the whole compilation, once, and only if a test is about to be reported.</remarks>
internal sealed class ApplicationPolicies
{
    private const string Handler = "IAuthorizationHandler";

    private static readonly ConditionalWeakTable<Compilation, ApplicationPolicies> All = new();

    /// <summary>The methods that add endpoints for controllers, pages, hubs and components.</summary>
    private static readonly string[] Maps =
    [
        "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "MapDynamicControllerRoute", "MapFallbackToController", "MapFallbackToAreaController",
        "MapRazorPages", "MapDynamicPageRoute", "MapFallbackToPage", "MapFallbackToAreaPage", "MapHub", "MapGrpcService", "MapRazorComponents", "MapBlazorHub",
    ];

    /// <summary>The methods that set the policy of all endpoints, or of those without a policy of their own.</summary>
    private static readonly string[] PolicyMethods = ["AddFallbackPolicy", "AddDefaultPolicy", "SetFallbackPolicy", "SetDefaultPolicy"];

    /// <summary>The services that can deny access to any endpoint if a developer implements them.</summary>
    private static readonly HashSet<string> Services = new(StringComparer.Ordinal)
    {
        "IActionConstraint", "IActionConstraintFactory", "IActionDescriptorProvider", "IActionInvokerFactory", "IActionInvokerProvider", "IActionModelConvention", "IApplicationModelConvention", "IApplicationModelProvider", "IAuthorizationEvaluator",
        Handler, "IAuthorizationHandlerProvider", "IAuthorizationMiddlewareResultHandler", "IAuthorizationPolicyProvider", "IAuthorizationService", "IControllerModelConvention", "IEndpointSelectorPolicy", "IFilterProvider",
        "IHubFilter", "IPageApplicationModelConvention", "IPageApplicationModelProvider", "IPolicyEvaluator", "IRouteConstraint", "IStartupFilter",
    };

    private readonly Compilation _compilation;
    private readonly MethodUses _uses;
    private readonly Lazy<bool> _hasPolicyForAll;
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> _types;
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> _services;
    private readonly Lazy<IReadOnlyList<(IInvocationOperation Call, INamedTypeSymbol? Type)>> _ownMiddlewares;
    private readonly Lazy<HashSet<ISymbol>> _mappedTypes;
    private readonly Lazy<bool> _hasConvention;
    private readonly Lazy<bool> _hasFilter;
    private readonly Lazy<bool> _authenticatesUsers;
    private readonly Lazy<bool> _validatesModels;
    private readonly Lazy<bool> _changesRequests;
    private readonly Lazy<bool> _hasBranch;

    private ApplicationPolicies(Compilation compilation)
    {
        _compilation = compilation;
        _uses = MethodUses.Of(compilation);
        _hasPolicyForAll = new(HasPolicyForAll);
        _types = new(() => [.. compilation.Assembly.GlobalNamespace.FindTypes()]);
        _services = new(() => [.. _types.Value.Where(IsOwnService)]);
        _ownMiddlewares = new(() => [.. new OwnMiddlewares(_uses).Find()]);
        _mappedTypes = new(() => new HashSet<ISymbol>(Maps.SelectMany(_uses.FindCalls).SelectMany(static found => found.Call.TargetMethod.TypeArguments), SymbolEqualityComparer.Default));
        _hasConvention = new(HasConvention);
        _hasFilter = new(() => HasFilter(except: null));
        _validatesModels = new(() => _types.Value.Any(static type =>
            type.AllInterfaces.Any(static each => each.Is("IValidatableObject", "DataAnnotations", "ComponentModel", "System") || each.Is("IModelBinder", "ModelBinding", "Mvc", "AspNetCore", "Microsoft"))
            || type.WithBaseTypes().Any(static each => each.Is("ValidationAttribute", "DataAnnotations", "ComponentModel", "System"))));
        _changesRequests = new(() => _uses.FindProperties("Headers").Concat(_uses.FindProperties("RouteValues")).Any(static found => IsOfRequest(found.Reference) && !CollectionReads.IsRead(found.Reference)));
        _hasBranch = new(() => _uses.FindCalls("MapWhen").Concat(_uses.FindCalls("UseWhen")).Any(static found => OwnMiddlewares.AddsToPipeline(found.Call)));
        _authenticatesUsers = new(() => new UserAuthentication(_uses).MayRejectUsers(_types.Value));
    }

    public static ApplicationPolicies Of(Compilation compilation) => All.GetValue(compilation, static key => new ApplicationPolicies(key));

    /// <summary>Determines whether a type contains code that an endpoint runs, where the endpoint isn't added by the code itself.</summary>
    public static bool IsMapped(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.Name.EndsWith("Controller", StringComparison.Ordinal) || MemberPolicies.IsController(type) || type.WithBaseTypes().Any(static each =>
                each.Is("Hub", "SignalR", "AspNetCore", "Microsoft") || each.Is("ComponentBase", "Components", "AspNetCore", "Microsoft") || each.Is("RazorPageBase", "Razor", "Mvc", "AspNetCore", "Microsoft")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether a policy for all endpoints or a service might deny access to a request.</summary>
    public bool MayDenyRequest() => _hasPolicyForAll.Value || _services.Value.Count > 0;

    /// <summary>Determines whether something might deny access to an endpoint, apart from its own conventions.</summary>
    public bool MayDenyEndpoint() => MayDenyRequest() || _ownMiddlewares.Value.Count > 0;

    /// <summary>Determines whether something might deny access to an endpoint of a controller, a page, a hub or a component.</summary>
    public bool MayDenyController() => MayDenyEndpoint() || _hasConvention.Value || _hasFilter.Value;

    /// <summary>Determines whether something might deny access to a request of a middleware, a filter or an authorization handler, apart from the type itself.</summary>
    public bool MayDenyBeside(INamedTypeSymbol part)
    {
        if (_hasPolicyForAll.Value
            || _authenticatesUsers.Value
            || HasFilter(part)
            || _services.Value.Any(service => !IsSame(service, part))
            || _ownMiddlewares.Value.Any(middleware => !IsSame(middleware.Type, part)))
        {
            return true;
        }

        return FindRequirement(part) is { } requirement
            ? _types.Value.Any(type => !IsSame(type, part) && IsSame(FindRequirement(type), requirement)) || new RequirementPolicies(_uses).MayDeny(requirement)
            : _uses.FindCalls("AddEndpointFilter").Any(found => IsSame(EndpointFilters.FindType(found.Call), part) && EndpointPolicies.Of(found.Body).MayDenyBeside(found.Call));
    }

    /// <summary>Returns how a middleware, a filter or an authorization handler is told from other policies, and whether it might protect any endpoint.</summary>
    public IEnumerable<(PolicyPart Part, bool IsForAll)> FindParts(INamedTypeSymbol type)
    {
        if (FindRequirement(type) is { } requirement)
            return new RequirementPolicies(_uses).FindNames(requirement).Select(name => (new PolicyPart(type, name), name is null));

        PolicyPart part = new(type, policy: null);
        bool isForAll = IsFilter(type) ? _hasFilter.Value || !ProtectedEndpoints.Of(_compilation).IsApplied(part) : !type.AllInterfaces.Any(static each => each.Is("IEndpointFilter", "Http", "AspNetCore", "Microsoft"));
        return [(part, isForAll)];
    }

    private static bool IsFilter(INamedTypeSymbol type) => type.AllInterfaces.Any(static each => each.Is("IFilterMetadata", "Filters", "Mvc", "AspNetCore", "Microsoft"));

    /// <summary>Determines whether something might deny access to a request of a lambda or a local function that is a middleware or an assertion, apart from the function itself.</summary>
    public bool MayDenyBeside(SyntaxNode function) =>
        MayDenyRequest()
        || _authenticatesUsers.Value
        || _hasFilter.Value
        || _ownMiddlewares.Value.Any(middleware => middleware.Call.Syntax.SyntaxTree != function.SyntaxTree || !middleware.Call.Syntax.Span.Contains(function.Span));

    /// <summary>Determines whether something might deny access to a request of a method that is added to the pipeline as a delegate, apart from the method itself.</summary>
    public bool MayDenyBeside(IMethodSymbol method)
    {
        if (MayDenyRequest() || _authenticatesUsers.Value || _hasFilter.Value)
            return true;

        HashSet<SyntaxNode> calls = [.. _uses.FindReferences(method).Select(static found => found.Use.WithDelegateAround().Parent?.Parent?.Syntax).OfType<SyntaxNode>()];
        return _ownMiddlewares.Value.Any(middleware => !calls.Contains(middleware.Call.Syntax));
    }

    /// <summary>Gets a value that indicates whether the application authenticates users itself, and might do so only for payers.</summary>
    public bool AuthenticatesUsers => _authenticatesUsers.Value;

    /// <summary>Gets a value that indicates whether code of the project takes part when ASP.NET Core binds and validates the parameters of an action, and might reject users by a payment.</summary>
    public bool ValidatesModels => _validatesModels.Value;

    /// <summary>Gets a value that indicates whether code of the project might write headers or route values into requests, which another part reads.</summary>
    public bool ChangesRequests => _changesRequests.Value;

    /// <summary>Gets a value that indicates whether a condition, which might be about the user, chooses between pipelines.</summary>
    public bool HasBranch => _hasBranch.Value;

    /// <summary>Determines whether a call adds controllers, gRPC services or similar code of a type, such as <c>MapGrpcService</c>.</summary>
    public bool IsMappedByCall(INamedTypeSymbol type) => _mappedTypes.Value.Contains(type);

    /// <summary>Determines whether a method adds the endpoints of types, such as controllers.</summary>
    public static bool MapsTypes(IMethodSymbol method) => Maps.Contains(method.Name) || !method.ContainingType.IsOfPlatform();

    private static bool IsOfRequest(IPropertyReferenceOperation values) => values.Property.ContainingType.Is("HttpRequest", "Http", "AspNetCore", "Microsoft");

    private bool HasPolicyForAll() =>
        _uses.FindProperties("FallbackPolicy").Concat(_uses.FindProperties("DefaultPolicy")).Any(static found =>
            IsOfAuthorization(found.Reference.Property.ContainingType)
            && found.Reference.Parent is IAssignmentOperation assignment
            && assignment.Target == found.Reference
            && !IsHarmlessPolicy(assignment.Value, found.Body))
        || PolicyMethods.SelectMany(_uses.FindCalls).Any(static found =>
            IsOfAuthorization(found.Call.TargetMethod.ContainingType) && !(found.Call.Arguments.LastOrDefault() is { } policy && IsHarmlessPolicy(policy.Value, found.Body)));

    private static bool IsOfAuthorization(INamedTypeSymbol type) => type.ContainingNamespace.IsNamed("Authorization", "AspNetCore", "Microsoft");

    /// <summary>Determines whether a policy requires nothing but a user who is signed in.</summary>
    private static bool IsHarmlessPolicy(IOperation policy, ResponseBody body)
    {
        IOperation value = policy.WithoutConversions();

        switch (value)
        {
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                return IsHarmlessPolicy(lambda, body);
            case IAnonymousFunctionOperation lambda:
                return lambda.Body.WithDescendants().OfType<IInvocationOperation>().All(IsHarmlessRequirement);
            case IInvocationOperation { Instance: { } builder } call:
                return IsHarmlessRequirement(call) && IsHarmlessPolicy(builder, body);
            case IObjectCreationOperation { Initializer: null, Type: { } type } creation when type.Is("AuthorizationPolicyBuilder", "Authorization", "AspNetCore", "Microsoft"):
                return creation.Arguments.All(argument => argument.Parameter?.Type is IArrayTypeSymbol || IsHarmlessPolicy(argument.Value, body));
            case IPropertyReferenceOperation { Property: { Name: "DefaultPolicy" or "FallbackPolicy", ContainingType: var type } }:
                return IsOfAuthorization(type);
            case ILocalReferenceOperation local:
                return local.Type.Is("AuthorizationPolicy", "Authorization", "AspNetCore", "Microsoft") && body.Locals.Find(local.Local) is { } definition and not ILocalReferenceOperation && IsHarmlessPolicy(definition, body);
            default:
                return value.IsNull();
        }
    }

    /// <summary>Determines whether a call adds nothing to a policy, or only a user who is signed in.</summary>
    public static bool IsHarmlessRequirement(IInvocationOperation call) =>
        RequirementPolicies.IsOfPolicy(call.TargetMethod.ContainingType) && call.TargetMethod.Name is "RequireAuthenticatedUser" or "AddAuthenticationSchemes" or "Build";

    private static bool IsSame(ITypeSymbol? type, ITypeSymbol? other) => type is not null && other is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, other.OriginalDefinition);

    private static bool IsOwnService(INamedTypeSymbol type) =>
        !IsAttribute(type) && type.AllInterfaces.Any(each => IsService(each) && !(each.Name == Handler && FindRequirement(type) is not null));

    private static bool IsService(INamedTypeSymbol type) => Services.Contains(type.Name) && type.IsOfPlatform() && Refusals.IsAspNetCore(type);

    /// <summary>Returns the requirement of this compilation whose policies call a handler, or null if a handler is called for others.</summary>
    private static INamedTypeSymbol? FindRequirement(INamedTypeSymbol type) => type.WithBaseTypes()
        .Select(static each => each is INamedTypeSymbol { Name: "AuthorizationHandler", TypeArguments: [INamedTypeSymbol requirement, ..] } handler && IsOfAuthorization(handler) && !requirement.IsOfPlatform() ? requirement : null)
        .FirstOrDefault(static requirement => requirement is not null);

    // An attribute is judged where it is applied.
    private static bool IsAttribute(INamedTypeSymbol type) => type.WithBaseTypes().Any(static each => each.Is("Attribute", "System"));

    /// <summary>Determines whether a convention might deny access to the endpoints of controllers, pages, hubs or components.</summary>
    private bool HasConvention() => Maps.SelectMany(_uses.FindCalls).Any(static found => EndpointPolicies.Of(found.Body).MayDenyEndpoints(found.Call));

    /// <summary>Determines whether the options of controllers or pages contain a filter or a convention that might deny access.</summary>
    /// <param name="except">A filter that is judged itself, or null.</param>
    private bool HasFilter(INamedTypeSymbol? except) => _uses.FindProperties("Filters").Concat(_uses.FindProperties("Conventions")).Any(found =>
        IsOptions(found.Reference.Property.ContainingType) && !IsHarmless(found.Reference, found.Body, except));

    private static bool IsOptions(INamedTypeSymbol type) => type.Is("MvcOptions", "Mvc", "AspNetCore", "Microsoft") || type.Is("RazorPagesOptions", "RazorPages", "Mvc", "AspNetCore", "Microsoft");

    /// <summary>Determines whether a filter or a convention that is added to the options denies nobody access for a payment.</summary>
    private static bool IsHarmless(IPropertyReferenceOperation options, ResponseBody body, INamedTypeSymbol? except)
    {
        IInvocationOperation? call = options.WithConversionsAround().Parent switch
        {
            IInvocationOperation method => method,
            IArgumentOperation { Parent: IInvocationOperation extension } => extension,
            _ => null,
        };

        // The conventions are returned, and followed by another one.
        for (; call is not null; call = FindNext(call))
        {
            if (!call.IsCallOfPlatform() || !IsHarmless(call, body, except))
                return false;

            if (call.Parent is IExpressionStatementOperation or IReturnOperation)
                return true;
        }

        return false;
    }

    private static IInvocationOperation? FindNext(IInvocationOperation call) => call.WithConversionsAround().Parent switch
    {
        IInvocationOperation method => method,
        IArgumentOperation { Parent: IInvocationOperation extension } => extension,
        _ => null,
    };

    private static bool IsHarmless(IInvocationOperation call, ResponseBody body, INamedTypeSymbol? except) => call.TargetMethod.Name switch
    {
        "AuthorizeFolder" or "AuthorizePage" or "AuthorizeAreaFolder" or "AuthorizeAreaPage" => !call.TargetMethod.Parameters.Any(static parameter => parameter.Name == "policy"),
        "AllowAnonymousToFolder" or "AllowAnonymousToPage" or "AllowAnonymousToAreaFolder" or "AllowAnonymousToAreaPage" or "AddPageRoute" or "AddAreaPageRoute" => true,
        "Add" when call.TargetMethod.TypeArguments is [INamedTypeSymbol filter] => IsHarmlessType(filter, except),
        "Add" when call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "filterType" or "item" or "convention")?.Value.WithoutConversions() is { } added => added switch
        {
            ITypeOfOperation { TypeOperand: INamedTypeSymbol filter } => IsHarmlessType(filter, except),
            IObjectCreationOperation { Type: INamedTypeSymbol { Name: "AuthorizeFilter" } filter } creation => filter.IsOfPlatform()
                && creation.Arguments.All(argument => argument.Parameter?.Type.Is("AuthorizationPolicy", "Authorization", "AspNetCore", "Microsoft") == true && IsHarmlessPolicy(argument.Value, body)),
            IObjectCreationOperation { Type: INamedTypeSymbol filter } => IsHarmlessType(filter, except),
            _ => false,
        },
        _ => false,
    };

    private static bool IsHarmlessType(INamedTypeSymbol type, INamedTypeSymbol? except) =>
        (type.IsOfPlatform() && type.Name is not ("TypeFilterAttribute" or "ServiceFilterAttribute")) || IsSame(type, except);
}
