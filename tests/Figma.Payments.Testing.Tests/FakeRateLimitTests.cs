using System;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeRateLimitTests
{
    [Fact]
    public async Task Request_over_the_limit_gets_429_with_its_four_headers()
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
    public async Task Tokens_of_the_account_share_a_limit_for_each_kind_of_request()
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
    public async Task Rejected_credential_does_not_count_toward_the_limit()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.IdRequestsPerMinute = 1);

        Assert.Equal(403, (await setup.GetAsync(setup.AdaAndPlugin, "figd_wrong")).Status);
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }

    [Fact]
    public async Task No_request_is_rejected_without_a_limit()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);

        for (int i = 0; i < 500; i++)
            Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
    }
}
