using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>A middleware runs the pipeline several times with one context, as for a batch of requests or to try again.</summary>
public sealed class RepeatedPipelineTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_token_of_a_batch_is_checked(bool clearsEndpoint)
    {
        await using GateApp app = await StartAsync(async (context, next) =>
        {
            List<int> statuses = [];

            foreach (string token in context.Request.Headers["X-Tokens"].ToString().Split(','))
            {
                context.Request.Headers.Authorization = "Bearer " + token;
                context.Response.Clear();

                if (clearsEndpoint)
                    context.SetEndpoint(null);

                using (System.IO.MemoryStream body = new())
                {
                    System.IO.Stream response = context.Response.Body;
                    context.Response.Body = body;
                    await next(context);
                    context.Response.Body = response;
                }

                statuses.Add(context.Response.StatusCode);
            }

            context.Response.Clear();
            await context.Response.WriteAsync(string.Join(',', statuses));
        });

        string paid = app.TokenOf(PaymentStatus.Paid);
        string unpaid = app.TokenOf(PaymentStatus.Unpaid);
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", configure: request => request.Headers.Add("X-Tokens", $"{paid},{unpaid},garbage,{paid}"));
        Assert.Equal("200,402,401,200", await response.Content.ReadAsStringAsync());
        Assert.Equal(2, app.Executions);
    }

    [Theory]
    [InlineData("/paid")]
    [InlineData("/read")]
    public async Task Payer_is_admitted_when_a_middleware_tries_again(string path)
    {
        await using GateApp app = await StartAsync(static async (context, next) =>
        {
            System.IO.Stream response = context.Response.Body;

            using (System.IO.MemoryStream body = new())
            {
                context.Response.Body = body;
                await next(context);
            }

            context.Response.Clear();
            context.Response.Body = response;
            await next(context);
        });

        Assert.Equal("secret", await app.Http.GetStringWithTokenAsync(path, app.TokenOf(PaymentStatus.Paid)));
        Assert.Equal(2, app.Executions);
        Assert.Single(app.Figma.Requests);
    }

    private static Task<GateApp> StartAsync(Func<HttpContext, RequestDelegate, Task> middleware) => GateApp.StartAsync(
        static app =>
        {
            app.MapGet("/paid", Run).RequireFigmaPayments(GateApp.Gate);
            app.MapGet("/read", Run).ReadFigmaPayments(GateApp.Gate);
        },
        options => options.Pipeline = app =>
        {
            app.Use(middleware);
            app.UseRouting();
            app.UseFigmaPayments();
        });

    private static string Run(FigmaPayment? payment, Executions executions)
    {
        if (payment is null)
            return "none";

        executions.Add();
        return "secret";
    }
}
