using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Tests;

/// <summary>
/// A server on loopback that sends arbitrary bytes and records the head of each request. It serves one request per connection.
/// </summary>
internal sealed class WireServer : IAsyncDisposable
{
    private const int MaxHeadBytes = 65_536;

    private readonly CancellationTokenSource _end = new(TimeSpan.FromMinutes(2));
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, NetworkStream, CancellationToken, Task> _respond;
    private readonly List<string> _heads = [];
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    public WireServer(Func<string, NetworkStream, CancellationToken, Task> respond)
    {
        _respond = respond;
        _listener.Start();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));
        _accepting = AcceptAsync();
    }

    /// <summary>Initializes a server that sends the same bytes for each request.</summary>
    public WireServer(byte[] response)
        : this((_, stream, cancellationToken) => stream.WriteAsync(response, cancellationToken).AsTask())
    {
    }

    /// <summary>Initializes a server that sends the same text for each request.</summary>
    public WireServer(string response)
        : this(Encoding.Latin1.GetBytes(response))
    {
    }

    public Uri Address { get; }

    /// <summary>Gets the heads of the requests, in the order in which they arrived.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (_heads)
                return [.. _heads];
        }
    }

    /// <summary>Formats a complete response with a body.</summary>
    public static string Response(string body, string status = "200 OK", string headers = "Content-Type: application/json\r\n") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    /// <summary>Waits until the test ends.</summary>
    public static async Task StallAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                string head = await ReadHeadAsync(stream);

                // The client opened the connection in advance and never used it.
                if (head.Length == 0)
                    return;

                lock (_heads)
                    _heads.Add(head);

                await _respond(head, stream, _end.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[MaxHeadBytes];
        int length = 0;

        while (length < buffer.Length)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), _end.Token);
            length += read;

            if (read == 0 || buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                break;
        }

        return Encoding.Latin1.GetString(buffer, 0, length);
    }
}
