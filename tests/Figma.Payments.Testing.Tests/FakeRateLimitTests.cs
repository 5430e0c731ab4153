using System;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeRateLimitTests
{
    [Fact]
    public async Task After_so_many_questions_in_a_minute_comes_a_429_with_its_four_headers()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Loopback, options =>
        {
            options.IdRequestsPerMinute = 2;
            options.PlanTier = "starter";
            options.RateLimitType = "low";
            options.UpgradeLink = new Uri("https://example.com/upgrade");
        });

        await setup.GetAsync(setup.AdaAndPlugin);
        setup.Clock.Advance(TimeSpan.FromSeconds(20.5));
        await setup.GetAsync(setup.AdaAndPlugin);
        ReceivedResponse refused = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal(429, refused.Status);
        Assert.Equal("40", refused.Header("Retry-After"));
        Assert.Equal("starter", refused.Header("X-Figma-Plan-Tier"));
        Assert.Equal("low", refused.Header("X-Figma-Rate-Limit-Type"));
        Assert.Equal("https://example.com/upgrade", refused.Header("X-Figma-Upgrade-Link"));

        setup.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }

    [Fact]
    public async Task Every_token_of_the_account_shares_the_limit_and_the_two_ways_have_their_own()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options =>
        {
            options.IdRequestsPerMinute = 1;
            options.PaymentTokenRequestsPerMinute = 1;
        });

        string paymentToken = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);

        setup.Fake.AddAccessToken();
        Assert.Equal(429, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
        Assert.Equal(200, (await setup.GetByTokenAsync(paymentToken)).Status);
        Assert.Equal(429, (await setup.GetByTokenAsync(paymentToken)).Status);
    }

    [Fact]
    public async Task A_refused_credential_uses_nothing_up()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.IdRequestsPerMinute = 1);

        Assert.Equal(403, (await setup.GetAsync(setup.AdaAndPlugin, "figd_wrong")).Status);
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }

    [Fact]
    public async Task Without_a_limit_nothing_is_refused()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);

        for (int i = 0; i < 500; i++)
            Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }
}
