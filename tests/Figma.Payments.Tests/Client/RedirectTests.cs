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
    public async Task Redirect_is_not_followed(int status)
    {
        await using WireServer elsewhere = new(WireServer.Response(Samples.Paid));
        await using WireServer server = new(RedirectTo(elsewhere, status));
        using HttpClient client = new(PaymentsHttpHandler.Create());

        PaymentsResult withSharedHandler = await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);
        PaymentsResult withClient = await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.TokenRequest, CancellationToken.None);

        Assert.Equal((PaymentsErrorKind.InvalidResponse, (HttpStatusCode)status), (withSharedHandler.Error!.Kind, withSharedHandler.Error.StatusCode));
        Assert.Equal(PaymentsErrorKind.InvalidResponse, withClient.Error?.Kind);
        Assert.Empty(elsewhere.Heads);
        Assert.DoesNotContain(elsewhere.Address.Authority, withSharedHandler.ToString() + withClient, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_followed_by_a_handler_is_rejected_and_reported()
    {
        await using WireServer elsewhere = new(WireServer.Response(Samples.Paid));
        await using WireServer server = new(RedirectTo(elsewhere, 302));
        using HttpClient client = new();

        PaymentsResult result = await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
        Assert.Contains("Replace the token", result.Error!.Description, StringComparison.Ordinal);
        Assert.Contains("PaymentsHttpHandler.Create", result.Error.Description, StringComparison.Ordinal);

        // The framework does send the token to the other host.
        Assert.Contains(Samples.AccessToken, Assert.Single(elsewhere.Heads), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_followed_to_an_error_or_a_broken_connection_is_reported()
    {
        await using WireServer refusing = new(WireServer.Response("{}", "404 Not Found"));
        await using WireServer closing = new("");

        foreach (WireServer elsewhere in new[] { refusing, closing })
        {
            await using WireServer server = new(RedirectTo(elsewhere, 302));
            using HttpClient client = new();

            PaymentsResult result = await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);

            Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
            Assert.Contains("Replace the token", result.Error!.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cookie_is_not_sent_back()
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid, headers: "Content-Type: application/json\r\nSet-Cookie: a=b; Path=/\r\n"));
        using HttpClient client = new(PaymentsHttpHandler.Create());
        PaymentsEndpoint[] endpoints = [PaymentsEndpoint.Create(Samples.Options(server.Address)), new(client, Samples.Options(server.Address))];

        foreach (PaymentsEndpoint endpoint in endpoints)
        {
            await endpoint.GetResultAsync(Samples.IdRequest, CancellationToken.None);
            await endpoint.GetResultAsync(Samples.IdRequest, CancellationToken.None);
        }

        Assert.Equal(4, server.Heads.Count);
        Assert.All(server.Heads, head => Assert.DoesNotContain("Cookie", head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Equal_request_URI_of_a_custom_handler_is_not_a_redirect()
    {
        PaymentsResult result = await new CannedHandler((request, _) =>
        {
            HttpResponseMessage response = Samples.Json(Samples.Paid);
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, request.RequestUri!.AbsoluteUri);
            return Task.FromResult(response);
        }).ToEndpoint().GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.True(result.IsPaid);
    }

    private static string RedirectTo(WireServer elsewhere, int status) =>
        WireServer.Response("", status + " Moved", $"Location: {elsewhere.Address}v1/payments\r\n");
}
