using System;
using System.Net.Http;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeFaultTests
{
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Status_fault_responds_with_the_error_envelope(int status)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        setup.Fake.Faults.Enqueue(FakeFault.Status(status, "Maintenance", TimeSpan.FromSeconds(1.2)));

        ReceivedResponse response = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal($$"""{"status":{{status}},"error":true,"message":"Maintenance"}""", response.Body);
        Assert.Equal((status, "2"), (response.Status, response.Header("Retry-After")));
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }

    [Theory]
    [InlineData("399065")]
    [InlineData("Fri, 01 Mar 2024 12:40:00 GMT")]
    [InlineData("soon")]
    public async Task Rate_limit_fault_accepts_any_Retry_After_text(string retryAfter)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Loopback);
        setup.Fake.Faults.Enqueue(FakeFault.RateLimited(retryAfter));

        ReceivedResponse response = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal((429, retryAfter, "pro", "high"), (response.Status, response.Header("Retry-After"), response.Header("X-Figma-Plan-Tier"), response.Header("X-Figma-Rate-Limit-Type")));
        Assert.NotNull(response.Header("X-Figma-Upgrade-Link"));
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Html_page_fault_responds_with_HTML(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        setup.Fake.Faults.Enqueue(FakeFault.HtmlPage(403));

        ReceivedResponse response = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal((403, "text/html; charset=utf-8"), (response.Status, response.Header("Content-Type")));
        Assert.StartsWith("<!DOCTYPE html>", response.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Malformed_JSON_fault_sends_a_complete_response_with_truncated_JSON(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        string good = (await setup.GetAsync(setup.AdaAndPlugin)).Body;
        setup.Fake.Faults.Enqueue(FakeFault.MalformedJson());

        ReceivedResponse response = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal((200, good[..^2]), (response.Status, response.Body));
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Body_fault_sends_the_specified_bytes(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        byte[] bytes = new byte[200_000];
        Array.Fill(bytes, (byte)0xFF);
        setup.Fake.Faults.Enqueue(FakeFault.Body(bytes, 418, "application/octet-stream"));

        using HttpResponseMessage response = await setup.Http.SendAsync(setup.Request(setup.AdaAndPlugin));

        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Mismatch_fault_responds_for_another_user_or_resource()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        UserId bob = setup.Fake.AddUser();
        setup.Fake.Pay(setup.Ada, setup.Plugin);
        setup.Fake.Faults.Enqueue(FakeFault.ResponseMismatch(bob));
        setup.Fake.Faults.Enqueue(FakeFault.ResponseMismatch(new WidgetId("99")));

        ReceivedResponse aboutBob = await setup.GetAsync(setup.AdaAndPlugin);
        ReceivedResponse aboutWidget = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal(("PAID", bob.Value), (aboutBob.PaymentStatus, aboutBob.Meta.GetProperty("user_id").GetString()));
        Assert.Equal(("PAID", "99", "WIDGET"), (aboutWidget.PaymentStatus, aboutWidget.Meta.GetProperty("resource_id").GetString(), aboutWidget.Meta.GetProperty("resource_type").GetString()));
    }

    [Fact]
    public async Task Payment_status_can_be_unknown_or_duplicated()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        setup.Fake.Faults.Enqueue(FakeFault.UnknownPaymentStatus("NOT_SUPPORTED"));
        setup.Fake.Faults.Enqueue(FakeFault.DuplicateMembers());

        Assert.Equal("NOT_SUPPORTED", (await setup.GetAsync(setup.AdaAndPlugin)).PaymentStatus);
        Assert.Contains("""
            "payment_status":{"type":"UNPAID"},"payment_status":{"type":"PAID"}
            """, (await setup.GetAsync(setup.AdaAndPlugin)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_that_changes_successful_responses_does_not_change_errors()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        setup.Fake.Faults.Enqueue(FakeFault.ResponseMismatch(setup.Ada));
        setup.Fake.Faults.Enqueue(FakeFault.ResponseMismatch(setup.Plugin));
        setup.Fake.Faults.Enqueue(FakeFault.UnknownPaymentStatus());
        setup.Fake.Faults.Enqueue(FakeFault.DuplicateMembers());

        for (int i = 0; i < 4; i++)
            Assert.Equal("Invalid token", (await setup.GetAsync(setup.AdaAndPlugin, "figd_wrong")).Message);

        Assert.Equal(0, setup.Fake.Faults.Pending);
    }

    [Fact]
    public async Task Redirect_target_reveals_whether_the_client_forwarded_the_token()
    {
        FakeFigmaPayments elsewhere = new();
        await using FakeFigmaPaymentsServer other = await elsewhere.StartAsync();
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Loopback);
        setup.Fake.Faults.Enqueue(FakeFault.Redirect(new Uri(other.BaseAddress, "/v1/payments"), 307));
        using HttpClient careless = new() { BaseAddress = setup.Http.BaseAddress };

        using HttpResponseMessage response = await careless.SendAsync(setup.Request(setup.AdaAndPlugin));

        Assert.Equal(FakeCredential.Accepted, Assert.Single(elsewhere.Requests).Credential);
    }

    [Fact]
    public async Task Faults_apply_in_order_and_only_to_matching_requests()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string paymentToken = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);
        setup.Fake.Faults.Enqueue(FakeFault.Status(418), static request => request.Kind == FakeRequestKind.Token);
        setup.Fake.Faults.Enqueue(FakeFault.Status(500), count: 2);
        setup.Fake.Faults.Enqueue(FakeFault.Status(503));
        Assert.Equal(4, setup.Fake.Faults.Pending);

        Assert.Equal(500, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
        Assert.Equal(500, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
        Assert.Equal(503, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
        Assert.Equal(1, setup.Fake.Faults.Pending);
        Assert.Equal(418, (await setup.GetByTokenAsync(paymentToken)).Status);
        Assert.Equal(200, (await setup.GetByTokenAsync(paymentToken)).Status);

        setup.Fake.Faults.Enqueue(FakeFault.Status(500));
        setup.Fake.Faults.Clear();
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }

    [Fact]
    public void Invalid_fault_arguments_are_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeFault.Status(200));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeFault.Status(600));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeFault.Status(503, retryAfter: TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeFault.RateLimited(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentException>(() => FakeFault.RateLimited("1\r\nX-Other: 2"));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeFault.Body("", 204));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeFault.Body("", 100));
        Assert.Throws<ArgumentException>(() => FakeFault.Body("", contentType: "text/plain\n"));
        Assert.Throws<ArgumentException>(() => FakeFault.Redirect(new Uri("/elsewhere", UriKind.Relative)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeFault.Redirect(new Uri("https://example.com"), 200));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeFault.Delay(TimeSpan.FromSeconds(-2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeFault.Delay(TimeSpan.FromDays(25)));
        Assert.Throws<ArgumentException>(() => FakeFault.UnknownPaymentStatus(""));
        Assert.Throws<InvalidOperationException>(() => FakeFault.ResponseMismatch(default(UserId)));
        Assert.Throws<InvalidOperationException>(() => FakeFault.ResponseMismatch(default(ResourceId)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FakeFigmaPayments().Faults.Enqueue(FakeFault.MalformedJson(), count: 0));
    }
}
