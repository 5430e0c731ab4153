using System;
using System.Net.Http;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeAccessTokenTests
{
    [Fact]
    public async Task Missing_token_gets_401_and_invalid_token_gets_403()
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
    public async Task Rotation_expires_all_older_tokens()
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
    public async Task Response_to_an_expired_token_has_the_configured_envelope()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.ErrorEnvelope = FakeErrorEnvelope.Message);
        setup.Fake.ExpireAccessToken(setup.Fake.AccessToken);

        ReceivedResponse response = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal("""{"status":403,"error":true,"message":"Token expired"}""", response.Body);
    }

    [Fact]
    public async Task Revoked_token_is_unknown()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        PersonalAccessToken token = setup.Fake.AccessToken;

        setup.Fake.RevokeAccessToken(token);

        Assert.Equal("Invalid token", (await setup.GetAsync(setup.AdaAndPlugin)).Message);
        Assert.Throws<ArgumentException>(() => setup.Fake.RevokeAccessToken(token));
        Assert.Throws<ArgumentException>(() => setup.Fake.ExpireAccessToken(token));
    }

    [Fact]
    public void Revoked_token_is_not_generated_again()
    {
        FakeFigmaPayments fake = new();
        PersonalAccessToken revoked = fake.AccessToken;
        fake.RevokeAccessToken(revoked);

        Assert.NotEqual(revoked, fake.AddAccessToken());
    }

    [Fact]
    public async Task Access_token_expires_after_90_days()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        setup.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromTicks(1));
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
        string first = setup.Fake.AccessTokenText;
        setup.Fake.AddAccessToken();

        setup.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal("Token expired", (await setup.GetAsync(setup.AdaAndPlugin, first)).Err);
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }

    [Fact]
    public async Task Expired_access_token_remains_expired_if_the_clock_is_set_back()
    {
        AdjustableClock clock = new();
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options =>
        {
            options.TimeProvider = clock;
            options.AccessTokenLifetime = TimeSpan.FromDays(1);
        });

        // A request with another token observes the time.
        string first = setup.Fake.AccessTokenText;
        setup.Fake.AddAccessToken();
        clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(403, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
        clock.Now -= TimeSpan.FromDays(1);

        Assert.Equal("Token expired", (await setup.GetAsync(setup.AdaAndPlugin, first)).Err);
        setup.Fake.RotateAccessToken();
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }

    [Fact]
    public async Task First_token_can_be_specified()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.AccessTokenText = "chosen");

        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin, "chosen")).Status);
        Assert.Equal(new PersonalAccessToken("chosen"), setup.Fake.AccessToken);
    }
}
