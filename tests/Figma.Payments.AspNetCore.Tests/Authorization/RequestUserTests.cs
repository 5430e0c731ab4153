using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>The user of the request always has an identity, as ASP.NET Core guarantees.</summary>
public sealed class RequestUserTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handler_that_reads_the_identity_does_not_fail_for_a_refused_caller(bool hasOtherScheme)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            options => options.Services = services =>
            {
                services.AddSingleton<IAuthorizationHandler, IdentityHandler>();

                if (hasOtherScheme)
                    services.AddAuthentication("Users").AddCookie("Users");
            });

        foreach ((string? token, int status) in new[] { (null, 401), ("garbage", 401), (app.TokenOf(PaymentStatus.Unpaid), 402), (app.TokenOf(PaymentStatus.Paid), 200) })
        {
            using HttpResponseMessage response = await app.GetAsync("/paid", token);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Middleware_that_reads_the_identity_after_the_endpoint_gets_one_that_is_not_authenticated()
    {
        List<bool?> isAuthenticated = [];

        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            options => options.Pipeline = app =>
            {
                app.Use(async (HttpContext context, RequestDelegate next) =>
                {
                    await next(context);
                    isAuthenticated.Add(context.User.Identity?.IsAuthenticated);
                });

                app.UseFigmaPayments();
            });

        foreach (string? token in new[] { null, app.TokenOf(PaymentStatus.Unpaid), app.TokenOf(PaymentStatus.Paid) })
            (await app.GetAsync("/paid", token)).Dispose();

        Assert.Equal([false, false, false], isAuthenticated);
    }

    private sealed class IdentityHandler : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            Assert.IsType<bool>(context.User.Identity!.IsAuthenticated);
            return Task.CompletedTask;
        }
    }
}
