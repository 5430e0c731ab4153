using System;
using System.Collections.Generic;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides an extension method that adds the health check of the gates.</summary>
public static class GateHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a health check that reports whether Figma limits the requests or rejects the personal access token. It sends no request, and recovers by itself. It is healthy if the application has no gate.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The name of the health check.</param>
    /// <param name="failureStatus">The status to report. The default is <see cref="HealthStatus.Degraded"/>: a restart of the application wouldn't help.</param>
    /// <param name="tags">The tags of the health check.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddFigmaPayments(
        this IHealthChecksBuilder builder,
        string name = "figma-payments",
        HealthStatus failureStatus = HealthStatus.Degraded,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, static services => new FigmaPaymentsHealthCheck(services.GetService<GateRegistry>()), failureStatus, tags));
    }
}
