using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>
/// Guards the endpoint of a request: if it has gates, it isn't executed before the final check, whenever and by whatever middleware it is selected and executed.
/// </summary>
internal sealed class GuardedEndpointFeature : IEndpointFeature
{
    // Endpoints live as long as the application, unless their source changes. A guarded endpoint is its own.
    private static readonly ConditionalWeakTable<Endpoint, Endpoint> Guarded = [];

    private Endpoint? _endpoint;

    public Endpoint? Endpoint
    {
        get => _endpoint;
        set
        {
            PendingGates = EndpointGates.Of(value);
            _endpoint = PendingGates.Count > 0 ? Guard(value!) : value;
        }
    }

    /// <summary>Gets the gates of the endpoint whose final check the request has not passed.</summary>
    public IReadOnlyList<IGateMetadata> PendingGates { get; private set; } = [];

    /// <summary>Returns the feature of a request, and adds it if it doesn't exist.</summary>
    public static GuardedEndpointFeature GetOrAdd(HttpContext context)
    {
        IEndpointFeature? feature = context.Features.Get<IEndpointFeature>();

        if (feature is not GuardedEndpointFeature guard)
        {
            guard = new GuardedEndpointFeature { Endpoint = feature?.Endpoint };
            context.Features.Set<IEndpointFeature>(guard);
        }

        return guard;
    }

    /// <summary>Records that the request has passed the final check of the endpoint.</summary>
    public void Pass() => PendingGates = [];

    /// <summary>Requires the final check of the endpoint again.</summary>
    public void Reset() => PendingGates = EndpointGates.Of(_endpoint);

    private static Endpoint Guard(Endpoint endpoint)
    {
        if (endpoint.RequestDelegate is null)
            return endpoint;

        if (!Guarded.TryGetValue(endpoint, out Endpoint? guarded))
        {
            guarded = Guarded.GetValue(endpoint, Create);
            Guarded.TryAdd(guarded, guarded);
        }

        return guarded;
    }

    private static Endpoint Create(Endpoint endpoint)
    {
        RequestDelegate inner = endpoint.RequestDelegate!;
        Endpoint guarded = null!;

        guarded = endpoint is RouteEndpoint route
            ? new RouteEndpoint(ExecuteAsync, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
            : new Endpoint(ExecuteAsync, endpoint.Metadata, endpoint.DisplayName);

        return guarded;

        Task ExecuteAsync(HttpContext context)
        {
            GuardedEndpointFeature guard = GetOrAdd(context);

            return ReferenceEquals(guard.Endpoint, guarded) && guard.PendingGates.Count == 0
                ? inner(context)
                : context.RequestServices.GetRequiredService<FinalCheck>().RunAsync(context, guarded, guard: null, inner);
        }
    }
}
