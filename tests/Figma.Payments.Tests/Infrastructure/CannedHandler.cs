using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Tests;

/// <summary>A handler that answers without a wire, and keeps what it was asked.</summary>
internal sealed class CannedHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly List<HttpRequestMessage> _requests = [];

    public CannedHandler(Func<HttpResponseMessage> answer)
        : this((_, _) => Task.FromResult(answer()))
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

        return answer(request, cancellationToken);
    }
}
