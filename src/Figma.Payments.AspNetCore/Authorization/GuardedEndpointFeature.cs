using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Guards an endpoint that is selected after the final check, for example by a second routing: its gates decide when it is executed.</summary>
internal sealed class GuardedEndpointFeature(FinalCheck check, Endpoint? endpoint) : IEndpointFeature
{
    private Endpoint? _endpoint = endpoint;

    public Endpoint? Endpoint
    {
        get => _endpoint;
        set => _endpoint = EndpointGates.Of(value).Count > 0 ? Guard(value!) : value;
    }

    private Endpoint Guard(Endpoint endpoint)
    {
        RequestDelegate? inner = endpoint.RequestDelegate;

        if (inner is null)
            return endpoint;

        RequestDelegate guarded = context => check.RunAsync(context, EndpointGates.Of(endpoint), inner);

        return endpoint is RouteEndpoint route
            ? new RouteEndpoint(guarded, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
            : new Endpoint(guarded, endpoint.Metadata, endpoint.DisplayName);
    }
}
