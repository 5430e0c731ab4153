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

/// <summary>The door of the real server: nothing but the transport between the socket and the core.</summary>
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
        WireResponse answer = _core.Respond(Read(context.GetRequiredFeature<IHttpRequestFeature>()));

        if (answer.Delay != TimeSpan.Zero)
            await Task.Delay(answer.Delay, _core.TimeProvider, ended).ConfigureAwait(false);

        if (answer.Ending != ResponseEnding.Reset)
            await WriteAsync(context, answer, ended).ConfigureAwait(false);

        if (answer.Ending is ResponseEnding.Reset or ResponseEnding.CutOff)
            Break(context.GetRequiredFeature<IConnectionSocketFeature>().Socket, isReset: answer.Ending == ResponseEnding.Reset);

        // Until the client goes: the server's own end of a connection is a reset, which may overtake what was sent before.
        if (answer.Ending != ResponseEnding.Complete)
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

    private static async Task WriteAsync(IFeatureCollection context, WireResponse answer, CancellationToken ended)
    {
        IHttpResponseFeature response = context.GetRequiredFeature<IHttpResponseFeature>();
        IHttpResponseBodyFeature body = context.GetRequiredFeature<IHttpResponseBodyFeature>();

        response.StatusCode = answer.Status;
        response.Headers.ContentLength = answer.Body.Length;

        foreach ((string name, string value) in answer.Headers)
            response.Headers[name] = value;

        await body.StartAsync(ended).ConfigureAwait(false);
        await body.Writer.WriteAsync(answer.SentBody, ended).ConfigureAwait(false);
    }

    private static void Break(Socket socket, bool isReset)
    {
        try
        {
            // HttpClient takes the quiet end of a used connection for an idle one's and asks again by itself; a reset it does not.
            if (isReset)
                socket.Close(timeout: 0);
            else
                socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client was quicker.
        }
    }
}
