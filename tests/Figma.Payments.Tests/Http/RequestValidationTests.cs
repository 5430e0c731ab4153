using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class RequestValidationTests
{
    /// <summary>The 32 ways to supply the five parameters, and whether it is one of the four that Figma answers.</summary>
    public static TheoryData<bool, bool, bool, bool, bool, bool> Combinations
    {
        get
        {
            TheoryData<bool, bool, bool, bool, bool, bool> data = [];

            for (int bits = 0; bits < 32; bits++)
            {
                bool token = (bits & 1) != 0, user = (bits & 2) != 0, file = (bits & 4) != 0, plugin = (bits & 8) != 0, widget = (bits & 16) != 0;
                bool isLegal = bits is 1 or (2 | 4) or (2 | 8) or (2 | 16);

                data.Add(token, user, file, plugin, widget, isLegal);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task Of_the_32_combinations_four_are_asked_and_28_are_refused_with_nothing_sent(bool token, bool user, bool file, bool plugin, bool widget, bool isLegal)
    {
        await using WireServer server = new(WireServer.Answer(Samples.Paid));
        PaymentsEndpoint endpoint = PaymentsEndpoint.Create(Samples.Options(server.Address));
        PaymentsRequest request = new(
            token ? Samples.PaymentToken : null,
            user ? Samples.User : null,
            file ? "1" : null,
            plugin ? Samples.Plugin : null,
            widget ? "2" : null);

        PaymentsResult result = await endpoint.GetResultAsync(request, CancellationToken.None);

        Assert.Equal(isLegal ? 1 : 0, server.Heads.Count);

        if (isLegal)
            return;

        Assert.Equal(PaymentsErrorKind.InvalidRequest, result.Error?.Kind);
        Assert.Null(result.Error!.StatusCode);
        Assert.EndsWith("Nothing was sent.", result.Error.Description, StringComparison.Ordinal);
        Assert.Equal(PaymentsErrorKind.InvalidRequest, (await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetInformationAsync(request, CancellationToken.None))).Kind);
        Assert.Equal(PaymentsErrorKind.InvalidRequest, (await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetStatusAsync(request, CancellationToken.None))).Kind);
        Assert.Empty(server.Heads);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_without_repeating_it()
    {
        CannedHandler handler = new(Samples.Paid);
        PaymentsEndpoint endpoint = handler.ToEndpoint();

        Dictionary<string, PaymentsRequest> requests = new()
        {
            ["a user with a blank"] = new(userId: "MARK MARK", pluginId: Samples.Plugin),
            ["a plugin with a slash"] = new(userId: Samples.User, pluginId: "MARK/1"),
            ["a widget of half a pair"] = new(userId: Samples.User, widgetId: "MARK\ud800"),
            ["a file too long"] = new(userId: Samples.User, communityFileId: "MARK" + new string('1', 64)),
            ["a user of zero"] = new(userId: (long?)0, pluginId: Samples.Plugin),
            ["a plugin below zero"] = new(userId: Samples.User, pluginId: (long?)-1),
            ["a default user"] = new(userId: default(UserId), pluginId: Samples.Plugin),
            ["a default plugin"] = new(userId: Samples.User, pluginId: default(PluginId)),
            ["a default resource"] = new(userId: Samples.User, resourceId: default(ResourceId)),
            ["a default token"] = new(pluginPaymentToken: default(PluginPaymentToken)),
            ["a token with a line break"] = new(pluginPaymentToken: "MARK\n"),
            ["an access token as a payment token"] = new(pluginPaymentToken: "figd_MARK"),
            ["a resource twice"] = new(userId: Samples.User, pluginId: "1", resourceId: new PluginId("1")),
            ["a token with a resource"] = new(pluginPaymentToken: Samples.PaymentToken, resourceId: new PluginId("1")),
        };

        foreach ((string what, PaymentsRequest request) in requests)
        {
            PaymentsResult result = await endpoint.GetResultAsync(request, CancellationToken.None);

            Assert.True(result.Error?.Kind == PaymentsErrorKind.InvalidRequest, what + " was not refused.");
            Assert.DoesNotContain("MARK", result.ToString() + request, StringComparison.Ordinal);
        }

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_pinned_client_asks_with_a_token_or_a_user_and_refuses_a_resource_beside_it()
    {
        CannedHandler handler = new(Samples.Paid);
        PaymentsEndpoint endpoint = handler.ToEndpoint(pinned: new PluginId(Samples.Plugin));

        Assert.True((await endpoint.GetResultAsync(Samples.ByToken, CancellationToken.None)).IsPaid);
        Assert.True((await endpoint.GetResultAsync(new PaymentsRequest(userId: Samples.User), CancellationToken.None)).IsPaid);
        Assert.EndsWith("user_id=" + Samples.User + "&plugin_id=" + Samples.Plugin, handler.Requests[1].RequestUri!.Query, StringComparison.Ordinal);

        Assert.Equal(PaymentsErrorKind.InvalidRequest, (await endpoint.GetResultAsync(Samples.ByIds, CancellationToken.None)).Error?.Kind);
        Assert.Equal(PaymentsErrorKind.InvalidRequest, (await endpoint.GetResultAsync(default, CancellationToken.None)).Error?.Kind);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public void A_default_resource_cannot_be_pinned() =>
        Assert.Throws<ArgumentException>(() => PaymentsEndpoint.Create(Samples.Options(), default(ResourceId)));
}
