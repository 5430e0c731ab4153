using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
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

    private static Task<GateApp> StartAsync<TController>(bool isGatedRoute) => GateApp.StartAsync(
        app =>
        {
            ControllerActionEndpointConventionBuilder route = app.MapControllerRoute("default", "{controller}/{action}");

            if (isGatedRoute)
                route.RequireFigmaPayments(GateApp.Gate);

            app.MapFallbackToController("/fallback/{**rest}", "Index", typeof(TController).Name.Replace("Controller", "", StringComparison.Ordinal));
        },
        static options => options.Services = static services => services.AddControllers().ConfigureApplicationPartManager(static parts => parts.FeatureProviders.Add(new OnlyController<TController>())));

    private sealed class OnlyController<TController> : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            feature.Controllers.Add(typeof(TController).GetTypeInfo());
        }
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
}
