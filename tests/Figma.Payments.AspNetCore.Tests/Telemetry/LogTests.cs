using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Telemetry;

/// <summary>Refusals are part of normal operation. The section on production of the README says what is logged about them.</summary>
public sealed class LogTests
{
    // These categories log each request, whether it is refused or not.
    private static readonly string[] Requests = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Cors.Infrastructure.CorsService"];

    [Fact]
    public async Task Refusal_is_logged_by_the_framework_only()
    {
        await using GateApp app = await GateApp.StartAsync(static app => app.MapGet("/paid", static () => "").RequireFigmaPayments(GateApp.Gate));

        foreach ((string? token, int status) in new[] { (null, 401), ("garbage", 401), (app.TokenOf(PaymentStatus.Unpaid), 402), (app.TokenOf(PaymentStatus.Trial), 402) })
        {
            int before = app.Logs.Records.Length;
            using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, "/paid", token, static request => request.Headers.Add("Origin", "null"));
            Assert.Equal(status, (int)response.StatusCode);

            IEnumerable<LogRecord> logged = app.Logs.Records.Skip(before).Where(static record => record.Level >= LogLevel.Information && !Requests.Contains(record.Category));
            LogRecord record = Assert.Single(logged);
            Assert.Equal("Microsoft.AspNetCore.Authorization.DefaultAuthorizationService", record.Category);
            Assert.Equal(LogLevel.Information, record.Level);
            Assert.StartsWith("Authorization failed", record.Message, StringComparison.Ordinal);
        }
    }
}
