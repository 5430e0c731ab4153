using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>
/// Verifies that an action of a controller, or a page, that requires a gate on one route has a gate on all of them. The conventions of a route don't apply to the endpoint
/// of the same action that a fallback or a dynamic route selects.
/// </summary>
internal static class GatedActions
{
    public static void Verify(Endpoint[] endpoints)
    {
        IReadOnlyDictionary<string, object?>?[] dynamicRoutes = [.. endpoints.SelectMany(static endpoint => endpoint.Metadata.GetOrderedMetadata<IDynamicEndpointMetadata>()).Where(static route => route.IsDynamic).Select(ValuesOf)];

        foreach (IGrouping<ActionDescriptor?, Endpoint> action in endpoints.GroupBy(static endpoint => endpoint.Metadata.GetMetadata<ActionDescriptor>()))
        {
            if (action.Key is null || action.SelectMany(EndpointGates.Of).FirstOrDefault(static gate => gate.IsRequired) is not { } gate)
                continue;

            // A route with another gate, or with one that is only read, was chosen on purpose.
            if (action.FirstOrDefault(endpoint => EndpointGates.Of(endpoint).Count == 0 && (endpoint is RouteEndpoint || dynamicRoutes.Any(route => Selects(route, action.Key)))) is { } open)
                throw EndpointVerification.Error(open, $"requires the gate '{gate.Gate}' on some of its routes only, and can be reached by another route or a fallback; add the attribute to the controller, the action or the page");
        }
    }

    /// <summary>Determines whether a dynamic route can select an action. Only requests tell the route values of a transformer.</summary>
    private static bool Selects(IReadOnlyDictionary<string, object?>? route, ActionDescriptor action) =>
        route is null || action.RouteValues.All(required => string.Equals(route.GetValueOrDefault(required.Key)?.ToString() ?? "", required.Value ?? "", StringComparison.OrdinalIgnoreCase));

    // The metadata of MapFallbackToController and MapFallbackToPage is internal to ASP.NET Core. Without the property, the route is treated as that of a transformer.
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Controllers and pages don't support trimming.")]
    private static IReadOnlyDictionary<string, object?>? ValuesOf(IDynamicEndpointMetadata metadata) => metadata.GetType().GetProperty("Values")?.GetValue(metadata) as RouteValueDictionary;
}
