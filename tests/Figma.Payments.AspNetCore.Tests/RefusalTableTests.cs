using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Tests.Endpoints;
using global::Grpc.Core;
using global::Grpc.Net.Client;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests;

/// <summary>The table of refusals, over each kind of endpoint: minimal APIs, groups, controllers, Razor pages, connections of hubs, their methods, and gRPC. A refused caller never runs the code of an endpoint.</summary>
public sealed class RefusalTableTests : IAsyncLifetime
{
    private GateApp _app = null!;

    public static TheoryData<string, string> Table
    {
        get
        {
            TheoryData<string, string> table = new();

            foreach (string path in Sample.Required.Append(Sample.HubConnection))
            {
                foreach (string name in RefusalCase.All.Keys)
                    table.Add(path, name);
            }

            return table;
        }
    }

    public static TheoryData<string> RequiredPaths => [.. Sample.Required];

    public static TheoryData<string> ReadPaths => [.. Sample.Read];

    public async Task InitializeAsync() => _app = await GateApp.StartAsync(Sample.Map, static options => options.Services = Sample.AddServices);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Refused_caller_gets_the_response_of_the_table_and_runs_nothing(string path, string name)
    {
        RefusalCase expected = RefusalCase.All[name];
        string? token = await expected.TokenAsync(_app);
        using HttpResponseMessage response = await _app.SendAsync(path == Sample.HubConnection ? HttpMethod.Post : HttpMethod.Get, path, token);

        Assert.Equal(expected.Status, (int)response.StatusCode);
        Assert.Equal(0, _app.Executions);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(expected.Challenge, response.Headers.WwwAuthenticate.SingleOrDefault()?.ToString());
        expected.AssertRetryAfter(response.Headers.RetryAfter?.Delta?.TotalSeconds);

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

        foreach ((string name, RefusalCase refused) in RefusalCase.All)
        {
            string? refusedToken = await refused.TokenAsync(_app);
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

    [Theory]
    [MemberData(nameof(RefusalCase.Names), MemberType = typeof(RefusalCase))]
    public async Task Method_of_a_hub_does_not_run_for_a_refused_caller(string name)
    {
        string? token = await RefusalCase.All[name].TokenAsync(_app);

        await using HubConnection connection = new HubConnectionBuilder()
            .WithUrl("http://localhost/reading-hub", HttpTransportType.LongPolling, options =>
            {
                options.HttpMessageHandlerFactory = _ => _app.CreateHandler();
                options.AccessTokenProvider = () => Task.FromResult(token);
            })
            .Build();

        await connection.StartAsync();
        HubException error = await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<string>(nameof(Hubs.PaidHub.WhoRequired)));

        Assert.Contains("unauthorized", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _app.Executions);
    }

    [Theory]
    [MemberData(nameof(RefusalCase.Names), MemberType = typeof(RefusalCase))]
    public async Task Service_of_gRPC_does_not_run_for_a_refused_caller_who_gets_the_status_of_the_protocol(string name)
    {
        RefusalCase expected = RefusalCase.All[name];
        string? token = await expected.TokenAsync(_app);
        using GrpcChannel channel = Grpc.GrpcTests.Open(_app);

        RpcException error = await Assert.ThrowsAsync<RpcException>(async () => await Grpc.GrpcTests.RenderAsync(channel, token));

        Assert.Equal(expected.Status switch { 401 => StatusCode.Unauthenticated, 402 or 403 => StatusCode.PermissionDenied, 429 => StatusCode.ResourceExhausted, _ => StatusCode.Unavailable }, error.StatusCode);
        Assert.Equal("urn:figma-payments:" + expected.Type, error.Status.Detail);
        expected.AssertRetryAfter(error.Trailers.GetValue("retry-after") is { } seconds ? double.Parse(seconds, CultureInfo.InvariantCulture) : null);
        Assert.Equal(0, _app.Executions);
    }
}
