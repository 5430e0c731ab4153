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
        await using Stage stage = await Stage.OpenAsync(Door.Memory);

        Answer missing = await stage.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/v1/payments?" + stage.AdaAndPlugin));
        Answer wrong = await stage.AskAsync(stage.AdaAndPlugin, "figd_wrong");

        Assert.Equal(401, missing.Status);
        Assert.Contains("X-Figma-Token", missing.Message, StringComparison.Ordinal);
        Assert.Equal(403, wrong.Status);
        Assert.Equal("""{"status":403,"error":true,"message":"Invalid token"}""", wrong.Body);
    }

    [Fact]
    public async Task Rotating_expires_every_older_token_and_accepts_the_new_one()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);
        string first = stage.Fake.AccessTokenText;
        stage.Fake.AddAccessToken();
        string second = stage.Fake.AccessTokenText;
        Assert.Equal(200, (await stage.AskAsync(stage.AdaAndPlugin, first)).Status);
        Assert.Equal(200, (await stage.AskAsync(stage.AdaAndPlugin, second)).Status);

        PersonalAccessToken third = stage.Fake.RotateAccessToken();

        Assert.Equal(stage.Fake.AccessToken, third);
        Assert.Equal("""{"status":403,"err":"Token expired"}""", (await stage.AskAsync(stage.AdaAndPlugin, first)).Body);
        Assert.Equal("""{"status":403,"err":"Token expired"}""", (await stage.AskAsync(stage.AdaAndPlugin, second)).Body);
        Assert.Equal(200, (await stage.AskAsync(stage.AdaAndPlugin)).Status);
    }

    [Fact]
    public async Task An_expired_token_is_answered_in_the_envelope_that_was_chosen()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory, options => options.ErrorEnvelope = FakeErrorEnvelope.Message);
        stage.Fake.ExpireAccessToken(stage.Fake.AccessToken);

        Answer answer = await stage.AskAsync(stage.AdaAndPlugin);

        Assert.Equal("""{"status":403,"error":true,"message":"Token expired"}""", answer.Body);
    }

    [Fact]
    public async Task A_revoked_token_is_as_one_that_never_was()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);
        PersonalAccessToken token = stage.Fake.AccessToken;

        stage.Fake.RevokeAccessToken(token);

        Assert.Equal("Invalid token", (await stage.AskAsync(stage.AdaAndPlugin)).Message);
        Assert.Throws<ArgumentException>(() => stage.Fake.RevokeAccessToken(token));
        Assert.Throws<ArgumentException>(() => stage.Fake.ExpireAccessToken(token));
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
        await using Stage stage = await Stage.OpenAsync(Door.Memory, options => options.AccessTokenText = "chosen");

        Assert.Equal(200, (await stage.AskAsync(stage.AdaAndPlugin, "chosen")).Status);
        Assert.Equal(new PersonalAccessToken("chosen"), stage.Fake.AccessToken);
    }
}
