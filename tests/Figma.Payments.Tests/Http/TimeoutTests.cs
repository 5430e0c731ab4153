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
    private const string HalfAnAnswer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 300\r\n\r\n{\"status\":200,";
    private const string HalfAnError = "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: 300\r\n\r\n{\"message\":\"a\"";

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData(HalfAnAnswer, true)]
    [InlineData(HalfAnAnswer, false)]
    public async Task A_time_out_before_or_inside_the_answer_is_Unavailable(string sent, bool isOwnHandler)
    {
        await using WireServer server = StallingAfter(sent, new TaskCompletionSource());
        PaymentsClientOptions options = Samples.Options(server.Address);
        options.Timeout = TimeSpan.FromMilliseconds(250);

        PaymentsResult result = await Make(options, isOwnHandler).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
        Assert.Contains("Timeout", result.Error!.Description, StringComparison.Ordinal);
        Assert.True(result.Error.IsTransient);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData(HalfAnAnswer, true)]
    [InlineData(HalfAnAnswer, false)]
    [InlineData(HalfAnError, true)]
    [InlineData(HalfAnError, false)]
    public async Task A_callers_cancellation_is_one_with_the_callers_own_token(string sent, bool isOwnHandler)
    {
        TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WireServer server = StallingAfter(sent, stalled);
        using CancellationTokenSource caller = new();

        Task<PaymentsResult> asking = Make(Samples.Options(server.Address), isOwnHandler).GetResultAsync(Samples.ByIds, caller.Token);
        await Task.WhenAny(stalled.Task, asking);
        await caller.CancelAsync();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(caller.Token, canceled.CancellationToken);
        Assert.True(asking.IsCanceled);
        Assert.Null(canceled.InnerException);
    }

    [Fact]
    public async Task An_error_whose_body_stalls_is_the_same_error_without_a_message()
    {
        PaymentsClientOptions options = Samples.Options();
        options.Timeout = TimeSpan.FromSeconds(1);
        CannedHandler handler = new(() => new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StreamContent(new StallingStream([.. "{\"message\":"u8])) });

        PaymentsResult result = await handler.ToEndpoint(options).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal((PaymentsErrorKind.Unauthorized, null), (result.Error!.Kind, result.Error.FigmaMessage));
    }

    [Fact]
    public async Task The_time_out_of_the_client_is_Unavailable_too()
    {
        await using WireServer server = StallingAfter("", new TaskCompletionSource());
        using HttpClient client = new(PaymentsHttpHandler.Create()) { Timeout = TimeSpan.FromMilliseconds(250) };

        PaymentsResult result = await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
    }

    [Fact]
    public async Task Who_is_cancelled_before_asking_gets_a_cancellation_and_nothing_is_asked_or_sent()
    {
        bool isAsked = false;
        CannedHandler handler = new(Samples.Paid);
        CancellationToken canceled = new(canceled: true);
        PaymentsEndpoint endpoint = handler.ToEndpoint(new PaymentsClientOptions
        {
            AccessTokenProvider = _ =>
            {
                isAsked = true;
                return ValueTask.FromResult(new PersonalAccessToken(Samples.AccessToken));
            },
        });

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.GetResultAsync(Samples.ByIds, canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.GetInformationAsync(Samples.ByIds, canceled));

        Assert.Equal(canceled, exception.CancellationToken);
        Assert.False(isAsked);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_provider_that_takes_too_long_is_Unavailable_whether_it_heeds_its_token_or_not()
    {
        TaskCompletionSource<PersonalAccessToken> never = new();
        CannedHandler handler = new(Samples.Paid);

        foreach (Func<CancellationToken, ValueTask<PersonalAccessToken>> provider in new Func<CancellationToken, ValueTask<PersonalAccessToken>>[] { HeedAsync, _ => new ValueTask<PersonalAccessToken>(never.Task) })
        {
            PaymentsClientOptions options = new() { AccessTokenProvider = provider, Timeout = TimeSpan.FromMilliseconds(50) };
            PaymentsResult result = await handler.ToEndpoint(options).GetResultAsync(Samples.ByIds, CancellationToken.None);

            Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
            Assert.Contains("Nothing was sent", result.Error!.Description, StringComparison.Ordinal);
        }

        Assert.Empty(handler.Requests);

        static async ValueTask<PersonalAccessToken> HeedAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return default;
        }
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_the_provider_works_gets_a_cancellation_of_the_callers_own_token()
    {
        using CancellationTokenSource caller = new();
        TaskCompletionSource<PersonalAccessToken> never = new();
        Task<PaymentsResult> asking = new CannedHandler(Samples.Paid)
            .ToEndpoint(new PaymentsClientOptions { AccessTokenProvider = _ => new ValueTask<PersonalAccessToken>(never.Task) })
            .GetResultAsync(Samples.ByIds, caller.Token);

        await caller.CancelAsync();

        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking)).CancellationToken);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_Unavailable_and_the_word_for_it_is_the_frameworks()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Uri address = new("http://" + listener.LocalEndpoint);
        listener.Stop();

        PaymentsResult result = await PaymentsEndpoint.Create(Samples.Options(address)).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
        Assert.Contains("ConnectionRefused", result.Error!.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(address.Authority, result.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData(HalfAnAnswer)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"st")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n\r\n")]
    public async Task A_connection_that_breaks_is_Unavailable(string sent)
    {
        await using WireServer server = new(sent);

        PaymentsResult result = await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
    }

    [Fact]
    public async Task Whatever_a_handler_throws_is_an_error_as_a_value_without_a_word_of_its_text()
    {
        PaymentsResult result = await new CannedHandler((_, _) => throw new NotSupportedException("MARK")).ToEndpoint().GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
        Assert.Contains(nameof(NotSupportedException), result.Error!.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_that_are_used_again_neither_cancel_the_next_question_nor_fail_to()
    {
        await using WireServer stalling = StallingAfter("", new TaskCompletionSource());
        PaymentsClientOptions brief = Samples.Options(stalling.Address);
        brief.Timeout = TimeSpan.FromMilliseconds(20);
        PaymentsEndpoint answering = new CannedHandler(Samples.Paid).ToEndpoint();
        PaymentsEndpoint timing = PaymentsEndpoint.Create(brief);
        using CancellationTokenSource caller = new();

        for (int round = 0; round < 20; round++)
        {
            Assert.True((await answering.GetResultAsync(Samples.ByIds, caller.Token)).IsPaid);
            Assert.Equal(PaymentsErrorKind.Unavailable, (await timing.GetResultAsync(Samples.ByIds, caller.Token)).Error?.Kind);
        }

        // Those that are over do not listen to their caller any more.
        await caller.CancelAsync();
        Assert.True((await answering.GetResultAsync(Samples.ByIds, CancellationToken.None)).IsPaid);
    }

    private static PaymentsEndpoint Make(PaymentsClientOptions options, bool isOwnHandler) =>
        isOwnHandler ? PaymentsEndpoint.Create(options) : new PaymentsEndpoint(new HttpClient(PaymentsHttpHandler.Create()), options);

    private static WireServer StallingAfter(string sent, TaskCompletionSource stalled) => new(async (_, stream, cancellationToken) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(sent), cancellationToken);
        stalled.TrySetResult();
        await WireServer.StallAsync(cancellationToken);
    });
}
