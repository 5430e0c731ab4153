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
/// A fake that answers over real HTTP/1.1 on 127.0.0.1, until it is disposed of. It writes no log.
/// </summary>
public sealed class FakeFigmaPaymentsServer : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    // The server alone, without a host: a host reads settings files, and takes Ctrl+C for itself.
    private readonly KestrelServer _server;
    private readonly CancellationTokenSource _stopping;
    private int _isDisposed;

    private FakeFigmaPaymentsServer(KestrelServer server, CancellationTokenSource stopping)
    {
        _server = server;
        _stopping = stopping;
        BaseAddress = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Where it answers, such as <c>http://127.0.0.1:40123/</c>: the client's base address.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Stops it: answers that stall or are late are broken off, and after five seconds everything else is.</summary>
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

        // A payment token of 8,192 characters, each of them escaped, is still a request that Figma may get.
        options.Limits.MaxRequestLineSize = 64 * 1_024;
        options.Limits.MaxRequestBufferSize = 256 * 1_024;

        // What was written has left when the writing is done: a connection may be ended right behind it.
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
