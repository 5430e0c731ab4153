using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Tests;

/// <summary>A server on loopback that sends arbitrary bytes, keeps its connections open, and records which connection each request used.</summary>
internal sealed class KeepAliveServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new(TimeSpan.FromMinutes(2));
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _firstClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<int, NetworkStream, CancellationToken, Task> _respond;
    private readonly List<int> _connections = [];
    private readonly List<Task> _serving = [];
    private readonly Task _accepting;

    /// <param name="respond">Sends the response to a request. The first argument is the number of the connection.</param>
    public KeepAliveServer(Func<int, NetworkStream, CancellationToken, Task> respond)
    {
        _respond = respond;
        _listener.Start();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Gets a task that completes when the client closes the first connection.</summary>
    public Task FirstConnectionClosed => _firstClosed.Task;

    /// <summary>Gets the number of the connection of each request, in order.</summary>
    public IReadOnlyList<int> Connections
    {
        get
        {
            lock (_connections)
                return [.. _connections];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_serving);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token), _serving.Count));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client, int connection)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();

                while (await ReadHeadAsync(stream))
                {
                    lock (_connections)
                        _connections.Add(connection);

                    await _respond(connection, stream, _end.Token);
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }

            if (connection == 0 && !_end.IsCancellationRequested)
                _firstClosed.TrySetResult();
        }
    }

    // Returns false if the client closed the connection.
    private async Task<bool> ReadHeadAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[65_536];
        int length = 0;

        while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), _end.Token);

            if (read == 0)
                return false;

            length += read;
        }

        return true;
    }
}
