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
    [InlineData(Door.Memory)]
    [InlineData(Door.Loopback)]
    public async Task A_request_tells_what_was_asked(Door door)
    {
        await using Stage stage = await Stage.OpenAsync(door);
        HttpRequestMessage asked = stage.Request(stage.AdaAndPlugin);
        asked.Headers.Add("X-Other", "1");
        await stage.SendAsync(asked);

        FakeRequest request = Assert.Single(stage.Fake.Requests);

        Assert.Equal((1L, "GET", "/v1/payments"), (request.Number, request.Method, request.Path));
        Assert.Equal(stage.Clock.GetUtcNow(), request.ReceivedAt);
        Assert.Equal(FakeRequestWay.Ids, request.Way);
        Assert.Equal(["user_id", "plugin_id"], request.ParameterNames);
        Assert.Equal(["Host", "X-Figma-Token", "X-Other"], request.HeaderNames);
        Assert.Equal(stage.Ada, request.UserId);
        Assert.Equal<ResourceId?>(stage.Plugin, request.ResourceId);
        Assert.Equal(FakeCredential.Accepted, request.Credential);
        Assert.Equal("1: GET /v1/payments (user_id, plugin_id), credential Accepted", request.ToString());
    }

    [Fact]
    public async Task Ids_that_nobody_knows_are_told_where_they_are_numbers()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);
        await stage.AskAsync("user_id=123&widget_id=456");
        await stage.AskAsync("user_id=abc&widget_id=def");

        Assert.Equal(new UserId("123"), stage.Fake.Requests[0].UserId);
        Assert.Equal<ResourceId?>(new WidgetId("456"), stage.Fake.Requests[0].ResourceId);
        Assert.Null(stage.Fake.Requests[1].UserId);
        Assert.Null(stage.Fake.Requests[1].ResourceId);
    }

    [Theory]
    [InlineData("", FakeRequestWay.None)]
    [InlineData("plugin_payment_token=a", FakeRequestWay.PaymentToken)]
    [InlineData("plugin_id=1", FakeRequestWay.Ids)]
    [InlineData("user_id=1", FakeRequestWay.Ids)]
    [InlineData("plugin_payment_token=a&user_id=1", FakeRequestWay.Mixed)]
    public async Task A_request_tells_its_way(string query, FakeRequestWay way)
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);
        await stage.AskAsync(query);

        Assert.Equal(way, Assert.Single(stage.Fake.Requests).Way);
    }

    [Fact]
    public async Task A_request_tells_what_became_of_the_credential()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);
        string old = stage.Fake.AccessTokenText;
        stage.Fake.RotateAccessToken();
        HttpRequestMessage bearer = new(HttpMethod.Get, "/v1/payments");
        bearer.Headers.Authorization = new AuthenticationHeaderValue("Bearer", old);

        await stage.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/v1/payments"));
        await stage.SendAsync(bearer);
        await stage.AskAsync("", "figd_wrong");
        await stage.AskAsync("", old);
        await stage.AskAsync("");

        Assert.Equal(
            [FakeCredential.Missing, FakeCredential.BearerOnly, FakeCredential.Invalid, FakeCredential.Expired, FakeCredential.Accepted],
            stage.Fake.Requests.Select(static request => request.Credential));
    }

    [Theory]
    [InlineData(Door.Memory)]
    [InlineData(Door.Loopback)]
    public async Task No_secret_is_kept_wherever_it_is_put_by_mistake(Door door)
    {
        await using Stage stage = await Stage.OpenAsync(door);
        string paymentToken = stage.Fake.IssuePaymentToken(stage.Ada, stage.Plugin);
        string[] secrets = [stage.Fake.AccessTokenText, paymentToken];

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
                Answer answer = await stage.AskAsync(target, secret);
                Assert.DoesNotContain(secret, answer.Body + answer.Headers, StringComparison.OrdinalIgnoreCase);
            }
        }

        string kept = string.Join('\n', stage.Fake.Requests) + JsonSerializer.Serialize(stage.Fake.Requests, Readable);
        Assert.Equal(16, stage.Fake.Requests.Count);

        foreach (string secret in secrets)
        {
            Assert.DoesNotContain(secret, kept, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Uri.EscapeDataString(secret), kept, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_latest_thousand_are_kept_and_can_be_forgotten()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);

        for (int i = 0; i < 1_005; i++)
            await stage.AskAsync("");

        Assert.Equal((1_000, 6L, 1_005L), (stage.Fake.Requests.Count, stage.Fake.Requests[0].Number, stage.Fake.Requests[^1].Number));

        stage.Fake.ClearRequests();
        Assert.Empty(stage.Fake.Requests);

        await stage.AskAsync("");
        Assert.Equal(1_006, Assert.Single(stage.Fake.Requests).Number);
    }
}
