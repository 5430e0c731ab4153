using System;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Cors;
using Figma.Payments.AspNetCore.Refusals;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Provides extension methods that connect gates to the pipeline and to endpoints.</summary>
public static class GateApplicationBuilderExtensions
{
    /// <summary>Adds CORS for the endpoints with gates, authentication, authorization and the final check of the gates to the pipeline, in this order. Don't call <c>UseAuthentication</c> and <c>UseAuthorization</c> in addition.</summary>
    /// <param name="app">The application.</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="app"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is no gate. If the method is called before <c>UseRouting</c>, the host doesn't start.</exception>
    public static IApplicationBuilder UseFigmaPayments(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);

        PipelineState pipeline = app.ApplicationServices.GetService<PipelineState>()
            ?? throw new InvalidOperationException($"There is no gate. Call the generated method such as AddGlyphPaymentsGate, or {nameof(GateServiceCollectionExtensions.AddFigmaPaymentsGate)}.");

        pipeline.Configured(app);

        return app.UseMiddleware<GateCorsMiddleware>().UseMiddleware<RefusalMiddleware>().UseAuthentication().UseAuthorization().UseMiddleware<FinalCheckMiddleware>();
    }
}
