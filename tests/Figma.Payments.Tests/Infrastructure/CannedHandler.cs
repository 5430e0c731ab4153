using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Tests;

/// <summary>A handler that returns a given response without a network, and records the requests.</summary>
internal sealed class CannedHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> respond) : HttpMessageHandler
{
    private readonly List<HttpRequestMessage> _requests = [];

    public CannedHandler(Func<HttpResponseMessage> response)
        : this((_, _) => Task.FromResult(response()))
    {
    }

    public CannedHandler(string body)
        : this(() => Samples.Json(body))
    {
    }

    public IReadOnlyList<HttpRequestMessage> Requests => _requests;

    public PaymentsEndpoint ToEndpoint(PaymentsClientOptions? options = null, ResourceId? pinned = null) =>
        new(new HttpClient(this), options ?? Samples.Options(), pinned);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_requests)
            _requests.Add(request);

        return respond(request, cancellationToken);
    }
}
