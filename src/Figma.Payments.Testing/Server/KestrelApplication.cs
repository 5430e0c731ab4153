using System;
using System.Collections.Generic;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

using Figma.Payments.Testing.Wire;

using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Figma.Payments.Testing.Server;

/// <summary>A transport that responds over a socket with Kestrel.</summary>
internal sealed class KestrelApplication : IHttpApplication<IFeatureCollection>
{
    private readonly PaymentsCore _core;
    private readonly CancellationToken _stopping;

    public KestrelApplication(PaymentsCore core, CancellationToken stopping)
    {
        _core = core;
        _stopping = stopping;
    }

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        IHttpRequestLifetimeFeature lifetime = context.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(lifetime.RequestAborted, _stopping);

        try
        {
            await RespondAsync(context, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            lifetime.Abort();
        }
    }

    private async Task RespondAsync(IFeatureCollection context, CancellationToken ended)
    {
        WireResponse wire = _core.Respond(Read(context.GetRequiredFeature<IHttpRequestFeature>()));

        if (wire.Delay != TimeSpan.Zero)
            await Task.Delay(wire.Delay, _core.TimeProvider, ended).ConfigureAwait(false);

        if (wire.Ending != ResponseEnding.Reset)
            await WriteAsync(context, wire, ended).ConfigureAwait(false);

        if (wire.Ending is ResponseEnding.Reset or ResponseEnding.CutOff)
            Break(context.GetRequiredFeature<IConnectionSocketFeature>().Socket, isReset: wire.Ending == ResponseEnding.Reset);

        // Wait for the client to disconnect. If the server ends the connection, it sends a reset, which can overtake data that was sent before.
        if (wire.Ending != ResponseEnding.Complete)
            await Task.Delay(Timeout.InfiniteTimeSpan, ended).ConfigureAwait(false);
    }

    private static WireRequest Read(IHttpRequestFeature request)
    {
        List<KeyValuePair<string, string>> headers = [];

        foreach ((string name, StringValues values) in request.Headers)
        {
            foreach (string? value in values)
                headers.Add(new KeyValuePair<string, string>(name, value ?? ""));
        }

        return new WireRequest(request.Method, request.RawTarget, headers);
    }

    private static async Task WriteAsync(IFeatureCollection context, WireResponse wire, CancellationToken ended)
    {
        IHttpResponseFeature response = context.GetRequiredFeature<IHttpResponseFeature>();
        IHttpResponseBodyFeature body = context.GetRequiredFeature<IHttpResponseBodyFeature>();

        response.StatusCode = wire.Status;
        response.Headers.ContentLength = wire.Body.Length;

        foreach ((string name, string value) in wire.Headers)
            response.Headers[name] = value;

        await body.StartAsync(ended).ConfigureAwait(false);
        await body.Writer.WriteAsync(wire.SentBody, ended).ConfigureAwait(false);
    }

    private static void Break(Socket socket, bool isReset)
    {
        try
        {
            // If a reused connection is closed gracefully, HttpClient assumes that it was idle and retries. It doesn't retry after a reset.
            if (isReset)
                socket.Close(timeout: 0);
            else
                socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client has already closed the connection.
        }
    }
}
