using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Figma.Payments.Tests.Hostile;
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Redirect_that_returns_to_the_original_address_is_rejected_and_reported(int requests)
    {
        // One request: no redirect. Two: a redirect to itself. Three: a redirect to another server, which redirects back.
        Uri? address = null;
        int received = 0;
        await using WireServer elsewhere = new((_, stream, cancellationToken) => Replies.Raw(Redirect(address!))(stream, address!, cancellationToken));
        await using WireServer server = new((_, stream, cancellationToken) => Replies.Raw(
            ++received == 1 && requests > 1 ? Redirect(requests == 3 ? elsewhere.Address : address!) : WireServer.Response(Samples.Paid))(stream, address!, cancellationToken));
        address = server.Address;
        using HttpClient client = new();

        PaymentsResult result = await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        // Without a redirect, the same setup returns the payment information.
        Assert.Equal(requests == 1, result.IsPaid);

        if (requests > 1)
        {
            Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
            Assert.Contains("Replace the token", result.Error!.Description, StringComparison.Ordinal);
        }

        Assert.Equal(requests == 3 ? 1 : 0, elsewhere.Heads.Count);
        Assert.Equal(Math.Min(requests, 2), server.Heads.Count);

        static string Redirect(Uri address) =>
            WireServer.Response("", "307 Moved", $"Location: {address}v1/payments?user_id={Samples.User}&plugin_id={Samples.Plugin}\r\n");
    }

    [Theory]
    [InlineData("the request itself", true)]
    [InlineData("a copy with the same URI", true)]
    [InlineData("no request", true)]
    [InlineData("a copy with an equal URI", false)]
    [InlineData("a copy with another URI", false)]
    [InlineData("a copy without a URI", false)]
    [InlineData("the request with an equal URI", false)]
    [InlineData("the request without a URI", false)]
    public async Task Request_of_a_custom_handler_must_have_the_same_URI(string name, bool isRead)
    {
        PaymentsResult result = await new CannedHandler((request, _) =>
        {
            HttpResponseMessage response = Samples.Json(Samples.Paid);
            Uri equal = new(request.RequestUri!.AbsoluteUri);
            response.RequestMessage = name switch
            {
                "the request itself" => request,
                "a copy with the same URI" => new HttpRequestMessage(HttpMethod.Get, request.RequestUri),
                "a copy with an equal URI" => new HttpRequestMessage(HttpMethod.Get, equal),
                "a copy with another URI" => new HttpRequestMessage(HttpMethod.Get, "https://elsewhere.example/v1/payments"),
                "a copy without a URI" => new HttpRequestMessage(),
                _ => null,
            };

            if (name.StartsWith("the request with", StringComparison.Ordinal))
                request.RequestUri = name.EndsWith("equal URI", StringComparison.Ordinal) ? equal : null;

            return Task.FromResult(response);
        }).ToEndpoint().GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(isRead, result.IsPaid);
        Assert.Equal(isRead ? null : PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
    }

    private static string RedirectTo(WireServer elsewhere, int status) =>
        WireServer.Response("", status + " Moved", $"Location: {elsewhere.Address}v1/payments\r\n");
}
