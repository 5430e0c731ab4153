using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests;

/// <summary>A caller who is refused, and the response.</summary>
/// <param name="TokenAsync">A function that prepares the application and returns the text of the payment token, or null for none.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The problem type without its prefix.</param>
/// <param name="Challenge">The header <c>WWW-Authenticate</c>, or null for none.</param>
/// <param name="PaymentStatus">The payment status in the problem, or null for none.</param>
/// <param name="RetryAfter">The header <c>Retry-After</c> in seconds, or null for none.</param>
internal sealed record RefusalCase(Func<GateApp, Task<string?>> TokenAsync, int Status, string Type, string? Challenge = null, string? PaymentStatus = null, int? RetryAfter = null)
{
    /// <summary>The path of an endpoint with the gate that each application needs for the preparations.</summary>
    public const string PreparationPath = "/preparation";

    private const string InvalidToken = "Bearer error=\"invalid_token\"";

    /// <summary>Gets the cases by name.</summary>
    public static IReadOnlyDictionary<string, RefusalCase> All { get; } = new Dictionary<string, RefusalCase>
    {
        ["no token"] = Of(static _ => null, 401, "token-missing", Challenge: "Bearer"),
        ["malformed token"] = Of(static _ => "two words", 401, "token-invalid", InvalidToken),
        ["access token as payment token"] = Of(static _ => "figd_secret", 401, "token-invalid", InvalidToken),
        ["unknown token"] = Of(static _ => "garbage", 401, "token-invalid", InvalidToken),
        ["unpaid"] = Of(static app => app.TokenOf(Payments.PaymentStatus.Unpaid), 402, "payment-required", PaymentStatus: "UNPAID"),
        ["trial"] = Of(static app => app.TokenOf(Payments.PaymentStatus.Trial), 402, "payment-required", PaymentStatus: "TRIAL"),
        ["refunded"] = Of(Refunded, 402, "payment-required", PaymentStatus: "UNPAID"),
        ["unknown status"] = Of(static app => Faulty(app, FakeFault.UnknownPaymentStatus()), 402, "payment-required", PaymentStatus: "UNKNOWN"),
        ["token of another plugin"] = Of(static app => app.Figma.IssuePaymentToken(app.Figma.AddUser(), app.Figma.AddPlugin()), 403, "resource-mismatch"),
        ["too many rejected tokens"] = new(RejectedAsync, 429, "too-many-requests", RetryAfter: 60),
        ["Figma limits"] = Of(static app => Faulty(app, FakeFault.RateLimited(TimeSpan.FromSeconds(42))), 503, "unavailable", RetryAfter: 42),
        ["Figma limits for days"] = Of(static app => Faulty(app, FakeFault.RateLimited(TimeSpan.FromSeconds(399_065))), 503, "unavailable", RetryAfter: 3_600),
        ["Figma fails"] = Of(static app => Faulty(app, FakeFault.Status(503)), 503, "unavailable", RetryAfter: 10),
        ["Figma sends HTML"] = Of(static app => Faulty(app, FakeFault.HtmlPage(200)), 503, "unavailable", RetryAfter: 10),
        ["Figma resets the connection"] = Of(static app => Faulty(app, FakeFault.ConnectionReset()), 503, "unavailable", RetryAfter: 10),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Asserts the number of seconds. Some may have passed since the gate began to wait.</summary>
    public void AssertRetryAfter(double? seconds)
    {
        Assert.Equal(RetryAfter is null, seconds is null);

        if (RetryAfter is { } expected)
            Assert.InRange(seconds.GetValueOrDefault(), Math.Max(1, expected - 10), expected);
    }

    private static RefusalCase Of(Func<GateApp, string?> token, int status, string type, string? Challenge = null, string? PaymentStatus = null, int? RetryAfter = null) =>
        new(app => Task.FromResult(token(app)), status, type, Challenge, PaymentStatus, RetryAfter);

    private static string Refunded(GateApp app)
    {
        string token = app.TokenOf(Payments.PaymentStatus.Paid, out UserId user);
        app.Figma.Refund(user, app.Plugin);
        return token;
    }

    private static string Faulty(GateApp app, FakeFault fault)
    {
        app.Figma.Faults.Clear();
        app.Figma.Faults.Enqueue(fault, count: 10);      // a connection of a hub takes several requests
        return app.TokenOf(Payments.PaymentStatus.Paid);
    }

    // Even a user who has paid is refused then, unless the response about their token is in the cache.
    private static async Task<string?> RejectedAsync(GateApp app)
    {
        for (int i = 0; i < 10; i++)
            (await app.GetAsync(PreparationPath, "garbage" + i)).Dispose();

        return app.TokenOf(Payments.PaymentStatus.Paid);
    }
}
