using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>The endpoint over a handler that answers at once with whatever it is given.</summary>
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

    /// <summary>Asks, and hands back what the endpoint made of the body, and how many bytes it took of the heap.</summary>
    public PaymentsResult Ask(FuzzQuestion question, HttpStatusCode status, byte[] body, out long allocated)
    {
        _status = status;
        _body = body;
        PaymentsEndpoint endpoint = question == FuzzQuestion.ByTokenPinned ? _pinned : _open;
        PaymentsRequest request = question == FuzzQuestion.ByIds ? Samples.ByIds : Samples.ByToken;

        long before = GC.GetAllocatedBytesForCurrentThread();
        Task<PaymentsResult> asking = endpoint.GetResultAsync(request, CancellationToken.None);
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        return asking.IsCompleted ? asking.GetAwaiter().GetResult() : throw new InvalidOperationException("It waits for something.");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(_status) { Content = new ByteArrayContent(_body) });
}

/// <summary>What an answer is compared with: user and resource, the resource alone, or nothing.</summary>
internal enum FuzzQuestion
{
    ByIds,
    ByToken,
    ByTokenPinned,
}
