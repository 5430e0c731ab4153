using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>Actions that are reached by a conventional route and by a fallback.</summary>
public sealed class SeveralRoutesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gate_of_an_action_holds_on_each_route(bool isGatedRoute)
    {
        await using GateApp app = await StartAsync<GatedController>(isGatedRoute);

        foreach (string path in new[] { "/Gated/Index", "/fallback/x/y" })
        {
            foreach ((string? token, int status) in new[] { (null, 401), ("garbage", 401), (app.TokenOf(PaymentStatus.Unpaid), 402) })
            {
                using HttpResponseMessage refused = await app.GetAsync(path, token);
                Assert.Equal((path, status), (path, (int)refused.StatusCode));
            }

            Assert.Equal(0, app.Executions);
        }

        foreach (string path in new[] { "/Gated/Index", "/fallback/x/y" })
            Assert.Equal("goods", await app.Http.GetStringWithTokenAsync(path, app.TokenOf(PaymentStatus.Paid)));
    }

    [Fact]
    public async Task Gate_of_one_route_of_an_action_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<OpenController>(isGatedRoute: true));

        Assert.Contains("OpenController.Index", error.Message, StringComparison.Ordinal);
        Assert.Contains("add the attribute", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fallback_to_another_controller_starts()
    {
        await using GateApp app = await StartAsync(
            static app =>
            {
                app.MapControllerRoute("api", "api/{action}", new { controller = "Open" }).RequireFigmaPayments(GateApp.Gate);
                app.MapFallbackToController("Index", "Spa");
            },
            typeof(OpenController),
            typeof(SpaController));

        Assert.Equal("spa", await app.Http.GetStringAsync("/anything"));
        Assert.Equal("spa", await app.Http.GetStringAsync("/Open/Index"));
        Assert.Equal(401, (int)(await app.GetAsync("/api/Index")).StatusCode);
        Assert.Equal("/api/Index", await app.Http.GetStringWithTokenAsync("/api/Index", app.TokenOf(PaymentStatus.Paid)));
    }

    /// <summary>The transformer can select any action.</summary>
    [Fact]
    public async Task Dynamic_route_fails_at_start_if_the_gate_is_on_another_route()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            static app =>
            {
                app.MapControllerRoute("api", "api/{action}", new { controller = "Open" }).RequireFigmaPayments(GateApp.Gate);
                app.MapDynamicControllerRoute<Transformer>("dynamic/{**rest}");
            },
            typeof(OpenController)));

        Assert.Contains("OpenController.Index", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Controllers_of_two_groups_with_gates_start()
    {
        await using GateApp app = await StartAsync(
            static app =>
            {
                app.MapGroup("/free").ReadFigmaPayments(GateApp.Gate).MapControllers();
                app.MapGroup("/pro").RequireFigmaPayments(GateApp.Gate).MapControllers();
            },
            typeof(AttributeRouteController));

        Assert.Equal("work", await app.Http.GetStringAsync("/free/work"));
        Assert.Equal(401, (int)(await app.GetAsync("/pro/work")).StatusCode);
    }

    [Fact]
    public async Task Controllers_of_a_group_that_are_mapped_again_without_a_gate_fail_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            static app =>
            {
                app.MapGroup("/pro").RequireFigmaPayments(GateApp.Gate).MapControllers();
                app.MapControllers();
            },
            typeof(AttributeRouteController)));

        Assert.Contains("AttributeRouteController.Get", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The fallback maps all pages again, outside of the group.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_of_a_group_fail_at_start_if_a_fallback_maps_them_without_a_gate(bool hasFallback)
    {
        Task<GateApp> start = GateApp.StartAsync(
            app =>
            {
                app.MapGroup("/members").RequireFigmaPayments(GateApp.Gate).MapRazorPages();

                if (hasFallback)
                    app.MapFallbackToPage("/Handler");
            },
            static options => options.Services = static services => services.AddRazorPages().AddApplicationPart(typeof(SeveralRoutesTests).Assembly).WithRazorPagesRoot("/Authorization/Pages/Plain"));

        if (hasFallback)
        {
            InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => start);
            Assert.Contains("/Handler", error.Message, StringComparison.Ordinal);
            Assert.Contains("add the attribute", error.Message, StringComparison.Ordinal);
            return;
        }

        await using GateApp app = await start;
        Assert.Equal(401, (int)(await app.GetAsync("/members/Handler")).StatusCode);
        Assert.Equal(404, (int)(await app.GetAsync("/Handler")).StatusCode);
    }

    [Fact]
    public async Task Fallback_to_a_page_starts_if_the_page_has_the_gate()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                app.MapRazorPages().RequireFigmaPayments(GateApp.Gate);
                app.MapFallbackToPage("/Handler");
            },
            static options => options.Services = static services => services.AddRazorPages().AddApplicationPart(typeof(SeveralRoutesTests).Assembly).WithRazorPagesRoot("/Authorization/Pages/Plain"));

        foreach (string path in new[] { "/Handler", "/anything" })
            Assert.Equal(401, (int)(await app.GetAsync(path)).StatusCode);
    }

    private static Task<GateApp> StartAsync<TController>(bool isGatedRoute) => StartAsync(
        app =>
        {
            ControllerActionEndpointConventionBuilder route = app.MapControllerRoute("default", "{controller}/{action}");

            if (isGatedRoute)
                route.RequireFigmaPayments(GateApp.Gate);

            app.MapFallbackToController("/fallback/{**rest}", "Index", typeof(TController).Name.Replace("Controller", "", StringComparison.Ordinal));
        },
        typeof(TController));

    private static Task<GateApp> StartAsync(Action<WebApplication> map, params Type[] controllers) => GateApp.StartAsync(map, options => options.Services = services =>
    {
        services.AddTransient<Transformer>();
        services.AddControllers().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new OnlyControllers(controllers)));
    });

    private sealed class OnlyControllers(Type[] controllers) : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();

            foreach (Type controller in controllers)
                feature.Controllers.Add(controller.GetTypeInfo());
        }
    }

    private sealed class Transformer : DynamicRouteValueTransformer
    {
        public override ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values) => new(values);
    }

    internal sealed class GatedController(Executions executions) : ControllerBase
    {
        [RequireFigmaPayments(GateApp.Gate)]
        public string Index()
        {
            executions.Add();
            return "goods";
        }
    }

    internal sealed class OpenController : ControllerBase
    {
        public string Index() => Request.Path;
    }

    internal sealed class SpaController : ControllerBase
    {
        public ContentResult Index() => Content("spa");
    }

    [Route("work")]
    internal sealed class AttributeRouteController : ControllerBase
    {
        [HttpGet]
        public ContentResult Get() => Content("work");
    }
}
