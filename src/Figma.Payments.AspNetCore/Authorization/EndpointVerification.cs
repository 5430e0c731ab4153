using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Telemetry;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Verifies the endpoints when the host starts: what can't work, and what looks as if it had a gate although it has none.</summary>
internal sealed class EndpointVerification(GateRegistry gates, PipelineState pipeline, IAuthorizationPolicyProvider policies)
{
    private const string EndpointAsResource = "Microsoft.AspNetCore.Authorization.SuppressUseHttpContextAsAuthorizationResource";

    /// <summary>Verifies an endpoint.</summary>
    /// <exception cref="InvalidOperationException">The endpoint or its gate can't work; the message names the endpoint.</exception>
    public void Verify(Endpoint endpoint, MvcOptions mvc)
    {
        IReadOnlyList<IGateMetadata> metadata = EndpointGates.Of(endpoint);

        if (endpoint.Metadata.GetMetadata<HubMetadata>() is { } hub && FindMethodWithoutGate(hub.HubType, metadata) is { } method)
            throw Error(endpoint, $"is a hub whose method '{method.Name}' requires a gate, but the decision is made when the connection is opened; add RequireFigmaPayments or ReadFigmaPayments with this gate to the endpoint");

        if (PaymentParameters.FindFromElsewhere(endpoint) is { } misplaced)
            throw Error(endpoint, $"has the parameter '{misplaced}' of the type {nameof(FigmaPayment)} with an attribute for another source than the gate; remove the attribute");

        if (FindOtherGate(metadata) is { } other && PaymentParameters.Find(endpoint) is { } ambiguous)
            throw Error(endpoint, $"uses the gates '{metadata[0].Gate}' and '{other}', and has the parameter '{ambiguous}' of the type {nameof(FigmaPayment)}, which can't contain the payments of both; remove it, and call HttpContext.{nameof(FigmaPaymentHttpContextExtensions.GetFigmaPayment)} with the name of a gate, such as the generated GlyphPaymentsGateExtensions.GateName");

        if (!EndpointGates.IsRequired(endpoint) && PaymentParameters.FindRequired(endpoint) is { } parameter)
        {
            throw Error(endpoint, $"has the parameter '{parameter}' of the type {nameof(FigmaPayment)}, but " + (metadata.Count == 0
                ? $"no gate; add the generated method such as RequireGlyphPayments, or {nameof(GateEndpointExtensions.RequireFigmaPayments)}"
                : $"its gates admit callers without a payment; declare it as {nameof(FigmaPayment)}?"));
        }

        if (FindIgnoredAttribute(endpoint, metadata) is { } ignored)
            throw Error(endpoint, $"has a handler in the class '{ignored.Class}', whose attribute for the gate '{ignored.Gate}' ASP.NET Core doesn't read; add the attribute to the method, or call the generated method such as RequireGlyphPayments");

        if (FindPolicyOfGate(endpoint, metadata) is { } named)
            throw Error(endpoint, $"requires the policy '{named}' of a gate by its name, which doesn't make a decision; call the generated method such as RequireGlyphPayments, or add its attribute");

        if (metadata.Count == 0)
            return;

        if (EndpointGates.IsRequired(endpoint) && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            throw Error(endpoint, $"is a Razor component that requires the gate '{metadata[0].Gate}', but interactive navigation shows components without a request; require the gate for an endpoint that the component gets its data from");

        foreach (IGateMetadata gate in metadata)
        {
            if (!gates.Contains(gate.Gate))
                throw Error(endpoint, $"uses the gate '{gate.Gate}', which doesn't exist; call the generated method such as AddGlyphPaymentsGate, or {nameof(GateServiceCollectionExtensions.AddFigmaPaymentsGate)}");

            if (gate is AuthorizeAttribute attribute && attribute.Policy != GateNames.ToScheme(gate.Gate))
                throw Error(endpoint, $"has an attribute for the gate '{gate.Gate}' with the policy '{attribute.Policy}'; don't set the policy, add another [Authorize]");
        }

        if (AppContext.TryGetSwitch(EndpointAsResource, out bool isEndpoint) && isEndpoint)
            throw Error(endpoint, $"uses the gate '{metadata[0].Gate}', but the switch '{EndpointAsResource}' is on, so that authorization doesn't know the request; remove it");

        if (metadata.FirstOrDefault(gate => gate.IsRequired && !HasPolicy(policies, gate.Gate)) is { } unknown)
            throw Error(endpoint, $"requires the gate '{unknown.Gate}', whose policy the authorization policy provider '{policies.GetType()}' doesn't return; let it derive from {nameof(DefaultAuthorizationPolicyProvider)}, and call the base method for names that begin with '{GateNames.Prefix}'");

        if (!pipeline.IsConfigured)
            throw Error(endpoint, $"uses the gate '{metadata[0].Gate}', but the application doesn't call {nameof(GateApplicationBuilderExtensions.UseFigmaPayments)}; call it after UseRouting and before the endpoints");

        if (metadata.FirstOrDefault(static gate => gate.IsRequired) is { } required && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            throw Error(endpoint, $"requires the gate '{required.Gate}' and allows anonymous callers; remove [AllowAnonymous] or AllowAnonymous(), or map the endpoint outside of the gated group or controller");

        if (endpoint.Metadata.GetMetadata<IDynamicEndpointMetadata>() is { IsDynamic: true })
            throw Error(endpoint, $"uses the gate '{metadata[0].Gate}', but ASP.NET Core replaces it by the endpoint of a controller or a page, which doesn't; add the attribute to the controller or the page");

        if (endpoint.Metadata.Any(static one => one.GetType().Name == "ShortCircuitMetadata"))
            throw Error(endpoint, $"uses the gate '{metadata[0].Gate}' and ShortCircuit, so that it is executed before the gate; remove ShortCircuit");

        WarnAboutSameToken(endpoint, metadata);

        if (endpoint.Metadata.GetMetadata<ResponseCacheAttribute>() is { } caching && IsPublic(caching, mvc))
            throw Error(endpoint, $"uses the gate '{metadata[0].Gate}' and [ResponseCache], so that shared caches would serve the response to one caller to others; set Location to {nameof(ResponseCacheLocation)}.{nameof(ResponseCacheLocation.Client)}");
    }

    /// <summary>Returns the class of a handler with an attribute for a gate that the endpoint doesn't have. Only the attributes of methods are metadata of minimal APIs.</summary>
    private static (string Class, string Gate)? FindIgnoredAttribute(Endpoint endpoint, IReadOnlyList<IGateMetadata> metadata)
    {
        MethodInfo? method = endpoint.Metadata.GetMetadata<MethodInfo>() ?? endpoint.RequestDelegate?.Method;

        for (Type? type = method?.DeclaringType; type is not null; type = type.DeclaringType)
        {
            // ASP.NET Core reads the attributes of controllers, hubs, page models and gRPC services for their own endpoints.
            if (type.BaseType != typeof(object) || type.Name.EndsWith("Controller", StringComparison.Ordinal) || type.IsDefined(typeof(ControllerAttribute)))
                continue;

            IEnumerable<IGateMetadata> attributes = type.GetCustomAttributes(typeof(IGateMetadata), inherit: true).Cast<IGateMetadata>();

            if (attributes.FirstOrDefault(attribute => !metadata.Any(gate => gate.Gate == attribute.Gate && (gate.IsRequired || !attribute.IsRequired))) is { } ignored)
                return (type.Name, ignored.Gate);
        }

        return null;
    }

    private string? FindPolicyOfGate(Endpoint endpoint, IReadOnlyList<IGateMetadata> metadata) => endpoint.Metadata
        .OfType<IAuthorizeData>()
        .Select(static data => data.Policy)
        .FirstOrDefault(policy => gates.Names.Any(name => IsPolicyOf(name, policy)) && !metadata.Any(gate => IsPolicyOf(gate.Gate, policy)));

    // ASP.NET Core compares the names of policies without case.
    private static bool IsPolicyOf(string gate, string? policy) => string.Equals(GateNames.ToScheme(gate), policy, StringComparison.OrdinalIgnoreCase);

    [SuppressMessage("Design", "CA1031", Justification = "A provider that depends on the request can throw any exception without one.")]
    private static bool HasPolicy(IAuthorizationPolicyProvider policies, string gate)
    {
        try
        {
            return policies.GetPolicyAsync(GateNames.ToScheme(gate)).GetAwaiter().GetResult() is not null;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private static string? FindOtherGate(IReadOnlyList<IGateMetadata> metadata) => metadata.FirstOrDefault(gate => gate.Gate != metadata[0].Gate)?.Gate;

    /// <summary>Logs gates of two plugins that read the same token: it belongs to one of them.</summary>
    private void WarnAboutSameToken(Endpoint endpoint, IReadOnlyList<IGateMetadata> metadata)
    {
        Gate? first = null;

        foreach (IGateMetadata one in metadata)
        {
            if (!one.IsRequired || gates.Get(one.Gate) is not { Settings: { ReadToken: null, UserScheme: null } } gate)
                continue;

            first ??= gate;

            if (gate.Settings.Resource != first.Settings.Resource)
            {
                gate.Logger.SameToken(endpoint.DisplayName, first.Name, gate.Name);
                return;
            }
        }
    }

    /// <summary>Determines whether an attribute, or the profile that it names, lets shared caches store the response. MVC fails if the profile doesn't exist.</summary>
    private static bool IsPublic(ResponseCacheAttribute attribute, MvcOptions mvc)
    {
        if (attribute.CacheProfileName is { } name && !mvc.CacheProfiles.ContainsKey(name))
            return false;

        CacheProfile profile = attribute.GetCacheProfile(mvc);
        return profile is { NoStore: not true, Location: null or ResponseCacheLocation.Any, Duration: > 0 };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "SignalR keeps the public methods of hubs.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "SignalR keeps the public methods of hubs.")]
    private static MethodInfo? FindMethodWithoutGate(Type hub, IReadOnlyList<IGateMetadata> metadata) => hub
        .GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .FirstOrDefault(method => method.GetCustomAttributes<RequireFigmaPaymentsAttribute>(inherit: true).Any(attribute => !metadata.Any(gate => gate.Gate == attribute.Gate)));

    public static InvalidOperationException Error(Endpoint endpoint, string message) => new($"The endpoint '{endpoint.DisplayName ?? endpoint.ToString()}' {message}.");
}
