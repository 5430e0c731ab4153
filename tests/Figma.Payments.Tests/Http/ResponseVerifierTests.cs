using System;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class ResponseVerifierTests
{
    [Theory]
    [InlineData("893760322388183958", "893760322388183959", "user_id")]
    [InlineData("1678669904810665842", "1678669904810665728", "resource_id")]
    [InlineData("PLUGIN", "WIDGET", "resource_type")]
    public async Task Response_about_another_user_resource_or_type_is_a_mismatch(string part, string replacement, string name)
    {
        PaymentsResult result = await new CannedHandler(Samples.With(part, replacement)).ToEndpoint().GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.ResponseMismatch, result.Error?.Kind);
        Assert.Contains(": " + name + " differs.", result.Error!.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(replacement, result.ToString(), StringComparison.Ordinal);
        Assert.False(result.IsPaid || result.IsPaidOrTrial);
    }

    [Fact]
    public async Task Mismatch_names_every_difference()
    {
        string body = Samples.Paid.Replace("89376", "11111", StringComparison.Ordinal).Replace("16786", "22222", StringComparison.Ordinal).Replace("PLUGIN", "COMMUNITY_FILE", StringComparison.Ordinal);
        PaymentsResult result = await new CannedHandler(body).ToEndpoint().GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Contains(": user_id, resource_id, resource_type differ.", result.Error!.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payment_token_of_another_plugin_is_a_mismatch_for_a_pinned_client()
    {
        ResourceId other = new PluginId("1678669904810665843");

        Assert.True((await new CannedHandler(Samples.Paid).ToEndpoint().GetResultAsync(Samples.TokenRequest, CancellationToken.None)).IsPaid);
        Assert.True((await new CannedHandler(Samples.Paid).ToEndpoint(pinned: new PluginId(Samples.Plugin)).GetResultAsync(Samples.TokenRequest, CancellationToken.None)).IsPaid);
        Assert.Equal(PaymentsErrorKind.ResponseMismatch, (await new CannedHandler(Samples.Paid).ToEndpoint(pinned: other).GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Error?.Kind);
        Assert.Equal(PaymentsErrorKind.ResponseMismatch, (await new CannedHandler(Samples.Paid).ToEndpoint(pinned: new WidgetId(Samples.Plugin)).GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Error?.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Token_of_another_user_than_the_expected_one_is_a_mismatch(bool isPinned)
    {
        PaymentsEndpoint endpoint = new CannedHandler(Samples.Paid).ToEndpoint(pinned: isPinned ? new PluginId(Samples.Plugin) : null);
        PaymentsRequest other = new(pluginPaymentToken: Samples.PaymentToken, expectedUser: new UserId("893760322388183959"));

        Assert.True((await endpoint.GetResultAsync(Samples.ExpectedUserRequest, CancellationToken.None)).IsPaid);

        PaymentsResult result = await endpoint.GetResultAsync(other, CancellationToken.None);
        Assert.Equal(PaymentsErrorKind.ResponseMismatch, result.Error?.Kind);
        Assert.Contains(": user_id differs.", result.Error!.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("89376", result.ToString(), StringComparison.Ordinal);

        Assert.Equal(PaymentsErrorKind.ResponseMismatch, (await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetStatusAsync(other, CancellationToken.None))).Kind);
        Assert.Equal(PaymentsErrorKind.ResponseMismatch, (await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetInformationAsync(other, CancellationToken.None))).Kind);
    }

    [Fact]
    public async Task Null_as_the_expected_user_is_not_compared() =>
        Assert.True((await new CannedHandler(Samples.Paid).ToEndpoint().GetResultAsync(new PaymentsRequest(pluginPaymentToken: Samples.PaymentToken, expectedUser: (UserId?)null), CancellationToken.None)).IsPaid);

    [Fact]
    public async Task Expected_user_is_not_sent()
    {
        CannedHandler handler = new(Samples.Paid);
        await handler.ToEndpoint().GetResultAsync(Samples.ExpectedUserRequest, CancellationToken.None);

        Assert.Equal("?plugin_payment_token=" + Uri.EscapeDataString(Samples.PaymentToken), Assert.Single(handler.Requests).RequestUri!.Query);
    }

    [Fact]
    public async Task ID_that_is_not_a_number_must_be_in_the_request()
    {
        string body = Samples.With(Samples.User, "ada").Replace(Samples.Plugin, "glyphs", StringComparison.Ordinal);

        Assert.True((await new CannedHandler(body).ToEndpoint().GetResultAsync(new PaymentsRequest(userId: "ada", pluginId: "glyphs"), CancellationToken.None)).IsPaid);
        Assert.Equal(PaymentsErrorKind.InvalidResponse, (await new CannedHandler(body).ToEndpoint().GetResultAsync(new PaymentsRequest(userId: "ada", pluginId: "Glyphs"), CancellationToken.None)).Error?.Kind);
        Assert.Equal(PaymentsErrorKind.InvalidResponse, (await new CannedHandler(body).ToEndpoint().GetResultAsync(Samples.TokenRequest, CancellationToken.None)).Error?.Kind);
    }

    [Fact]
    public async Task IDs_are_compared_ordinally()
    {
        PaymentsRequest padded = new(userId: "0" + Samples.User, pluginId: Samples.Plugin);

        Assert.Equal(PaymentsErrorKind.ResponseMismatch, (await new CannedHandler(Samples.Paid).ToEndpoint().GetResultAsync(padded, CancellationToken.None)).Error?.Kind);
    }

    [Fact]
    public async Task Numeric_IDs_match_the_request()
    {
        string body = Samples.Paid.Replace("\"893760322388183958\"", "893760322388183958", StringComparison.Ordinal).Replace("\"1678669904810665842\"", "1678669904810665842", StringComparison.Ordinal);

        Assert.Equal(PaymentStatus.Paid, await new CannedHandler(body).ToEndpoint().GetStatusAsync(Samples.IdRequest, CancellationToken.None));
    }
}
