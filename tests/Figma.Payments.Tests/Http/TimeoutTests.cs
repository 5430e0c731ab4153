using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class TimeoutTests
{
    private const string HalfAResponse = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 300\r\n\r\n{\"status\":200,";
    private const string HalfAnError = "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: 300\r\n\r\n{\"message\":\"a\"";

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData(HalfAResponse, true)]
    [InlineData(HalfAResponse, false)]
    public async Task Timeout_before_or_inside_the_response_is_Unavailable(string sent, bool isSharedHandler)
    {
        await using WireServer server = StallingAfter(sent, new TaskCompletionSource());
        PaymentsClientOptions options = Samples.Options(server.Address);
        options.Timeout = TimeSpan.FromMilliseconds(250);

        PaymentsResult result = await CreateEndpoint(options, isSharedHandler).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
        Assert.Contains("Timeout", result.Error!.Description, StringComparison.Ordinal);
        Assert.True(result.Error.IsTransient);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData(HalfAResponse, true)]
    [InlineData(HalfAResponse, false)]
    [InlineData(HalfAnError, true)]
    [InlineData(HalfAnError, false)]
    public async Task Cancellation_throws_with_the_token_of_the_caller(string sent, bool isSharedHandler)
    {
        TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WireServer server = StallingAfter(sent, stalled);
        using CancellationTokenSource caller = new();

        Task<PaymentsResult> pending = CreateEndpoint(Samples.Options(server.Address), isSharedHandler).GetResultAsync(Samples.IdRequest, caller.Token);
        await Task.WhenAny(stalled.Task, pending);
        await caller.CancelAsync();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal(caller.Token, canceled.CancellationToken);
        Assert.True(pending.IsCanceled);
        Assert.Null(canceled.InnerException);
    }

    [Fact]
    public async Task Error_with_a_stalled_body_has_no_message()
    {
        PaymentsClientOptions options = Samples.Options();
        options.Timeout = TimeSpan.FromSeconds(1);
        CannedHandler handler = new(() => new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StreamContent(new StallingStream([.. "{\"message\":"u8])) });

        PaymentsResult result = await handler.ToEndpoint(options).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal((PaymentsErrorKind.Unauthorized, null), (result.Error!.Kind, result.Error.FigmaMessage));
    }

    [Fact]
    public async Task Timeout_of_the_HttpClient_is_Unavailable()
    {
        await using WireServer server = StallingAfter("", new TaskCompletionSource());
        using HttpClient client = new(PaymentsHttpHandler.Create()) { Timeout = TimeSpan.FromMilliseconds(250) };

        PaymentsResult result = await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
    }

    [Fact]
    public async Task Canceled_token_throws_before_anything_is_called_or_sent()
    {
        bool isCalled = false;
        CannedHandler handler = new(Samples.Paid);
        CancellationToken canceled = new(canceled: true);
        PaymentsEndpoint endpoint = handler.ToEndpoint(new PaymentsClientOptions
        {
            AccessTokenProvider = _ =>
            {
                isCalled = true;
                return ValueTask.FromResult(new PersonalAccessToken(Samples.AccessToken));
            },
        });

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.GetResultAsync(Samples.IdRequest, canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.GetInformationAsync(Samples.IdRequest, canceled));

        Assert.Equal(canceled, exception.CancellationToken);
        Assert.False(isCalled);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Slow_token_provider_is_Unavailable()
    {
        TaskCompletionSource<PersonalAccessToken> never = new();
        CannedHandler handler = new(Samples.Paid);

        foreach (Func<CancellationToken, ValueTask<PersonalAccessToken>> provider in new Func<CancellationToken, ValueTask<PersonalAccessToken>>[] { ObserveTokenAsync, _ => new ValueTask<PersonalAccessToken>(never.Task) })
        {
            PaymentsClientOptions options = new() { AccessTokenProvider = provider, Timeout = TimeSpan.FromMilliseconds(50) };
            PaymentsResult result = await handler.ToEndpoint(options).GetResultAsync(Samples.IdRequest, CancellationToken.None);

            Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
            Assert.Contains("Nothing was sent", result.Error!.Description, StringComparison.Ordinal);
        }

        Assert.Empty(handler.Requests);

        static async ValueTask<PersonalAccessToken> ObserveTokenAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return default;
        }
    }

    [Fact]
    public async Task Cancellation_during_the_token_provider_throws_with_the_token_of_the_caller()
    {
        using CancellationTokenSource caller = new();
        TaskCompletionSource<PersonalAccessToken> never = new();
        Task<PaymentsResult> pending = new CannedHandler(Samples.Paid)
            .ToEndpoint(new PaymentsClientOptions { AccessTokenProvider = _ => new ValueTask<PersonalAccessToken>(never.Task) })
            .GetResultAsync(Samples.IdRequest, caller.Token);

        await caller.CancelAsync();

        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending)).CancellationToken);
    }

    [Fact]
    public async Task Refused_connection_is_Unavailable_with_the_error_code()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Uri address = new("http://" + listener.LocalEndpoint);
        listener.Stop();

        PaymentsResult result = await PaymentsEndpoint.Create(Samples.Options(address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
        Assert.Contains("ConnectionRefused", result.Error!.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(address.Authority, result.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData(HalfAResponse)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"st")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n\r\n")]
    public async Task Broken_connection_is_Unavailable(string sent)
    {
        await using WireServer server = new(sent);

        PaymentsResult result = await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
    }

    [Fact]
    public async Task Exception_of_a_handler_is_Unavailable_without_its_message()
    {
        PaymentsResult result = await new CannedHandler((_, _) => throw new NotSupportedException("MARK")).ToEndpoint().GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
        Assert.Contains(nameof(NotSupportedException), result.Error!.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reused_deadlines_do_not_affect_later_requests()
    {
        await using WireServer stalling = StallingAfter("", new TaskCompletionSource());
        PaymentsClientOptions brief = Samples.Options(stalling.Address);
        brief.Timeout = TimeSpan.FromMilliseconds(20);
        PaymentsEndpoint responding = new CannedHandler(Samples.Paid).ToEndpoint();
        PaymentsEndpoint timingOut = PaymentsEndpoint.Create(brief);
        using CancellationTokenSource caller = new();

        for (int round = 0; round < 20; round++)
        {
            Assert.True((await responding.GetResultAsync(Samples.IdRequest, caller.Token)).IsPaid);
            Assert.Equal(PaymentsErrorKind.Unavailable, (await timingOut.GetResultAsync(Samples.IdRequest, caller.Token)).Error?.Kind);
        }

        // Released deadlines don't observe their caller anymore.
        await caller.CancelAsync();
        Assert.True((await responding.GetResultAsync(Samples.IdRequest, CancellationToken.None)).IsPaid);
    }

    private static PaymentsEndpoint CreateEndpoint(PaymentsClientOptions options, bool isSharedHandler) =>
        isSharedHandler ? PaymentsEndpoint.Create(options) : new PaymentsEndpoint(new HttpClient(PaymentsHttpHandler.Create()), options);

    private static WireServer StallingAfter(string sent, TaskCompletionSource stalled) => new(async (_, stream, cancellationToken) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(sent), cancellationToken);
        stalled.TrySetResult();
        await WireServer.StallAsync(cancellationToken);
    });
}
