using System;
using System.Collections.Generic;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>Code that looks as if an endpoint had a gate, although it has none.</summary>
public sealed class UselessGateTests
{
    [Theory]
    [InlineData("Models", "OnGetAsync")]
    [InlineData("Functions", "OnGet")]
    public async Task Gate_of_a_page_handler_fails_at_start(string directory, string method)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(
            static app => app.MapRazorPages(),
            options => options.Services = services => services.AddRazorPages().AddApplicationPart(typeof(UselessGateTests).Assembly).WithRazorPagesRoot("/Authorization/Pages/" + directory)));

        Assert.Contains($"'{method}' of the page '/Authorization/Pages/{directory}/Handler.cshtml'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payment_of_a_handler_without_a_gate_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(static app => app.MapGet("/open", static (int? page, FigmaPayment buyer) => buyer.UserId.Value)));

        Assert.Contains("/open", error.Message, StringComparison.Ordinal);
        Assert.Contains("'buyer'", error.Message, StringComparison.Ordinal);
        Assert.Contains("RequireGlyphPayments", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payment_that_is_only_read_and_cannot_be_null_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => GateApp.StartAsync(static app => app.MapGet("/read", static (FigmaPayment buyer) => buyer.UserId.Value).ReadFigmaPayments(GateApp.Gate)));

        Assert.Contains("/read", error.Message, StringComparison.Ordinal);
        Assert.Contains("'buyer'", error.Message, StringComparison.Ordinal);
        Assert.Contains("FigmaPayment?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payment_of_an_action_without_a_gate_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(
            static app => app.MapControllers(),
            static options => options.Services = static services => services.AddControllers().ConfigureApplicationPartManager(static parts => parts.FeatureProviders.Add(new OpenControllers()))));

        Assert.Contains("OpenController.Get", error.Message, StringComparison.Ordinal);
        Assert.Contains("'buyer'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payment_that_can_be_null_needs_no_gate()
    {
        await using GateApp app = await GateApp.StartAsync(static app =>
        {
            app.MapGet("/nullable", static (FigmaPayment? buyer) => buyer is null ? "none" : "paid");
            app.MapGet("/default", static ([FromQuery] int? page, FigmaPayment? buyer = null) => buyer is null ? "none" : "paid");
            app.MapGroup("/group").RequireFigmaPayments(GateApp.Gate).MapGet("/paid", static (FigmaPayment buyer) => buyer.UserId.Value);
            app.MapGet("/read", static (FigmaPayment? buyer) => buyer is null ? "none" : buyer.UserId.Value).ReadFigmaPayments(GateApp.Gate);
        });

        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/nullable", token));
        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/default", token));
        Assert.Equal(user.Value, await app.Http.GetStringWithTokenAsync("/group/paid", token));
        Assert.Equal(user.Value, await app.Http.GetStringWithTokenAsync("/read", token));
    }

    private sealed class OpenControllers : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            feature.Controllers.Add(typeof(OpenController).GetTypeInfo());
        }
    }

    [Route("open")]
    internal sealed class OpenController : ControllerBase
    {
        [HttpGet]
        public string Get(FigmaPayment buyer) => $"{Request.Path} {buyer.UserId}";
    }
}
