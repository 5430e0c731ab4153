using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Builder;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Records where <see cref="GateApplicationBuilderExtensions.UseFigmaPayments"/> was called in the pipeline.</summary>
internal sealed class PipelineState
{
    // UseRouting stores its endpoint route builder here. WebApplication calls UseRouting first, on another builder, unless the application does.
    private const string RouteBuilder = "__EndpointRouteBuilder";

    private readonly List<IApplicationBuilder> _withoutRouting = [];

    public bool IsConfigured { get; private set; }

    public void Configured(IApplicationBuilder app)
    {
        IsConfigured = true;

        // In a branch of a WebApplication, the routing can be outside.
        if (!app.Properties.ContainsKey(RouteBuilder))
            _withoutRouting.Add(app);
    }

    public void ThrowIfOrderIsWrong()
    {
        if (_withoutRouting.Exists(static app => app.Properties.ContainsKey(RouteBuilder)))
            throw WrongOrder();
    }

    private static InvalidOperationException WrongOrder() =>
        new($"{nameof(GateApplicationBuilderExtensions.UseFigmaPayments)} is called before UseRouting, where the endpoint isn't known yet. Call it after UseRouting.");
}
