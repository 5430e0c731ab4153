using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

using Figma.Payments.Testing.Wire;

namespace Figma.Payments.Testing.Server;

/// <summary>A transport that responds in memory, without a socket.</summary>
internal sealed class InMemoryHandler : HttpMessageHandler
{
    private readonly PaymentsCore _core;

    public InMemoryHandler(PaymentsCore core) => _core = core;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        WireResponse wire = _core.Respond(Read(request));

        if (wire.Delay != TimeSpan.Zero)
            await Task.Delay(wire.Delay, _core.TimeProvider, cancellationToken).ConfigureAwait(false);

        if (wire.Ending == ResponseEnding.Reset)
        {
            SocketException cause = new((int)SocketError.ConnectionReset);
            throw new HttpRequestException(HttpRequestError.Unknown, "An error occurred while sending the request.", new IOException(cause.Message, cause));
        }

        return Write(wire, request);
    }

    private static WireRequest Read(HttpRequestMessage request)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } address)
            throw new InvalidOperationException("The request URI must be absolute.");

        List<KeyValuePair<string, string>> headers = [];

        foreach ((string name, HeaderStringValues values) in request.Headers.NonValidated)
        {
            foreach (string value in values)
                headers.Add(new KeyValuePair<string, string>(name, value));
        }

        // A request on the wire always has a Host header.
        if (request.Headers.Host is null)
            headers.Add(new KeyValuePair<string, string>("Host", address.Authority));

        return new WireRequest(request.Method.Method, address.PathAndQuery, headers);
    }

    private static HttpResponseMessage Write(WireResponse wire, HttpRequestMessage request)
    {
        StreamContent content = new(new ResponseStream(wire.SentBody, wire.Ending));
        HttpResponseMessage response = new((HttpStatusCode)wire.Status) { Content = content, RequestMessage = request };
        content.Headers.ContentLength = wire.Body.Length;

        foreach ((string name, string value) in wire.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
