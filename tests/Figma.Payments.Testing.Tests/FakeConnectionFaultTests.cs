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
    public async Task A_late_answer_comes_when_the_clock_says_so_and_not_before(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        setup.Fake.Faults.Enqueue(FakeFault.Delay(TimeSpan.FromHours(1), FakeFault.Status(503)));

        Task<ReceivedResponse> asking = setup.GetAsync(setup.AdaAndPlugin);
        await setup.Clock.TimerCreated.WaitAsync(TimeSpan.FromSeconds(30));
        setup.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(10_000));
        Assert.False(asking.IsCompleted);

        setup.Clock.Advance(TimeSpan.FromTicks(10_000));

        Assert.Equal(503, (await asking).Status);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task An_answer_that_never_comes_can_be_given_up(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        setup.Fake.Faults.Enqueue(FakeFault.Delay(TimeSpan.FromDays(24)));
        using CancellationTokenSource given = new();

        Task<HttpResponseMessage> asking = setup.Http.SendAsync(setup.Request(setup.AdaAndPlugin), given.Token);
        await setup.Clock.TimerCreated.WaitAsync(TimeSpan.FromSeconds(30));
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task A_stalled_body_gives_its_headers_and_half_of_itself_and_then_nothing(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        string good = (await setup.GetAsync(setup.AdaAndPlugin)).Body;
        setup.Fake.Faults.Enqueue(FakeFault.StalledBody());

        using HttpResponseMessage response = await setup.Http.SendAsync(setup.Request(setup.AdaAndPlugin), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((200, good.Length), ((int)response.StatusCode, response.Content.Headers.ContentLength));
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[good.Length / 2]);

        // Anything that came would come at once; a longer wait would only prove the same.
        using CancellationTokenSource patience = new(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => body.ReadAsync(new byte[1], patience.Token).AsTask());
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task A_cut_off_body_announces_all_of_itself_and_ends_at_the_half(Transport transport)
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
    public async Task A_client_that_reads_the_whole_body_gets_the_same_exception_through_both_doors(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);
        setup.Fake.Faults.Enqueue(FakeFault.CutOffBody());

        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => setup.GetAsync(setup.AdaAndPlugin));

        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
    }

    [Theory]
    [InlineData(Transport.Memory)]
    [InlineData(Transport.Loopback)]
    public async Task A_connection_is_reset_whether_it_is_new_or_used_and_no_client_asks_again_by_itself(Transport transport)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(transport);

        for (int asked = 0; asked < 40; asked++)
        {
            // The first connection is new; after each reset there is a new one, which is used every second time.
            if (asked % 2 == 1)
                await setup.GetAsync(setup.AdaAndPlugin);

            setup.Fake.ClearRequests();
            setup.Fake.Faults.Enqueue(FakeFault.ConnectionReset());

            HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => setup.GetAsync(setup.AdaAndPlugin));

            Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(exception.GetBaseException()).SocketErrorCode);
            Assert.Single(setup.Fake.Requests);
        }
    }

    [Fact]
    public async Task Disposing_of_an_answer_ends_a_read_that_waits_on_it()
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
