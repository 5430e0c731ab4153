using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

using Figma.Payments.Testing.Server;
using Figma.Payments.Testing.Wire;

using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Figma.Payments.Testing;

/// <summary>
/// An HTTP/1.1 server for a <see cref="FakeFigmaPayments"/> that responds on 127.0.0.1 until it is disposed. It doesn't log.
/// </summary>
public sealed class FakeFigmaPaymentsServer : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    // The server runs without a host because a host reads settings files and handles Ctrl+C.
    private readonly KestrelServer _server;
    private readonly CancellationTokenSource _stopping;
    private int _isDisposed;

    private FakeFigmaPaymentsServer(KestrelServer server, CancellationTokenSource stopping)
    {
        _server = server;
        _stopping = stopping;
        BaseAddress = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Gets the base address for a client, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Stops the server. Stalled and delayed responses are aborted immediately, all other responses after five seconds.</summary>
    /// <returns>A task that completes when the server has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;

        await _stopping.CancelAsync().ConfigureAwait(false);
        using CancellationTokenSource timeout = new(StopTimeout);
        await _server.StopAsync(timeout.Token).ConfigureAwait(false);
        _server.Dispose();
        _stopping.Dispose();
    }

    internal static async Task<FakeFigmaPaymentsServer> StartAsync(PaymentsCore core, int port, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        KestrelServerOptions options = new() { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, port, static listen => listen.Protocols = HttpProtocols.Http1);

        // A payment token of 8,192 escaped characters is still a possible request.
        options.Limits.MaxRequestLineSize = 64 * 1_024;
        options.Limits.MaxRequestBufferSize = 256 * 1_024;

        // A write completes only after the data was sent, so a connection can be closed right after it.
        SocketTransportOptions sockets = new() { MaxWriteBufferSize = 1 };

        SocketTransportFactory transport = new(Options.Create(sockets), NullLoggerFactory.Instance);
        KestrelServer server = new(Options.Create(options), transport, NullLoggerFactory.Instance);
        CancellationTokenSource stopping = new();

        try
        {
            await server.StartAsync(new KestrelApplication(core, stopping.Token), cancellationToken).ConfigureAwait(false);
            return new FakeFigmaPaymentsServer(server, stopping);
        }
        catch
        {
            server.Dispose();
            stopping.Dispose();
            throw;
        }
    }
}
