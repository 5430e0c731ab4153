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
    public async Task It_listens_on_loopback_and_only_until_it_is_disposed_of()
    {
        FakeFigmaPayments fake = new();
        FakeFigmaPaymentsServer server = await fake.StartAsync();
        Uri address = server.BaseAddress;
        Assert.Equal(("http", "127.0.0.1", "/"), (address.Scheme, address.Host, address.AbsolutePath));
        Assert.NotEqual(0, address.Port);

        await server.DisposeAsync();
        await server.DisposeAsync();

        // Somebody else may have got the port in the meantime; the fake at least is not asked any more.
        using HttpClient http = new();
        await Record.ExceptionAsync(() => http.GetAsync(address));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_so()
    {
        FakeFigmaPayments fake = new();
        await using FakeFigmaPaymentsServer server = await fake.StartAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => fake.StartAsync(server.BaseAddress.Port));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => fake.StartAsync(65_536));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => fake.StartAsync(-1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fake.StartAsync(0, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task It_stops_although_an_answer_stalls_and_another_never_comes()
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
    public async Task A_payment_token_as_long_as_can_be_gets_through()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Loopback);

        ReceivedResponse answer = await setup.GetByTokenAsync(new string('=', 8_192));

        Assert.Equal((403, "plugin_payment_token is invalid."), (answer.Status, answer.Message));
    }

    [Theory]
    [InlineData("/v1/payments?user_id=%ZZ", "percent-encoded")]
    [InlineData("/v1/payments?user_id=%2", "percent-encoded")]
    [InlineData("http://api.figma.com/v1/payments?user_id=1", "exactly one")]
    [InlineData("/v1/payments?&&user_id=1&", "exactly one")]
    public async Task What_no_client_of_dotnet_would_send_is_answered_too(string target, string expected)
    {
        FakeFigmaPayments fake = new();
        await using FakeFigmaPaymentsServer server = await fake.StartAsync();

        string answer = await SendRawAsync(server.BaseAddress, $"GET {target} HTTP/1.1\r\nHost: api.figma.com\r\nX-Figma-Token: {fake.AccessTokenText}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_on_two_lines_is_no_token()
    {
        FakeFigmaPayments fake = new();
        await using FakeFigmaPaymentsServer server = await fake.StartAsync();
        string line = $"X-Figma-Token: {fake.AccessTokenText}\r\n";

        string answer = await SendRawAsync(server.BaseAddress, $"GET /v1/payments HTTP/1.1\r\nHost: localhost\r\n{line}{line}Connection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
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
