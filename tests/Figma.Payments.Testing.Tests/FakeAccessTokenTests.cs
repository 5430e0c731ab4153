using System;
using System.Net.Http;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeAccessTokenTests
{
    [Fact]
    public async Task A_missing_token_is_401_and_a_wrong_one_is_403_as_seen_in_practice()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);

        ReceivedResponse missing = await setup.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/v1/payments?" + setup.AdaAndPlugin));
        ReceivedResponse wrong = await setup.GetAsync(setup.AdaAndPlugin, "figd_wrong");

        Assert.Equal(401, missing.Status);
        Assert.Contains("X-Figma-Token", missing.Message, StringComparison.Ordinal);
        Assert.Equal(403, wrong.Status);
        Assert.Equal("""{"status":403,"error":true,"message":"Invalid token"}""", wrong.Body);
    }

    [Fact]
    public async Task Rotating_expires_every_older_token_and_accepts_the_new_one()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string first = setup.Fake.AccessTokenText;
        setup.Fake.AddAccessToken();
        string second = setup.Fake.AccessTokenText;
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin, first)).Status);
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin, second)).Status);

        PersonalAccessToken third = setup.Fake.RotateAccessToken();

        Assert.Equal(setup.Fake.AccessToken, third);
        Assert.Equal("""{"status":403,"err":"Token expired"}""", (await setup.GetAsync(setup.AdaAndPlugin, first)).Body);
        Assert.Equal("""{"status":403,"err":"Token expired"}""", (await setup.GetAsync(setup.AdaAndPlugin, second)).Body);
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }

    [Fact]
    public async Task An_expired_token_is_answered_in_the_envelope_that_was_chosen()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.ErrorEnvelope = FakeErrorEnvelope.Message);
        setup.Fake.ExpireAccessToken(setup.Fake.AccessToken);

        ReceivedResponse answer = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal("""{"status":403,"error":true,"message":"Token expired"}""", answer.Body);
    }

    [Fact]
    public async Task A_revoked_token_is_as_one_that_never_was()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        PersonalAccessToken token = setup.Fake.AccessToken;

        setup.Fake.RevokeAccessToken(token);

        Assert.Equal("Invalid token", (await setup.GetAsync(setup.AdaAndPlugin)).Message);
        Assert.Throws<ArgumentException>(() => setup.Fake.RevokeAccessToken(token));
        Assert.Throws<ArgumentException>(() => setup.Fake.ExpireAccessToken(token));
    }

    [Fact]
    public void A_revoked_token_is_never_made_again()
    {
        FakeFigmaPayments fake = new();
        PersonalAccessToken revoked = fake.AccessToken;
        fake.RevokeAccessToken(revoked);

        Assert.NotEqual(revoked, fake.AddAccessToken());
    }

    [Fact]
    public async Task The_first_token_can_be_chosen()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.AccessTokenText = "chosen");

        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin, "chosen")).Status);
        Assert.Equal(new PersonalAccessToken("chosen"), setup.Fake.AccessToken);
    }
}
