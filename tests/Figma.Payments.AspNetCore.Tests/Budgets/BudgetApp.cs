using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.Tests.Budgets;

/// <summary>Starts applications whose clock a test advances, and sends requests from addresses that a test chooses.</summary>
internal static class BudgetApp
{
    public static Task<GateApp> StartAsync(TimeProvider clock, Action<FigmaPaymentsGateOptions>? configure = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null, TimeSpan? tokenLifetime = null) => GateApp.StartAsync(
        app =>
        {
            app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate);
            map?.Invoke(app);
        },
        options =>
        {
            options.Time = clock;
            options.Fake.TimeProvider = clock;
            options.Fake.PaymentTokenLifetime = tokenLifetime ?? TimeSpan.FromDays(30);
            options.Gate = gate => configure?.Invoke(gate);
            options.Services = collection => services?.Invoke(collection);
            options.Pipeline = static app =>
            {
                app.Use(static (HttpContext context, RequestDelegate next) =>
                {
                    if (IPAddress.TryParse(context.Request.Headers["X-Test-Address"], out IPAddress? address))
                        context.Connection.RemoteIpAddress = address;

                    return next(context);
                });

                app.UseFigmaPayments();
            };
        });

    public static int TokenRequests(GateApp app) => app.Figma.Requests.Count(static request => request.Kind == FakeRequestKind.Token);

    public static async Task<int> StatusAsync(GateApp app, string token, string address, string path = "/paid")
    {
        using HttpResponseMessage response = await SendAsync(app, token, address, path);
        return (int)response.StatusCode;
    }

    public static Task<HttpResponseMessage> SendAsync(GateApp app, string token, string address, string path = "/paid") =>
        app.SendAsync(HttpMethod.Get, path, token, request => request.Headers.Add("X-Test-Address", address));
}
