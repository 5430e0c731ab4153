using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Tests.Endpoints;
using Figma.Payments.Testing;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests;

/// <summary>The table of refusals, over each kind of endpoint. A refused caller never runs the code of an endpoint.</summary>
public sealed class RefusalTableTests : IAsyncLifetime
{
    private GateApp _app = null!;

    public static TheoryData<string, string> Table
    {
        get
        {
            TheoryData<string, string> table = new();

            foreach (string path in Sample.Required)
            {
                foreach (string name in Cases.Keys)
                    table.Add(path, name);
            }

            return table;
        }
    }

    public static TheoryData<string> RequiredPaths => [.. Sample.Required];

    public static TheoryData<string> ReadPaths => [.. Sample.Read];

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["no token"] = new(static _ => null, 401, "token-missing", Challenge: "Bearer"),
        ["malformed token"] = new(static _ => "two words", 401, "token-invalid", Challenge: "Bearer error=\"invalid_token\""),
        ["access token as payment token"] = new(static _ => "figd_secret", 401, "token-invalid", Challenge: "Bearer error=\"invalid_token\""),
        ["unknown token"] = new(static _ => "garbage", 401, "token-invalid", Challenge: "Bearer error=\"invalid_token\""),
        ["unpaid"] = new(static app => app.TokenOf(PaymentStatus.Unpaid), 402, "payment-required", PaymentStatus: "UNPAID"),
        ["trial"] = new(static app => app.TokenOf(PaymentStatus.Trial), 402, "payment-required", PaymentStatus: "TRIAL"),
        ["unknown status"] = new(
            static app => Faulty(app, FakeFault.UnknownPaymentStatus()), 402, "payment-required", PaymentStatus: "UNKNOWN"),
        ["token of another plugin"] = new(static app => app.Figma.IssuePaymentToken(app.Figma.AddUser(), app.Figma.AddPlugin()), 403, "resource-mismatch"),
        ["Figma limits"] = new(static app => Faulty(app, FakeFault.RateLimited(TimeSpan.FromSeconds(42))), 503, "unavailable", RetryAfter: 42),
        ["Figma limits for days"] = new(static app => Faulty(app, FakeFault.RateLimited(TimeSpan.FromSeconds(399_065))), 503, "unavailable", RetryAfter: 3_600),
        ["Figma fails"] = new(static app => Faulty(app, FakeFault.Status(503)), 503, "unavailable", RetryAfter: 10),
        ["Figma sends HTML"] = new(static app => Faulty(app, FakeFault.HtmlPage(200)), 503, "unavailable", RetryAfter: 10),
        ["Figma resets the connection"] = new(static app => Faulty(app, FakeFault.ConnectionReset()), 503, "unavailable", RetryAfter: 10),
    };

    public async Task InitializeAsync() => _app = await GateApp.StartAsync(Sample.Map, static options => options.Services = Sample.AddServices);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Refused_caller_gets_the_response_of_the_table_and_runs_nothing(string path, string name)
    {
        Case expected = Cases[name];
        using HttpResponseMessage response = await _app.GetAsync(path, expected.Token(_app));

        Assert.Equal(expected.Status, (int)response.StatusCode);
        Assert.Equal(0, _app.Executions);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(expected.Challenge, response.Headers.WwwAuthenticate.SingleOrDefault()?.ToString());
        Assert.Equal(expected.RetryAfter, (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds);

        Problem problem = await Problem.ReadAsync(response);
        Assert.Equal(expected.Status, problem.Status);
        Assert.Equal("urn:figma-payments:" + expected.Type, problem.Type);
        Assert.Equal(expected.PaymentStatus, problem.PaymentStatus);
        Assert.False(string.IsNullOrEmpty(problem.Title));
    }

    [Theory]
    [MemberData(nameof(RequiredPaths))]
    public async Task Caller_who_has_paid_is_admitted_and_the_payment_is_bound(string path)
    {
        string token = _app.TokenOf(PaymentStatus.Paid, out UserId user);
        using HttpResponseMessage response = await _app.GetAsync(path, token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(user.Value, (await response.Content.ReadAsStringAsync()).Trim());
        Assert.Equal(1, _app.Executions);
        Assert.Equal("no-store, private", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [MemberData(nameof(ReadPaths))]
    public async Task Endpoint_that_reads_the_decision_has_a_payment_only_if_the_caller_would_be_admitted(string path)
    {
        string token = _app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(user.Value, await _app.Http.GetStringWithTokenAsync(path, token));

        foreach ((string name, Case refused) in Cases)
        {
            string? refusedToken = refused.Token(_app);
            using HttpResponseMessage response = await _app.GetAsync(path, refusedToken);

            Assert.True(response.IsSuccessStatusCode, name);
            Assert.Equal("none", await response.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    [InlineData("application/json")]
    [InlineData("*/*")]
    public async Task Refusal_is_JSON_whatever_the_caller_accepts(string accept)
    {
        using HttpResponseMessage response = await _app.SendAsync(HttpMethod.Get, "/minimal", configure: request => request.Headers.Add("Accept", accept));

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("urn:figma-payments:token-missing", (await Problem.ReadAsync(response)).Type);
    }

    [Fact]
    public async Task Refusal_of_a_HEAD_request_has_no_body()
    {
        using HttpResponseMessage response = await _app.SendAsync(HttpMethod.Head, "/minimal");

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Several_Authorization_headers_are_a_malformed_token()
    {
        string token = _app.TokenOf(PaymentStatus.Paid);
        using HttpResponseMessage response = await _app.SendAsync(HttpMethod.Get, "/minimal", configure: request =>
            request.Headers.TryAddWithoutValidation("Authorization", ["Bearer " + token, "Bearer " + token]));

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Token_can_be_sent_in_a_header_of_its_own()
    {
        string token = _app.TokenOf(PaymentStatus.Paid);
        using HttpResponseMessage response = await _app.SendAsync(HttpMethod.Get, "/minimal", configure: request => request.Headers.Add("X-Figma-Payment-Token", token));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Token_in_the_query_is_not_read()
    {
        string token = _app.TokenOf(PaymentStatus.Paid);
        using HttpResponseMessage response = await _app.GetAsync("/minimal?access_token=" + Uri.EscapeDataString(token));

        Assert.Equal(401, (int)response.StatusCode);
    }

    private static string Faulty(GateApp app, FakeFault fault)
    {
        app.Figma.Faults.Clear();
        app.Figma.Faults.Enqueue(fault);
        return app.TokenOf(PaymentStatus.Paid);
    }

    private sealed record Case(Func<GateApp, string?> Token, int Status, string Type, string? Challenge = null, string? PaymentStatus = null, int? RetryAfter = null);
}
