using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class RequestValidationTests
{
    /// <summary>The 32 combinations of the five parameters, and whether the combination is one of the four valid ones.</summary>
    public static TheoryData<bool, bool, bool, bool, bool, bool> Combinations
    {
        get
        {
            TheoryData<bool, bool, bool, bool, bool, bool> data = [];

            for (int bits = 0; bits < 32; bits++)
            {
                bool token = (bits & 1) != 0, user = (bits & 2) != 0, file = (bits & 4) != 0, plugin = (bits & 8) != 0, widget = (bits & 16) != 0;
                bool isValid = bits is 1 or (2 | 4) or (2 | 8) or (2 | 16);

                data.Add(token, user, file, plugin, widget, isValid);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task Four_of_32_parameter_combinations_are_sent_and_28_are_rejected(bool token, bool user, bool file, bool plugin, bool widget, bool isValid)
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid));
        PaymentsEndpoint endpoint = PaymentsEndpoint.Create(Samples.Options(server.Address));
        PaymentsRequest request = new(
            token ? Samples.PaymentToken : null,
            user ? Samples.User : null,
            file ? "1" : null,
            plugin ? Samples.Plugin : null,
            widget ? "2" : null);

        PaymentsResult result = await endpoint.GetResultAsync(request, CancellationToken.None);

        Assert.Equal(isValid ? 1 : 0, server.Heads.Count);

        if (isValid)
            return;

        Assert.Equal(PaymentsErrorKind.InvalidRequest, result.Error?.Kind);
        Assert.Null(result.Error!.StatusCode);
        Assert.EndsWith("Nothing was sent.", result.Error.Description, StringComparison.Ordinal);
        Assert.Equal(PaymentsErrorKind.InvalidRequest, (await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetInformationAsync(request, CancellationToken.None))).Kind);
        Assert.Equal(PaymentsErrorKind.InvalidRequest, (await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetStatusAsync(request, CancellationToken.None))).Kind);
        Assert.Empty(server.Heads);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task Expected_user_is_valid_with_a_payment_token_alone(bool token, bool user, bool file, bool plugin, bool widget, bool isValid)
    {
        CannedHandler handler = new(Samples.Paid);
        PaymentsRequest request = new(
            token ? Samples.PaymentToken : null,
            user ? Samples.User : null,
            file ? "1" : null,
            plugin ? Samples.Plugin : null,
            widget ? "2" : null,
            expectedUser: new UserId(Samples.User));

        PaymentsResult result = await handler.ToEndpoint().GetResultAsync(request, CancellationToken.None);

        Assert.Equal(token && isValid ? null : PaymentsErrorKind.InvalidRequest, result.Error?.Kind);
        Assert.Equal(token && isValid ? 1 : 0, handler.Requests.Count);
    }

    [Fact]
    public async Task Invalid_argument_is_rejected_and_not_repeated()
    {
        CannedHandler handler = new(Samples.Paid);
        PaymentsEndpoint endpoint = handler.ToEndpoint();

        Dictionary<string, PaymentsRequest> requests = new()
        {
            ["a user ID with a space"] = new(userId: "MARK MARK", pluginId: Samples.Plugin),
            ["a plugin ID with a slash"] = new(userId: Samples.User, pluginId: "MARK/1"),
            ["a widget ID with a lone surrogate"] = new(userId: Samples.User, widgetId: "MARK\ud800"),
            ["a file ID that is too long"] = new(userId: Samples.User, communityFileId: "MARK" + new string('1', 64)),
            ["a user ID of 0"] = new(userId: (long?)0, pluginId: Samples.Plugin),
            ["a negative plugin ID"] = new(userId: Samples.User, pluginId: (long?)-1),
            ["a default user ID"] = new(userId: default(UserId), pluginId: Samples.Plugin),
            ["a default plugin ID"] = new(userId: Samples.User, pluginId: default(PluginId)),
            ["a default resource ID"] = new(userId: Samples.User, resourceId: default(ResourceId)),
            ["a default payment token"] = new(pluginPaymentToken: default(PluginPaymentToken)),
            ["a payment token with a line break"] = new(pluginPaymentToken: "MARK\n"),
            ["an access token as a payment token"] = new(pluginPaymentToken: "figd_MARK"),
            ["two resource IDs"] = new(userId: Samples.User, pluginId: "1", resourceId: new PluginId("1")),
            ["a default expected user"] = new(pluginPaymentToken: Samples.PaymentToken, expectedUser: default(UserId)),
            ["an expected user with a space"] = new(pluginPaymentToken: Samples.PaymentToken, expectedUser: "MARK MARK"),
            ["a resource type instead of a payment token"] = new(resourceId: new PluginId("1"), expectedUser: new UserId(Samples.User)),
            ["a payment token and a resource ID"] = new(pluginPaymentToken: Samples.PaymentToken, resourceId: new PluginId("1")),
        };

        foreach ((string name, PaymentsRequest request) in requests)
        {
            PaymentsResult result = await endpoint.GetResultAsync(request, CancellationToken.None);

            Assert.True(result.Error?.Kind == PaymentsErrorKind.InvalidRequest, "The request with " + name + " was not rejected.");
            Assert.DoesNotContain("MARK", result.ToString() + request, StringComparison.Ordinal);
        }

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Pinned_client_accepts_a_token_or_a_user_ID_and_rejects_a_resource_ID()
    {
        CannedHandler handler = new(Samples.Paid);
        PaymentsEndpoint endpoint = handler.ToEndpoint(pinned: new PluginId(Samples.Plugin));

        Assert.True((await endpoint.GetResultAsync(Samples.TokenRequest, CancellationToken.None)).IsPaid);
        Assert.True((await endpoint.GetResultAsync(new PaymentsRequest(userId: Samples.User), CancellationToken.None)).IsPaid);
        Assert.EndsWith("user_id=" + Samples.User + "&plugin_id=" + Samples.Plugin, handler.Requests[1].RequestUri!.Query, StringComparison.Ordinal);

        Assert.Equal(PaymentsErrorKind.InvalidRequest, (await endpoint.GetResultAsync(Samples.IdRequest, CancellationToken.None)).Error?.Kind);
        Assert.Equal(PaymentsErrorKind.InvalidRequest, (await endpoint.GetResultAsync(default, CancellationToken.None)).Error?.Kind);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public void Pinning_to_a_default_resource_ID_throws() =>
        Assert.Throws<ArgumentException>(() => PaymentsEndpoint.Create(Samples.Options(), default(ResourceId)));
}
