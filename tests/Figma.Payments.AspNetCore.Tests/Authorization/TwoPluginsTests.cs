using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>The gates of a plugin and of a widget in one application. Both read <c>Authorization</c>.</summary>
public sealed class TwoPluginsTests
{
    private const string WidgetGate = "strokes";

    private static readonly WidgetId Widget = new("999888777666555444");

    [Theory]
    [InlineData("/plugin", "/widget")]
    [InlineData("/widget", "/plugin")]
    public async Task Token_of_one_is_refused_by_the_gate_of_the_other(string own, string other)
    {
        await using GateApp app = await StartAsync();
        UserId user = Pay(app);
        string token = own == "/plugin" ? app.Figma.IssuePaymentToken(user, app.Plugin) : app.Figma.IssuePaymentToken(user, Widget);

        foreach (string path in new[] { other, other, "/both" })
        {
            using HttpResponseMessage refused = await app.GetAsync(path, token);
            Assert.Equal(403, (int)refused.StatusCode);
            Assert.Equal("urn:figma-payments:resource-mismatch", (await Problem.ReadAsync(refused)).Type);
        }

        Assert.Equal(0, app.Executions);

        // The refusals of the other gate don't matter.
        using HttpResponseMessage admitted = await app.GetAsync(own, token);
        Assert.Equal(200, (int)admitted.StatusCode);
        Assert.Equal(1, app.Executions);
    }

    [Theory]
    [InlineData("both", true)]
    [InlineData("both in other order", true)]
    [InlineData("one is only read", false)]
    [InlineData("one each", false)]
    [InlineData("header of its own", false)]
    [InlineData("signed-in users", false)]
    [InlineData("same resource", false)]
    public async Task Endpoint_that_no_token_can_pass_is_logged_at_start(string endpoints, bool expected)
    {
        await using GateApp app = await StartAsync(
            app =>
            {
                RouteHandlerBuilder endpoint = app.MapGet("/two", static () => "secret");

                switch (endpoints)
                {
                    case "one each":
                        break;

                    case "one is only read":
                        endpoint.RequireFigmaPayments(GateApp.Gate).ReadFigmaPayments(WidgetGate);
                        break;

                    case "both in other order":
                        endpoint.RequireFigmaPayments(WidgetGate).RequireFigmaPayments(GateApp.Gate).RequireFigmaPayments(WidgetGate);
                        break;

                    default:
                        endpoint.RequireFigmaPayments(GateApp.Gate).RequireFigmaPayments(WidgetGate);
                        break;
                }
            },
            gate =>
            {
                if (endpoints == "header of its own")
                {
                    gate.ReadToken = FigmaPaymentTokenReader.FromHeader("X-Widget");
                }
                else if (endpoints == "signed-in users")
                {
                    gate.UserScheme = "Users";
                    gate.UserIdClaim = "figma";
                }
                else if (endpoints == "same resource")
                {
                    gate.Resource = new PluginId(IGlyphPayments.Id);
                }
            },
            isBoth: false);

        LogRecord[] warnings = [.. app.Logs.OfGate.Where(static record => record.Event.Id == 24)];
        Assert.Equal(expected ? 1 : 0, warnings.Length);
        Assert.All(warnings, static warning => Assert.Contains("/two", warning.Message, StringComparison.Ordinal));
        Assert.All(warnings, static warning => Assert.Contains($"'{WidgetGate}'", warning.Message, StringComparison.Ordinal));
    }

    private static UserId Pay(GateApp app)
    {
        UserId user = app.Figma.AddUser();
        app.Figma.Pay(user, app.Plugin);
        app.Figma.Pay(user, Widget);
        return user;
    }

    private static Task<GateApp> StartAsync(Action<WebApplication>? map = null, Action<FigmaPaymentsGateOptions>? configure = null, bool isBoth = true) => GateApp.StartAsync(
        app =>
        {
            app.MapGet("/plugin", static (Executions executions) => executions.Add()).RequireFigmaPayments(GateApp.Gate);
            app.MapGet("/widget", static (Executions executions) => executions.Add()).RequireFigmaPayments(WidgetGate);

            if (isBoth)
                app.MapGet("/both", static (Executions executions) => executions.Add()).RequireFigmaPayments(GateApp.Gate).RequireFigmaPayments(WidgetGate);

            map?.Invoke(app);
        },
        options =>
        {
            options.Figma = new FakeFigmaPayments();
            options.Figma.AddPlugin(new PluginId(IGlyphPayments.Id));
            options.Figma.AddWidget(Widget);
            PaymentsClient payments = new(new HttpClient(options.Figma.CreateHandler()), new PaymentsClientOptions { AccessToken = options.Figma.AccessToken });

            options.Services = services =>
            {
                services.AddAuthentication("Users").AddCookie("Users");

                services.AddFigmaPaymentsGate(WidgetGate, gate =>
                {
                    gate.Resource = Widget;
                    gate.CheckByToken = async (_, token, cancellation) => new PaymentsResult(await payments.GetPaymentsAsync(token, cancellation));
                    configure?.Invoke(gate);
                });
            };
        });
}
