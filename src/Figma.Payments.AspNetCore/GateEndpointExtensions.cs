using System;
using Figma.Payments.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Provides extension methods that connect endpoints to gates.</summary>
public static class GateEndpointExtensions
{
    /// <summary>Admits only callers who have paid. The others get a response with problem details, and the endpoint isn't executed.</summary>
    /// <typeparam name="TBuilder">The type of the builder.</typeparam>
    /// <param name="builder">The builder of an endpoint, of a group, of controllers, of Razor pages, of a hub or of a gRPC service.</param>
    /// <param name="gate">The name of the gate.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="gate"/> is null or empty.</exception>
    public static TBuilder RequireFigmaPayments<TBuilder>(this TBuilder builder, string gate)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithMetadata(new RequireFigmaPaymentsAttribute(gate));
    }

    /// <summary>Provides endpoints with the decision of a gate, and refuses nobody. A parameter of type <see cref="FigmaPayment"/> is null if the gate doesn't admit the caller.</summary>
    /// <typeparam name="TBuilder">The type of the builder.</typeparam>
    /// <param name="builder">The builder of an endpoint, of a group, of controllers, of Razor pages, of a hub or of a gRPC service.</param>
    /// <param name="gate">The name of the gate.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="gate"/> is null or empty.</exception>
    public static TBuilder ReadFigmaPayments<TBuilder>(this TBuilder builder, string gate)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithMetadata(new ReadFigmaPaymentsAttribute(gate));
    }
}
