using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Builder;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Records where <see cref="GateApplicationBuilderExtensions.UseFigmaPayments"/> was called in the pipeline.</summary>
internal sealed class PipelineState
{
    // UseRouting stores its endpoint route builder here. WebApplication stores one under the second name, and calls UseRouting first unless the application does.
    private const string RouteBuilder = "__EndpointRouteBuilder";
    private const string GlobalRouteBuilder = "__GlobalEndpointRouteBuilder";

    private readonly List<IApplicationBuilder> _withoutRouting = [];

    public bool IsConfigured { get; private set; }

    public void Configured(IApplicationBuilder app)
    {
        IsConfigured = true;

        if (app.Properties.ContainsKey(RouteBuilder))
            return;

        if (!app.Properties.ContainsKey(GlobalRouteBuilder))
            throw WrongOrder();

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
