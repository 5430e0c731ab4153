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
    private const int MaxDepth = 16;
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
        "IActionDescriptorProvider", "IActionInvokerFactory", "IActionInvokerProvider", "IActionModelConvention", "IApplicationModelConvention", "IApplicationModelProvider", "IAuthorizationEvaluator",
        Handler, "IAuthorizationHandlerProvider", "IAuthorizationMiddlewareResultHandler", "IAuthorizationPolicyProvider", "IAuthorizationService", "IControllerModelConvention", "IFilterProvider",
        "IHubFilter", "IPageApplicationModelConvention", "IPageApplicationModelProvider", "IPolicyEvaluator", "IStartupFilter",
    };

    /// <summary>The middlewares of other libraries that serve pages of their own or observe requests. Any other might deny access.</summary>
    private static readonly HashSet<string> HarmlessMiddlewares = new(StringComparer.Ordinal)
    {
        "UseHangfireDashboard", "UseHttpMetrics", "UseMetricServer", "UseMiniProfiler", "UseOpenApi", "UseOpenTelemetryPrometheusScrapingEndpoint", "UseReDoc", "UseSentryTracing", "UseSerilogRequestLogging",
        "UseSwagger", "UseSwaggerUI", "UseSwaggerUi",
    };

    private readonly MethodUses _uses;
    private readonly Middlewares _middlewares;
    private readonly Lazy<bool> _mayDenyRequest;
    private readonly Lazy<bool> _hasOwnMiddleware;
    private readonly Lazy<bool> _mayDenyController;

    private ApplicationPolicies(Compilation compilation)
    {
        _uses = MethodUses.Of(compilation);
        _middlewares = new(_uses);
        _mayDenyRequest = new(() => HasPolicyForAll() || HasOwnService(compilation.Assembly.GlobalNamespace));
        _hasOwnMiddleware = new(HasOwnMiddleware);
        _mayDenyController = new(() => HasConvention() || HasFilter());
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
    public bool MayDenyRequest() => _mayDenyRequest.Value;

    /// <summary>Determines whether something might deny access to an endpoint, apart from its own conventions.</summary>
    public bool MayDenyEndpoint() => _mayDenyRequest.Value || _hasOwnMiddleware.Value;

    /// <summary>Determines whether something might deny access to an endpoint of a controller, a page, a hub or a component.</summary>
    public bool MayDenyController() => MayDenyEndpoint() || _mayDenyController.Value;

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

    private static bool IsHarmlessRequirement(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Is("AuthorizationPolicyBuilder", "Authorization", "AspNetCore", "Microsoft") && call.TargetMethod.Name is "RequireAuthenticatedUser" or "AddAuthenticationSchemes" or "Build";

    private static bool HasOwnService(INamespaceSymbol space) => space.GetTypeMembers().Any(IsOwnService) || space.GetNamespaceMembers().Any(HasOwnService);

    private static bool IsOwnService(INamedTypeSymbol type) =>
        (!IsAttribute(type) && type.AllInterfaces.Any(each => IsService(each) && !(each.Name == Handler && IsHandlerOfOwnRequirement(type))))
        || type.GetTypeMembers().Any(IsOwnService);

    private static bool IsService(INamedTypeSymbol type) => Services.Contains(type.Name) && type.IsOfPlatform() && Refusals.IsAspNetCore(type);

    /// <summary>Determines whether a handler is called only for policies with a requirement of this compilation.</summary>
    private static bool IsHandlerOfOwnRequirement(INamedTypeSymbol type) => type.WithBaseTypes().Any(static each =>
        each is INamedTypeSymbol { Name: "AuthorizationHandler", TypeArguments: [INamedTypeSymbol requirement, ..] } handler && IsOfAuthorization(handler) && !requirement.IsOfPlatform());

    // An attribute is judged where it is applied.
    private static bool IsAttribute(INamedTypeSymbol type) => type.WithBaseTypes().Any(static each => each.Is("Attribute", "System"));

    /// <summary>Determines whether the application adds a middleware to its pipeline that might deny access.</summary>
    private bool HasOwnMiddleware() => _uses.FindCallsWithPrefix("Use").Any(found => !IsOwnExtension(found.Body.Member) && AddsToPipeline(found.Call) && MayDeny(found.Call));

    // What an extension method adds is judged where the method is called.
    private static bool IsOwnExtension(ISymbol member) => member is IMethodSymbol { IsExtensionMethod: true } && member.Name.StartsWith("Use", StringComparison.Ordinal);

    private static bool AddsToPipeline(IInvocationOperation call) => (call.Instance ?? call.Arguments.ValueOf(0))?.WithoutConversions().Type is { } type
        && (IsBuilder(type) || type.AllInterfaces.Any(IsBuilder));

    private static bool IsBuilder(ITypeSymbol type) => type.Is("IApplicationBuilder", "Builder", "AspNetCore", "Microsoft");

    private bool MayDeny(IInvocationOperation call, int depth = 0)
    {
        IMethodSymbol method = call.TargetMethod;

        if (!call.IsCallOfPlatform())
            return !HarmlessMiddlewares.Contains(method.Name) && MayDeny(method.ReducedFrom ?? method, depth);

        return method.Name switch
        {
            "UseMiddleware" => FindMiddleware(call) is not { } type || !(type.IsOfPlatform() || _middlewares.Continues(type)),
            "Use" => !_middlewares.Continues(call.Arguments.Last().Value),
            _ => false,
        };
    }

    /// <summary>Determines whether an extension method of the application might add a middleware that denies access.</summary>
    private bool MayDeny(IMethodSymbol extension, int depth) =>
        depth > MaxDepth
        || !IsOwnExtension(extension)
        || _uses.FindBody(extension) is not { } body
        || body.WithDescendants().OfType<IInvocationOperation>().Any(call => !call.IsCallOfPlatform() || (AddsToPipeline(call) && MayDeny(call, depth + 1)));

    private static INamedTypeSymbol? FindMiddleware(IInvocationOperation call) => call.TargetMethod.TypeArguments is [var type]
        ? type as INamedTypeSymbol
        : call.Arguments.ValueOf(1) is ITypeOfOperation { TypeOperand: INamedTypeSymbol named } ? named : null;

    /// <summary>Determines whether a convention might deny access to the endpoints of controllers, pages, hubs or components.</summary>
    private bool HasConvention() => Maps.SelectMany(_uses.FindCalls).Any(static found => EndpointPolicies.Of(found.Body).MayDenyEndpoints(found.Call));

    /// <summary>Determines whether the options of controllers or pages contain a filter or a convention that might deny access.</summary>
    private bool HasFilter() => _uses.FindProperties("Filters").Concat(_uses.FindProperties("Conventions")).Any(static found =>
        IsOptions(found.Reference.Property.ContainingType) && !IsHarmless(found.Reference, found.Body));

    private static bool IsOptions(INamedTypeSymbol type) => type.Is("MvcOptions", "Mvc", "AspNetCore", "Microsoft") || type.Is("RazorPagesOptions", "RazorPages", "Mvc", "AspNetCore", "Microsoft");

    /// <summary>Determines whether a filter or a convention that is added to the options denies nobody access for a payment.</summary>
    private static bool IsHarmless(IPropertyReferenceOperation options, ResponseBody body)
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
            if (!call.IsCallOfPlatform() || !IsHarmless(call, body))
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

    private static bool IsHarmless(IInvocationOperation call, ResponseBody body) => call.TargetMethod.Name switch
    {
        "AuthorizeFolder" or "AuthorizePage" or "AuthorizeAreaFolder" or "AuthorizeAreaPage" => !call.TargetMethod.Parameters.Any(static parameter => parameter.Name == "policy"),
        "AllowAnonymousToFolder" or "AllowAnonymousToPage" or "AllowAnonymousToAreaFolder" or "AllowAnonymousToAreaPage" or "AddPageRoute" or "AddAreaPageRoute" => true,
        "Add" when call.TargetMethod.TypeArguments is [INamedTypeSymbol filter] => IsHarmlessType(filter),
        "Add" when call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "filterType" or "item" or "convention")?.Value.WithoutConversions() is { } added => added switch
        {
            ITypeOfOperation { TypeOperand: INamedTypeSymbol filter } => IsHarmlessType(filter),
            IObjectCreationOperation { Type: INamedTypeSymbol { Name: "AuthorizeFilter" } filter } creation => filter.IsOfPlatform()
                && creation.Arguments.All(argument => argument.Parameter?.Type.Is("AuthorizationPolicy", "Authorization", "AspNetCore", "Microsoft") == true && IsHarmlessPolicy(argument.Value, body)),
            IObjectCreationOperation { Type: INamedTypeSymbol filter } => IsHarmlessType(filter),
            _ => false,
        },
        _ => false,
    };

    private static bool IsHarmlessType(INamedTypeSymbol type) => type.IsOfPlatform() && type.Name is not ("TypeFilterAttribute" or "ServiceFilterAttribute");
}
