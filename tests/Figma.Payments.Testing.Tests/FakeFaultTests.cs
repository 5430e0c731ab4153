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
    public async Task A_status_to_order_comes_with_a_body_in_the_envelope(int status)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        setup.Fake.Faults.Enqueue(FakeFault.Status(status, "Out of order", TimeSpan.FromSeconds(1.2)));

        ReceivedResponse answer = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal($$"""{"status":{{status}},"error":true,"message":"Out of order"}""", answer.Body);
        Assert.Equal((status, "2"), (answer.Status, answer.Header("Retry-After")));
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }

    [Theory]
    [InlineData("399065")]
    [InlineData("Fri, 01 Mar 2024 12:40:00 GMT")]
    [InlineData("soon")]
    public async Task A_429_to_order_says_any_Retry_After(string retryAfter)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Loopback);
        setup.Fake.Faults.Enqueue(FakeFault.RateLimited(retryAfter));

        ReceivedResponse answer = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal((429, retryAfter, "pro", "high"), (answer.Status, answer.Header("Retry-After"), answer.Header("X-Figma-Plan-Tier"), answer.Header("X-Figma-Rate-Limit-Type")));
        Assert.NotNull(answer.Header("X-Figma-Upgrade-Link"));
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task A_page_of_the_network_is_no_JSON(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        setup.Fake.Faults.Enqueue(FakeFault.HtmlPage(403));

        ReceivedResponse answer = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal((403, "text/html; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        Assert.StartsWith("<!DOCTYPE html>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Malformed_JSON_is_a_complete_answer_that_cannot_be_read(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        string good = (await setup.GetAsync(setup.AdaAndPlugin)).Body;
        setup.Fake.Faults.Enqueue(FakeFault.MalformedJson());

        ReceivedResponse answer = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal((200, good[..^2]), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task A_body_of_choice_is_sent_byte_by_byte(Transport transport)
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
    public async Task The_answer_is_swapped_for_one_about_another_user_or_resource()
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
    public async Task The_status_is_one_that_nobody_knows_or_is_there_twice()
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
    public async Task A_fault_of_good_answers_leaves_an_error_alone()
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
    public async Task A_redirect_names_the_other_address_and_the_other_side_sees_whether_the_token_came_along()
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
    public async Task Faults_come_in_their_order_as_often_as_ordered_and_only_where_they_fit()
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
    public void A_fault_that_cannot_be_is_refused_when_it_is_made()
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
