using System;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeRateLimitTests
{
    [Fact]
    public async Task After_so_many_questions_in_a_minute_comes_a_429_with_its_four_headers()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Loopback, options =>
        {
            options.IdRequestsPerMinute = 2;
            options.PlanTier = "starter";
            options.RateLimitType = "low";
            options.UpgradeLink = new Uri("https://example.com/upgrade");
        });

        await stage.AskAsync(stage.AdaAndPlugin);
        stage.Clock.Advance(TimeSpan.FromSeconds(20.5));
        await stage.AskAsync(stage.AdaAndPlugin);
        Answer refused = await stage.AskAsync(stage.AdaAndPlugin);

        Assert.Equal(429, refused.Status);
        Assert.Equal("40", refused.Header("Retry-After"));
        Assert.Equal("starter", refused.Header("X-Figma-Plan-Tier"));
        Assert.Equal("low", refused.Header("X-Figma-Rate-Limit-Type"));
        Assert.Equal("https://example.com/upgrade", refused.Header("X-Figma-Upgrade-Link"));

        stage.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, (await stage.AskAsync(stage.AdaAndPlugin)).Status);
    }

    [Fact]
    public async Task Every_token_of_the_account_shares_the_limit_and_the_two_ways_have_their_own()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory, options =>
        {
            options.IdRequestsPerMinute = 1;
            options.PaymentTokenRequestsPerMinute = 1;
        });

        string paymentToken = stage.Fake.IssuePaymentToken(stage.Ada, stage.Plugin);
        Assert.Equal(200, (await stage.AskAsync(stage.AdaAndPlugin)).Status);

        stage.Fake.AddAccessToken();
        Assert.Equal(429, (await stage.AskAsync(stage.AdaAndPlugin)).Status);
        Assert.Equal(200, (await stage.AskWithTokenAsync(paymentToken)).Status);
        Assert.Equal(429, (await stage.AskWithTokenAsync(paymentToken)).Status);
    }

    [Fact]
    public async Task A_refused_credential_uses_nothing_up()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory, options => options.IdRequestsPerMinute = 1);

        Assert.Equal(403, (await stage.AskAsync(stage.AdaAndPlugin, "figd_wrong")).Status);
        Assert.Equal(200, (await stage.AskAsync(stage.AdaAndPlugin)).Status);
    }

    [Fact]
    public async Task Without_a_limit_nothing_is_refused()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);

        for (int i = 0; i < 500; i++)
            Assert.Equal(200, (await stage.AskAsync(stage.AdaAndPlugin)).Status);
    }
}
