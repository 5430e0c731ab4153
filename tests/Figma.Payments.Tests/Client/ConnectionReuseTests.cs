#if !LIBRARY_NETSTANDARD2_0
using System;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Client;

/// <summary>A connection on which bytes of a response were left over isn't used for the next request, which could otherwise read them as its own response.</summary>
public sealed class ConnectionReuseTests
{
    private static readonly string Unpaid = Samples.With("PAID", "UNPAID");

    [Fact]
    public async Task Connection_is_reused_after_a_complete_response()
    {
        await using KeepAliveServer server = new((_, stream, cancellationToken) => SendAsync(stream, Whole(Unpaid), cancellationToken));
        PaymentsEndpoint endpoint = Create(server);

        Assert.Equal(PaymentStatus.Unpaid, (await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Information?.PaymentStatus);
        Assert.Equal(PaymentStatus.Unpaid, (await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Information?.PaymentStatus);

        Assert.Equal([0, 0], server.Connections);
    }

    [Fact]
    public async Task Response_after_the_response_is_not_read_by_the_next_request()
    {
        await using KeepAliveServer server = new((_, stream, cancellationToken) => SendAsync(stream, Whole(Unpaid) + Whole(Samples.Paid), cancellationToken));
        PaymentsEndpoint endpoint = Create(server);

        for (int i = 0; i < 3; i++)
            Assert.Equal(PaymentStatus.Unpaid, (await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Information?.PaymentStatus);

        Assert.Equal([0, 1, 2], server.Connections);
    }

    [Fact]
    public async Task Response_that_arrives_between_two_requests_is_not_read_by_the_next_request()
    {
        TaskCompletionSource isRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource isSent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        await using KeepAliveServer server = new(async (connection, stream, cancellationToken) =>
        {
            await SendAsync(stream, Whole(Unpaid), cancellationToken);

            if (connection > 0)
                return;

            await isRead.Task.WaitAsync(cancellationToken);
            await SendAsync(stream, Whole(Samples.Paid), cancellationToken);
            isSent.SetResult();
        });

        PaymentsEndpoint endpoint = Create(server);
        Assert.Equal(PaymentStatus.Unpaid, (await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Information?.PaymentStatus);

        isRead.SetResult();
        await isSent.Task;
        Assert.Equal(PaymentStatus.Unpaid, (await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Information?.PaymentStatus);

        Assert.Equal([0, 1], server.Connections);
    }

    public static TheoryData<string, PaymentsErrorKind> Unread => new()
    {
        { Head("302 Found", "Location: /\r\n", 100_000) + new string(' ', 100_000), PaymentsErrorKind.InvalidResponse },
        { Head("200 OK", JsonType, 100_000) + new string(' ', 100_000), PaymentsErrorKind.InvalidResponse },
        { Head("503 Service Unavailable", JsonType, 100_000) + new string(' ', 100_000), PaymentsErrorKind.Unavailable },
        { $"HTTP/1.1 200 OK\r\n{JsonType}Transfer-Encoding: chunked\r\n\r\n{Chunk(new string(' ', 50_000))}{Chunk(new string(' ', 50_000))}{Chunk(new string(' ', 50_000))}0\r\n\r\n", PaymentsErrorKind.InvalidResponse },
    };

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task Connection_with_an_unread_body_is_closed(string response, PaymentsErrorKind kind)
    {
        await using KeepAliveServer server = new((connection, stream, cancellationToken) => SendAsync(stream, connection == 0 ? response : Whole(Unpaid), cancellationToken));
        PaymentsEndpoint endpoint = Create(server);

        Assert.Equal(kind, (await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Error?.Kind);

        await server.FirstConnectionClosed.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(PaymentStatus.Unpaid, (await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Information?.PaymentStatus);
        Assert.Equal([0, 1], server.Connections);
    }

    private static PaymentsEndpoint Create(KeepAliveServer server) => PaymentsEndpoint.Create(Samples.Options(server.Address));

    private static string Whole(string body) => Head("200 OK", JsonType, body.Length) + body;

    private static string Head(string status, string headers, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n");

    private static Task SendAsync(NetworkStream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken).AsTask();
}
#endif
