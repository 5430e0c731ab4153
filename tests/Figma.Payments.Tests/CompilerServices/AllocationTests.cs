#if !LIBRARY_NETSTANDARD2_0
using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using Figma.Payments.CompilerServices;
using Figma.Payments.Telemetry;

namespace Figma.Payments.Tests.CompilerServices;

/// <summary>Measures what a request allocates beyond a request of <see cref="HttpClient"/>: the result, the URI, and the buffer for the body.</summary>
public sealed class AllocationTests
{
    private const int Address = 208;
    private const int Body = 40;
    private const int ResultTask = 72;
    private const int Information = 80;
    private const int Result = 24;

    private const int Error = 64;

    // The framework allocates the response headers on first access, which happens for errors only. A response from a socket already has them.
    private const int NoHeaders = 48;

    [Fact]
    public void GetInformationAsync_allocates_the_information_the_URI_and_the_buffer() =>
        Assert.Equal(Address + Body + ResultTask + Information, GetBytes(Samples.Paid, HttpStatusCode.OK, static endpoint => endpoint.GetInformationAsync(Samples.IdRequest, CancellationToken.None)));

    [Fact]
    public void GetResultAsync_allocates_the_result_too() =>
        Assert.Equal(Address + Body + ResultTask + Information + Result, GetBytes(Samples.Paid, HttpStatusCode.OK, static endpoint => endpoint.GetResultAsync(Samples.IdRequest, CancellationToken.None)));

    [Fact]
    public void GetStatusAsync_allocates_no_information() =>
        Assert.Equal(Address + Body + ResultTask, GetBytes(Samples.Paid, HttpStatusCode.OK, static endpoint => endpoint.GetStatusAsync(Samples.IdRequest, CancellationToken.None)));

    [Fact]
    public void Shared_error_allocates_no_error_and_no_exception() =>
        Assert.Equal(
            Address + Body + ResultTask + NoHeaders,
            GetBytes("""{"status":403,"error":true,"message":"Invalid token"}""", HttpStatusCode.Forbidden, static endpoint => endpoint.GetResultAsync(Samples.IdRequest, CancellationToken.None)));

    [Fact]
    public void Error_with_its_own_message_allocates_the_error_and_the_message() =>
        Assert.Equal(
            Address + Body + ResultTask + NoHeaders + Result + Error + GetBytes("Not yours"),
            GetBytes("""{"status":403,"error":true,"message":"Not yours"}""", HttpStatusCode.Forbidden, static endpoint => endpoint.GetResultAsync(Samples.IdRequest, CancellationToken.None)));

    // The object header, the length, the characters and the terminating zero, rounded up to 8 bytes.
    private static int GetBytes(string text) => (22 + (2 * text.Length) + 7) / 8 * 8;

    private static long GetBytes<T>(string body, HttpStatusCode status, Func<PaymentsEndpoint, Task<T>> send)
    {
        PaymentsClientOptions options = Samples.Options();
        HttpClient client = new(new CannedHandler(() => Samples.Json(body, status))) { Timeout = Timeout.InfiniteTimeSpan };
        string address = $"https://api.figma.com/v1/payments?user_id={Samples.User}&plugin_id={Samples.Plugin}";
        using CancellationTokenSource source = new();

        return GetMinimum(send, new PaymentsEndpoint(client, options)) - GetMinimum(Send, client);

        Task<HttpResponseMessage> Send(HttpClient client)
        {
            HttpRequestMessage request = new(HttpMethod.Get, new Uri(address));
            request.Headers.TryAddWithoutValidation("X-Figma-Token", Samples.AccessToken);
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            request.Headers.TryAddWithoutValidation("User-Agent", Product.UserAgent);
            return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, source.Token);
        }
    }

    // The minimum of many requests, because JIT compilation and the pools allocate occasionally.
    private static long GetMinimum<TSender, T>(Func<TSender, Task<T>> send, TSender sender)
    {
        long least = long.MaxValue;

        for (int i = 0; i < 1_000; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Task<T> task = send(sender);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(task.IsCompletedSuccessfully);
        }

        return least;
    }
}
#endif
