using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeConnectionFaultTests
{
    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Delayed_response_is_sent_when_the_delay_ends(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        setup.Fake.Faults.Enqueue(FakeFault.Delay(TimeSpan.FromHours(1), FakeFault.Status(503)));

        Task<ReceivedResponse> sending = setup.GetAsync(setup.AdaAndPlugin);
        await setup.Clock.TimerCreated.WaitAsync(TimeSpan.FromSeconds(30));
        setup.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(10_000));
        Assert.False(sending.IsCompleted);

        setup.Clock.Advance(TimeSpan.FromTicks(10_000));

        Assert.Equal(503, (await sending).Status);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Waiting_for_a_delayed_response_can_be_canceled(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        setup.Fake.Faults.Enqueue(FakeFault.Delay(TimeSpan.FromDays(24)));
        using CancellationTokenSource cancellation = new();

        Task<HttpResponseMessage> sending = setup.Http.SendAsync(setup.Request(setup.AdaAndPlugin), cancellation.Token);
        await setup.Clock.TimerCreated.WaitAsync(TimeSpan.FromSeconds(30));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Stalled_body_sends_headers_and_half_of_the_body(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        string good = (await setup.GetAsync(setup.AdaAndPlugin)).Body;
        setup.Fake.Faults.Enqueue(FakeFault.StalledBody());

        using HttpResponseMessage response = await setup.Http.SendAsync(setup.Request(setup.AdaAndPlugin), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((200, good.Length), ((int)response.StatusCode, response.Content.Headers.ContentLength));
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[good.Length / 2]);

        // On loopback, further data would arrive immediately, so a longer wait proves nothing more.
        using CancellationTokenSource timeout = new(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => body.ReadAsync(new byte[1], timeout.Token).AsTask());
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Cut_off_body_announces_the_full_length_and_ends_at_half(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        string good = (await setup.GetAsync(setup.AdaAndPlugin)).Body;
        setup.Fake.Faults.Enqueue(FakeFault.CutOffBody());

        using HttpResponseMessage response = await setup.Http.SendAsync(setup.Request(setup.AdaAndPlugin), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((200, good.Length), ((int)response.StatusCode, response.Content.Headers.ContentLength));
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[good.Length / 2]);

        HttpIOException exception = await Assert.ThrowsAsync<HttpIOException>(() => body.ReadAsync(new byte[1]).AsTask());
        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Cut_off_body_throws_the_same_exception_on_both_transports(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        setup.Fake.Faults.Enqueue(FakeFault.CutOffBody());

        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => setup.GetAsync(setup.AdaAndPlugin));

        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task Reset_of_a_new_or_reused_connection_is_not_retried_by_the_client(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);

        for (int iteration = 0; iteration < 40; iteration++)
        {
            // After each reset the client opens a new connection. Every second iteration uses that connection once before the reset.
            if (iteration % 2 == 1)
                await setup.GetAsync(setup.AdaAndPlugin);

            setup.Fake.ClearRequests();
            setup.Fake.Faults.Enqueue(FakeFault.ConnectionReset());

            HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => setup.GetAsync(setup.AdaAndPlugin));

            Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(exception.GetBaseException()).SocketErrorCode);
            Assert.Single(setup.Fake.Requests);
        }
    }

    [Fact]
    public async Task Disposing_a_response_ends_a_pending_read()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        setup.Fake.Faults.Enqueue(FakeFault.StalledBody());
        HttpResponseMessage response = await setup.Http.SendAsync(setup.Request(setup.AdaAndPlugin), HttpCompletionOption.ResponseHeadersRead);
        Task<string> reading = response.Content.ReadAsStringAsync();

        response.Dispose();

        await Assert.ThrowsAnyAsync<Exception>(() => reading.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(reading.IsFaulted);
    }
}
