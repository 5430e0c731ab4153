using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeRequestTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Request_log_describes_the_request(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        HttpRequestMessage sent = setup.Request(setup.AdaAndPlugin);
        sent.Headers.Add("X-Other", "1");
        await setup.SendAsync(sent);

        FakeRequest request = Assert.Single(setup.Fake.Requests);

        Assert.Equal((1L, "GET", "/v1/payments"), (request.Number, request.Method, request.Path));
        Assert.Equal(setup.Clock.GetUtcNow(), request.ReceivedAt);
        Assert.Equal(FakeRequestKind.Id, request.Kind);
        Assert.Equal(["user_id", "plugin_id"], request.ParameterNames);
        Assert.Equal(["Host", "X-Figma-Token", "X-Other"], request.HeaderNames);
        Assert.Equal(setup.Ada, request.UserId);
        Assert.Equal<ResourceId?>(setup.Plugin, request.ResourceId);
        Assert.Equal(FakeCredential.Accepted, request.Credential);
        Assert.Equal("1: GET /v1/payments (user_id, plugin_id), credential Accepted", request.ToString());
    }

    [Fact]
    public async Task Unknown_IDs_are_logged_only_if_they_are_numbers()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        await setup.GetAsync("user_id=123&widget_id=456");
        await setup.GetAsync("user_id=abc&widget_id=def");

        Assert.Equal(new UserId("123"), setup.Fake.Requests[0].UserId);
        Assert.Equal<ResourceId?>(new WidgetId("456"), setup.Fake.Requests[0].ResourceId);
        Assert.Null(setup.Fake.Requests[1].UserId);
        Assert.Null(setup.Fake.Requests[1].ResourceId);
    }

    [Theory]
    [InlineData("", FakeRequestKind.None)]
    [InlineData("plugin_payment_token=a", FakeRequestKind.Token)]
    [InlineData("plugin_id=1", FakeRequestKind.Id)]
    [InlineData("user_id=1", FakeRequestKind.Id)]
    [InlineData("plugin_payment_token=a&user_id=1", FakeRequestKind.Mixed)]
    public async Task Request_log_contains_the_kind_of_request(string query, FakeRequestKind kind)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        await setup.GetAsync(query);

        Assert.Equal(kind, Assert.Single(setup.Fake.Requests).Kind);
    }

    [Fact]
    public async Task Request_log_contains_the_kind_of_credential()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string old = setup.Fake.AccessTokenText;
        setup.Fake.RotateAccessToken();
        HttpRequestMessage bearer = new(HttpMethod.Get, "/v1/payments");
        bearer.Headers.Authorization = new AuthenticationHeaderValue("Bearer", old);

        await setup.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/v1/payments"));
        await setup.SendAsync(bearer);
        await setup.GetAsync("", "figd_wrong");
        await setup.GetAsync("", old);
        await setup.GetAsync("");

        Assert.Equal(
            [FakeCredential.Missing, FakeCredential.BearerOnly, FakeCredential.Invalid, FakeCredential.Expired, FakeCredential.Accepted],
            setup.Fake.Requests.Select(static request => request.Credential));
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Request_log_never_contains_a_secret(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        string paymentToken = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);
        string[] secrets = [setup.Fake.AccessTokenText, paymentToken];

        foreach (string secret in secrets)
        {
            string escaped = Uri.EscapeDataString(secret);

            foreach (string target in (string[])
                [
                    $"/v1/payments/{secret}",
                    $"/{escaped}?plugin_id=1",
                    $"/v1/payments?{escaped}",
                    $"/v1/payments?{escaped}=1",
                    $"/v1/payments?user_id={escaped}&plugin_id={escaped}",
                    $"/v1/payments?plugin_payment_token={escaped}",
                    $"/v1/payments?plugin_payment_token={secret}",
                    $"/v1/payments?access_token={escaped}",
                ])
            {
                ReceivedResponse response = await setup.GetAsync(target, secret);
                Assert.DoesNotContain(secret, response.Body + response.Headers, StringComparison.OrdinalIgnoreCase);
            }
        }

        string kept = string.Join('\n', setup.Fake.Requests) + JsonSerializer.Serialize(setup.Fake.Requests, Readable);
        Assert.Equal(16, setup.Fake.Requests.Count);

        foreach (string secret in secrets)
        {
            Assert.DoesNotContain(secret, kept, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Uri.EscapeDataString(secret), kept, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Request_log_keeps_the_latest_thousand_and_can_be_cleared()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);

        for (int i = 0; i < 1_005; i++)
            await setup.GetAsync("");

        Assert.Equal((1_000, 6L, 1_005L), (setup.Fake.Requests.Count, setup.Fake.Requests[0].Number, setup.Fake.Requests[^1].Number));

        setup.Fake.ClearRequests();
        Assert.Empty(setup.Fake.Requests);

        await setup.GetAsync("");
        Assert.Equal(1_006, Assert.Single(setup.Fake.Requests).Number);
    }
}
