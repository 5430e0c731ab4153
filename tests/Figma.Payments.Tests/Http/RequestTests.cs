using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class RequestTests
{
    [Fact]
    public async Task ID_request_over_a_socket_returns_the_payment_information()
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid));

        PaymentInformation information = await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetInformationAsync(Samples.IdRequest, CancellationToken.None);

        Assert.True(information.IsPaid);
        Assert.Equal(Samples.User, information.UserId.Value);
        Assert.Equal((ResourceId)new PluginId(Samples.Plugin), information.ResourceId);
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 12, 34, 56, 789, TimeSpan.Zero), information.DateOfPurchase);
    }

    [Fact]
    public async Task Request_contains_only_the_expected_headers()
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid));

        await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        string[] lines = Assert.Single(server.Heads).TrimEnd().Split("\r\n");
        Assert.Equal("GET /v1/payments?user_id=893760322388183958&plugin_id=1678669904810665842 HTTP/1.1", lines[0]);
        Assert.Equal(
            [AcceptEncoding, "Accept: application/json", "Host: " + server.Address.Authority, "User-Agent: Figma.Payments.Generators/1.0.0", "X-Figma-Token: " + Samples.AccessToken],
            lines[1..].Order(StringComparer.Ordinal));
    }

#if LIBRARY_NETSTANDARD2_0
    private const string AcceptEncoding = "Accept-Encoding: gzip, deflate";
#else
    private const string AcceptEncoding = "Accept-Encoding: gzip, deflate, br";
#endif

    [Theory]
    [InlineData("https://api.figma.com", "https://api.figma.com/v1/payments")]
    [InlineData("https://api.figma.com/", "https://api.figma.com/v1/payments")]
    [InlineData("https://proxy.example:8443/figma", "https://proxy.example:8443/figma/v1/payments")]
    [InlineData("https://proxy.example/figma/api/", "https://proxy.example/figma/api/v1/payments")]
    [InlineData("https://proxy.example/a%2Fb", "https://proxy.example/a%2Fb/v1/payments")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000/v1/payments")]
    [InlineData("http://localhost:5000", "http://localhost:5000/v1/payments")]
    public async Task Path_of_the_base_address_is_kept(string baseAddress, string expected)
    {
        CannedHandler handler = new(Samples.Paid);
        HttpClient client = new(handler) { BaseAddress = new Uri("https://elsewhere.example/") };

        await new PaymentsEndpoint(client, Samples.Options(new Uri(baseAddress))).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(expected, Assert.Single(handler.Requests).RequestUri!.GetLeftPart(UriPartial.Path));
    }

    [Theory]
    [InlineData("1678669904810665842")]
    [InlineData("9223372036854775807")]
    [InlineData("0")]
    [InlineData("a+b")]
    [InlineData("..")]
    [InlineData("a\\b:c;d,e@f$g\"h'i<j>k|l^m`n{o}p[q]r(s)t*u!v~w")]
    public async Task ID_is_sent_unchanged(string id)
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid));

        await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(new PaymentsRequest(userId: id, widgetId: id), CancellationToken.None);
        await CreateWithClient(server.Address).GetResultAsync(new PaymentsRequest(userId: id, communityFileId: id), CancellationToken.None);

        Assert.Equal([("user_id", id), ("widget_id", id)], GetQuery(server.Heads[0]));
        Assert.Equal([("user_id", id), ("community_file_id", id)], GetQuery(server.Heads[1]));
    }

    [Theory]
    [InlineData("a/b?c&d=e#f%g+h%20i")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.XmNK3GpH3Ys_7wsYBfq4C3M6goz71I7dTgUkuIa5lyQ==")]
    [InlineData("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")]
    public async Task Payment_token_is_sent_unchanged(string token)
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid));

        await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(new PaymentsRequest(pluginPaymentToken: token), CancellationToken.None);
        await CreateWithClient(server.Address).GetResultAsync(new PaymentsRequest(pluginPaymentToken: token), CancellationToken.None);

        Assert.Equal([("plugin_payment_token", token)], GetQuery(server.Heads[0]));
        Assert.Equal([("plugin_payment_token", token)], GetQuery(server.Heads[1]));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("%")]
    public async Task Longest_payment_token_is_sent_to_the_longest_base_address(string character)
    {
        string token = string.Concat(Enumerable.Repeat(character, 8_192));
        await using WireServer server = new(WireServer.Response(Samples.Paid));
        Uri address = new(server.Address.AbsoluteUri + new string('a', 2_048 - server.Address.AbsoluteUri.Length));

        Assert.True((await PaymentsEndpoint.Create(Samples.Options(address)).GetResultAsync(new PaymentsRequest(pluginPaymentToken: token), CancellationToken.None)).IsPaid);
        Assert.True((await CreateWithClient(address).GetResultAsync(new PaymentsRequest(pluginPaymentToken: token), CancellationToken.None)).IsPaid);
        Assert.All(server.Heads, head => Assert.Equal([("plugin_payment_token", token)], GetQuery(head)));
    }

    [Theory]
    [InlineData("ü", 7_300)]
    [InlineData("漢", 8_192)]
    [InlineData("a", 8_193)]
    public async Task Payment_token_that_cannot_be_sent_is_InvalidRequest(string character, int count)
    {
        CannedHandler handler = new(Samples.Paid);

        PaymentsResult result = await handler.ToEndpoint().GetResultAsync(new PaymentsRequest(pluginPaymentToken: string.Concat(Enumerable.Repeat(character, count))), CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.InvalidRequest, result.Error?.Kind);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Default_headers_of_the_client_are_not_added()
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid));
        using HttpClient client = new(PaymentsHttpHandler.Create());
        client.DefaultRequestHeaders.Add("X-Figma-Token", "figd_another");
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        client.DefaultRequestHeaders.UserAgent.ParseAdd("another/1.0");

        Assert.True((await new PaymentsEndpoint(client, Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None)).IsPaid);

        string head = Assert.Single(server.Heads);
        Assert.Contains("\r\nX-Figma-Token: " + Samples.AccessToken + "\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("another", head, StringComparison.Ordinal);
        Assert.DoesNotContain("text/html", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_provider_is_called_for_each_request()
    {
        int calls = 0;
        CannedHandler handler = new(Samples.Paid);
        PaymentsEndpoint endpoint = handler.ToEndpoint(new PaymentsClientOptions
        {
            AccessTokenProvider = _ => ValueTask.FromResult(new PersonalAccessToken("figd_" + ++calls)),
        });

        await endpoint.GetResultAsync(Samples.IdRequest, CancellationToken.None);
        await endpoint.GetResultAsync(Samples.IdRequest, CancellationToken.None);
        await endpoint.GetResultAsync(default, CancellationToken.None);

        Assert.Equal(["figd_1", "figd_2"], handler.Requests.Select(request => Assert.Single(request.Headers.GetValues("X-Figma-Token"))));
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task Uninitialized_token_of_a_provider_is_CredentialRejected_and_nothing_is_sent()
    {
        CannedHandler handler = new(Samples.Paid);
        PaymentsEndpoint endpoint = handler.ToEndpoint(new PaymentsClientOptions { AccessTokenProvider = _ => default });

        Assert.Equal(PaymentsErrorKind.CredentialRejected, (await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Error?.Kind);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Exception_of_a_provider_is_passed_to_the_caller()
    {
        CannedHandler handler = new(Samples.Paid);
        InvalidOperationException failure = new("The token store is closed.");
        OperationCanceledException cancellation = new("The token store was canceled.");

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => Send(_ => throw failure)));
        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => Send(_ => ValueTask.FromException<PersonalAccessToken>(failure))));
        Assert.Same(cancellation, await Assert.ThrowsAsync<OperationCanceledException>(() => Send(_ => ValueTask.FromException<PersonalAccessToken>(cancellation))));
        Assert.Empty(handler.Requests);

        Task<PaymentsResult> Send(Func<CancellationToken, ValueTask<PersonalAccessToken>> provider) =>
            handler.ToEndpoint(new PaymentsClientOptions { AccessTokenProvider = provider }).GetResultAsync(Samples.IdRequest, CancellationToken.None);
    }

    [Fact]
    public async Task Later_changes_of_the_options_have_no_effect()
    {
        CannedHandler handler = new(Samples.Paid);
        PaymentsClientOptions options = Samples.Options();
        PaymentsEndpoint endpoint = handler.ToEndpoint(options);

        options.AccessToken = new PersonalAccessToken("figd_later");
        options.BaseAddress = new Uri("https://elsewhere.example");
        await endpoint.GetResultAsync(Samples.IdRequest, CancellationToken.None);

        HttpRequestMessage request = Assert.Single(handler.Requests);
        Assert.Equal("api.figma.com", request.RequestUri!.Host);
        Assert.Equal([Samples.AccessToken], request.Headers.GetValues("X-Figma-Token"));
    }

    private static PaymentsEndpoint CreateWithClient(Uri address) => new(new HttpClient(PaymentsHttpHandler.Create()), Samples.Options(address));

    private static IEnumerable<(string Name, string Value)> GetQuery(string head)
    {
        string target = head.Split(' ')[1];

        foreach (KeyValuePair<string, StringValues> pair in QueryHelpers.ParseQuery(target[target.IndexOf('?', StringComparison.Ordinal)..]))
            yield return (pair.Key, Assert.Single(pair.Value.ToArray())!);
    }
}
