using System;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authentication;

/// <summary>The headers that a payment token is read from.</summary>
public sealed class TokenHeaderTests
{
    [Theory]
    [InlineData("token", null, 200)]
    [InlineData(null, "Bearer token", 200)]
    [InlineData("", "Bearer token", 200)]
    [InlineData("  ", "Bearer token", 200)]
    [InlineData("garbage", "Bearer token", 401)]
    [InlineData("token", "Bearer garbage", 200)]
    [InlineData("|token", null, 200)]
    [InlineData("token|", null, 200)]
    [InlineData("token| ", "Bearer garbage", 200)]
    [InlineData("|", "Bearer token", 200)]
    [InlineData("token|token", "Bearer token", 401)]
    [InlineData("token|garbage", "Bearer token", 401)]
    [InlineData(null, "|Bearer token", 200)]
    [InlineData(null, "Bearer token|Bearer token", 401)]
    [InlineData(null, "Bearer token|Basic QQ==", 401)]
    [InlineData(null, "Bearer", 401)]
    [InlineData(null, "Bearer ", 401)]
    [InlineData("", "", 401)]
    [InlineData("", "Bearer ", 401)]
    public async Task Empty_header_counts_as_absent(string? header, string? authorization, int expected)
    {
        await using GateApp app = await GateApp.StartAsync(Map, static options => options.Pipeline = static app =>
        {
            // The test's client can't send the same header twice.
            app.Use(static (HttpContext context, RequestDelegate next) =>
            {
                foreach (string name in new[] { "X-Figma-Payment-Token", "Authorization" })
                {
                    if (context.Request.Headers.TryGetValue("Test-" + name, out StringValues value))
                        context.Request.Headers[name] = value.ToString().Trim('"').Split('|');
                }

                return next(context);
            });

            app.UseFigmaPayments();
        });

        string token = app.TokenOf(PaymentStatus.Paid);

        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", configure: request =>
        {
            Add("X-Figma-Payment-Token", header);
            Add("Authorization", authorization);

            void Add(string name, string? value)
            {
                if (value is not null)
                    request.Headers.TryAddWithoutValidation("Test-" + name, '"' + value.Replace("token", token, StringComparison.Ordinal) + '"');
            }
        });

        Assert.Equal(expected, (int)response.StatusCode);
    }

    private static void Map(WebApplication app) => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate);
}
