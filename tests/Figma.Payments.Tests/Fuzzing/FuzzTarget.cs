using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>An endpoint with a handler that returns a given body synchronously.</summary>
internal sealed class FuzzTarget : HttpMessageHandler
{
    public const int MaxResponseBytes = 4_096;

    private readonly PaymentsEndpoint _open;
    private readonly PaymentsEndpoint _pinned;
    private byte[] _body = [];
    private HttpStatusCode _status;

    public FuzzTarget()
    {
        PaymentsClientOptions options = Samples.Options();
        options.MaxResponseBytes = MaxResponseBytes;
        HttpClient client = new(this) { Timeout = Timeout.InfiniteTimeSpan };
        _open = new PaymentsEndpoint(client, options);
        _pinned = new PaymentsEndpoint(client, options, new PluginId(Samples.Plugin));
    }

    /// <summary>Sends a request. Returns the result of the endpoint and the number of bytes that it allocated.</summary>
    public PaymentsResult Send(FuzzRequest kind, HttpStatusCode status, byte[] body, out long allocated)
    {
        _status = status;
        _body = body;
        PaymentsEndpoint endpoint = kind is FuzzRequest.PinnedTokenRequest or FuzzRequest.PinnedExpectedUserRequest ? _pinned : _open;
        PaymentsRequest request = kind switch
        {
            FuzzRequest.IdRequest => Samples.IdRequest,
            FuzzRequest.ExpectedUserRequest or FuzzRequest.PinnedExpectedUserRequest => Samples.ExpectedUserRequest,
            _ => Samples.TokenRequest,
        };

        long before = GC.GetAllocatedBytesForCurrentThread();
        Task<PaymentsResult> pending = endpoint.GetResultAsync(request, CancellationToken.None);
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        return pending.IsCompleted ? pending.GetAwaiter().GetResult() : throw new InvalidOperationException("The request did not complete synchronously.");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(_status) { Content = new ByteArrayContent(_body) });
}

/// <summary>Specifies what a response is compared with: the user and the resource, nothing, the resource, the user, or both.</summary>
internal enum FuzzRequest
{
    IdRequest,
    TokenRequest,
    PinnedTokenRequest,
    ExpectedUserRequest,
    PinnedExpectedUserRequest,
}
