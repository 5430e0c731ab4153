using System;
using System.Linq;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>
/// Verifies the endpoints when the host starts, before it accepts connections; each message names the endpoint. Then it guards the endpoint of each request,
/// so that an endpoint with a gate isn't executed without the final check, whatever the order of the middleware is.
/// </summary>
internal sealed class GateStartupFilter(GateRegistry gates, PipelineState pipeline) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // The outermost middleware is created last. By then, the whole pipeline and all endpoints exist.
        app.Use(inner =>
        {
            pipeline.ThrowIfOrderIsWrong();
            new GateVerification(gates).Verify(
                app.ApplicationServices.GetRequiredService<IOptions<AuthenticationOptions>>().Value,
                app.ApplicationServices.GetRequiredService<IAuthenticationSchemeProvider>(),
                app.ApplicationServices.GetService<IServiceProviderIsService>());

            MvcOptions mvc = app.ApplicationServices.GetRequiredService<IOptions<MvcOptions>>().Value;

            if (!mvc.EnableEndpointRouting)
                GateVerification.VerifyWithoutEndpoints(app.ApplicationServices.GetService<IActionDescriptorCollectionProvider>());

            Endpoint[] endpoints = [.. app.ApplicationServices.GetServices<EndpointDataSource>().SelectMany(static source => source.Endpoints)];

            EndpointVerification verification = new(gates, pipeline, app.ApplicationServices.GetRequiredService<IAuthorizationPolicyProvider>());

            foreach (Endpoint endpoint in endpoints)
                verification.Verify(endpoint, mvc);

            GatedActions.Verify(endpoints);

            return context =>
            {
                GuardedEndpointFeature.GetOrAdd(context);
                return inner(context);
            };
        });

        next(app);
    };
}
