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

/// <summary>What a question allocates beyond what <see cref="HttpClient"/> needs for one request: what reaches the caller, the address, and the stream that the body is copied into.</summary>
public sealed class AllocationTests
{
    private const int Address = 208;
    private const int Body = 40;
    private const int AnswerTask = 72;
    private const int Information = 80;
    private const int Result = 24;

    private const int Error = 64;

    // What the framework makes for who looks at a response's headers, which a success does not: a socket's response has it already.
    private const int NoHeaders = 48;

    [Fact]
    public void An_answer_allocates_what_the_caller_gets_the_address_and_the_bodys_stream() =>
        Assert.Equal(Address + Body + AnswerTask + Information, BytesOf(Samples.Paid, HttpStatusCode.OK, static endpoint => endpoint.GetInformationAsync(Samples.ByIds, CancellationToken.None)));

    [Fact]
    public void A_result_allocates_itself_beside_the_answer() =>
        Assert.Equal(Address + Body + AnswerTask + Information + Result, BytesOf(Samples.Paid, HttpStatusCode.OK, static endpoint => endpoint.GetResultAsync(Samples.ByIds, CancellationToken.None)));

    [Fact]
    public void A_status_allocates_no_answer() =>
        Assert.Equal(Address + Body + AnswerTask, BytesOf(Samples.Paid, HttpStatusCode.OK, static endpoint => endpoint.GetStatusAsync(Samples.ByIds, CancellationToken.None)));

    [Fact]
    public void An_error_that_says_nothing_of_its_own_allocates_neither_itself_nor_an_exception() =>
        Assert.Equal(
            Address + Body + AnswerTask + NoHeaders,
            BytesOf("""{"status":403,"error":true,"message":"Invalid token"}""", HttpStatusCode.Forbidden, static endpoint => endpoint.GetResultAsync(Samples.ByIds, CancellationToken.None)));

    [Fact]
    public void An_error_with_words_of_its_own_allocates_itself_its_words_and_no_exception() =>
        Assert.Equal(
            Address + Body + AnswerTask + NoHeaders + Result + Error + BytesOf("Not yours"),
            BytesOf("""{"status":403,"error":true,"message":"Not yours"}""", HttpStatusCode.Forbidden, static endpoint => endpoint.GetResultAsync(Samples.ByIds, CancellationToken.None)));

    // An object's header, its length, its characters and a zero, in whole words.
    private static int BytesOf(string text) => (22 + (2 * text.Length) + 7) / 8 * 8;

    private static long BytesOf<T>(string body, HttpStatusCode status, Func<PaymentsEndpoint, Task<T>> ask)
    {
        PaymentsClientOptions options = Samples.Options();
        HttpClient client = new(new CannedHandler(() => Samples.Json(body, status))) { Timeout = Timeout.InfiniteTimeSpan };
        string address = $"https://api.figma.com/v1/payments?user_id={Samples.User}&plugin_id={Samples.Plugin}";
        using CancellationTokenSource source = new();

        return LeastOf(ask, new PaymentsEndpoint(client, options)) - LeastOf(Send, client);

        Task<HttpResponseMessage> Send(HttpClient client)
        {
            HttpRequestMessage request = new(HttpMethod.Get, new Uri(address));
            request.Headers.TryAddWithoutValidation("X-Figma-Token", Samples.AccessToken);
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            request.Headers.TryAddWithoutValidation("User-Agent", Product.UserAgent);
            return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, source.Token);
        }
    }

    // The least of many: what is compiled, rented or made anew once in a while is not what a question costs.
    private static long LeastOf<TAsked, T>(Func<TAsked, Task<T>> ask, TAsked asked)
    {
        long least = long.MaxValue;

        for (int i = 0; i < 1_000; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Task<T> task = ask(asked);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(task.IsCompletedSuccessfully);
        }

        return least;
    }
}
#endif
