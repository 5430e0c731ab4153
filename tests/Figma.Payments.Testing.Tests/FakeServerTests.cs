using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeServerTests
{
    [Fact]
    public async Task Server_listens_on_loopback_until_it_is_disposed()
    {
        FakeFigmaPayments fake = new();
        FakeFigmaPaymentsServer server = await fake.StartAsync();
        Uri address = server.BaseAddress;
        Assert.Equal(("http", "127.0.0.1", "/"), (address.Scheme, address.Host, address.AbsolutePath));
        Assert.NotEqual(0, address.Port);

        await server.DisposeAsync();
        await server.DisposeAsync();

        // Another process might use the port now. The fake must not receive the request.
        using HttpClient http = new();
        await Record.ExceptionAsync(() => http.GetAsync(address));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task Invalid_or_used_port_is_reported()
    {
        FakeFigmaPayments fake = new();
        await using FakeFigmaPaymentsServer server = await fake.StartAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => fake.StartAsync(server.BaseAddress.Port));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => fake.StartAsync(65_536));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => fake.StartAsync(-1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fake.StartAsync(0, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Server_stops_despite_stalled_and_delayed_responses()
    {
        FakeFigmaPayments fake = new();
        FakeFigmaPaymentsServer server = await fake.StartAsync();
        fake.Faults.Enqueue(FakeFault.StalledBody());
        fake.Faults.Enqueue(FakeFault.Delay(Timeout.InfiniteTimeSpan));
        using HttpClient http = new() { BaseAddress = server.BaseAddress };
        using HttpResponseMessage stalled = await http.GetAsync("v1/payments", HttpCompletionOption.ResponseHeadersRead);
        Task<HttpResponseMessage> never = http.GetAsync("v1/payments");

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => stalled.Content.ReadAsStringAsync());
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => never);
    }

    [Fact]
    public async Task Payment_token_of_the_maximum_length_is_accepted_by_the_server()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Loopback);

        ReceivedResponse response = await setup.GetByTokenAsync(new string('=', 8_192));

        Assert.Equal((403, "plugin_payment_token is invalid."), (response.Status, response.Message));
    }

    [Theory]
    [InlineData("/v1/payments?user_id=%ZZ", "percent-encoded")]
    [InlineData("/v1/payments?user_id=%2", "percent-encoded")]
    [InlineData("http://api.figma.com/v1/payments?user_id=1", "exactly one")]
    [InlineData("/v1/payments?&&user_id=1&", "exactly one")]
    public async Task Requests_that_HttpClient_never_sends_get_a_response(string target, string expected)
    {
        FakeFigmaPayments fake = new();
        await using FakeFigmaPaymentsServer server = await fake.StartAsync();

        string response = await SendRawAsync(server.BaseAddress, $"GET {target} HTTP/1.1\r\nHost: api.figma.com\r\nX-Figma-Token: {fake.AccessTokenText}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", response, StringComparison.Ordinal);
        Assert.Contains(expected, response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicate_token_header_is_rejected()
    {
        FakeFigmaPayments fake = new();
        await using FakeFigmaPaymentsServer server = await fake.StartAsync();
        string line = $"X-Figma-Token: {fake.AccessTokenText}\r\n";

        string response = await SendRawAsync(server.BaseAddress, $"GET /v1/payments HTTP/1.1\r\nHost: localhost\r\n{line}{line}Connection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 ", response, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", response, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> SendRawAsync(Uri address, string request)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, limit.Token);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), limit.Token);
        using StreamReader reader = new(stream, Encoding.UTF8);

        return await reader.ReadToEndAsync(limit.Token);
    }
}
