using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_the_token_stays_home(int status)
    {
        await using WireServer elsewhere = new(WireServer.Answer(Samples.Paid));
        await using WireServer server = new(RedirectTo(elsewhere, status));
        using HttpClient client = new(PaymentsHttpHandler.Create());

        PaymentsResult own = await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None);
        PaymentsResult made = await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.ByToken, CancellationToken.None);

        Assert.Equal((PaymentsErrorKind.InvalidResponse, (HttpStatusCode)status), (own.Error!.Kind, own.Error.StatusCode));
        Assert.Equal(PaymentsErrorKind.InvalidResponse, made.Error?.Kind);
        Assert.Empty(elsewhere.Heads);
        Assert.DoesNotContain(elsewhere.Address.Authority, own.ToString() + made, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_a_handler_was_redirected_to_is_refused_and_the_token_called_lost()
    {
        await using WireServer elsewhere = new(WireServer.Answer(Samples.Paid));
        await using WireServer server = new(RedirectTo(elsewhere, 302));
        using HttpClient client = new();

        PaymentsResult result = await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
        Assert.Contains("Replace the token", result.Error!.Description, StringComparison.Ordinal);
        Assert.Contains("PaymentsHttpHandler.Create", result.Error.Description, StringComparison.Ordinal);

        // What the library warns of is true: the framework sends it along.
        Assert.Contains(Samples.AccessToken, Assert.Single(elsewhere.Heads), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_that_was_followed_into_an_error_or_a_broken_connection_is_told_all_the_same()
    {
        await using WireServer refusing = new(WireServer.Answer("{}", "404 Not Found"));
        await using WireServer closing = new("");

        foreach (WireServer elsewhere in new[] { refusing, closing })
        {
            await using WireServer server = new(RedirectTo(elsewhere, 302));
            using HttpClient client = new();

            PaymentsResult result = await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None);

            Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
            Assert.Contains("Replace the token", result.Error!.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cookie_that_the_server_sets_is_not_sent_back()
    {
        await using WireServer server = new(WireServer.Answer(Samples.Paid, headers: "Content-Type: application/json\r\nSet-Cookie: a=b; Path=/\r\n"));
        using HttpClient client = new(PaymentsHttpHandler.Create());
        PaymentsEndpoint[] endpoints = [PaymentsEndpoint.Create(Samples.Options(server.Address)), new(client, Samples.Options(server.Address))];

        foreach (PaymentsEndpoint endpoint in endpoints)
        {
            await endpoint.GetResultAsync(Samples.ByIds, CancellationToken.None);
            await endpoint.GetResultAsync(Samples.ByIds, CancellationToken.None);
        }

        Assert.Equal(4, server.Heads.Count);
        Assert.All(server.Heads, head => Assert.DoesNotContain("Cookie", head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_address_that_a_handler_of_the_developers_leaves_alone_is_no_redirect()
    {
        PaymentsResult result = await new CannedHandler((request, _) =>
        {
            HttpResponseMessage response = Samples.Json(Samples.Paid);
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, request.RequestUri!.AbsoluteUri);
            return Task.FromResult(response);
        }).ToEndpoint().GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.True(result.IsPaid);
    }

    private static string RedirectTo(WireServer elsewhere, int status) =>
        WireServer.Answer("", status + " Moved", $"Location: {elsewhere.Address}v1/payments\r\n");
}
