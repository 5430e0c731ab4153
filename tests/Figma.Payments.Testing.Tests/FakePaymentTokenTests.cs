using System;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakePaymentTokenTests
{
    [Fact]
    public async Task Payment_token_identifies_its_user_and_resource()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Loopback);
        UserId bob = setup.Fake.AddUser();
        setup.Fake.Pay(bob, setup.Widget);

        ReceivedResponse response = await setup.GetByTokenAsync(setup.Fake.IssuePaymentToken(bob, setup.Widget));

        Assert.Equal("PAID", response.PaymentStatus);
        Assert.Equal(bob.Value, response.Meta.GetProperty("user_id").GetString());
        Assert.Equal(setup.Widget.Value, response.Meta.GetProperty("resource_id").GetString());
        Assert.Equal("WIDGET", response.Meta.GetProperty("resource_type").GetString());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Expired_payment_token_gets_the_configured_status(int status)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options =>
        {
            options.PaymentTokenLifetime = TimeSpan.FromMinutes(2);
            options.InvalidPaymentTokenStatus = status;
        });

        string token = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);
        setup.Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1));
        Assert.Equal(200, (await setup.GetByTokenAsync(token)).Status);
        Assert.Equal(200, (await setup.GetByTokenAsync(token)).Status);

        setup.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(status, (await setup.GetByTokenAsync(token)).Status);
        Assert.Equal(status, (await setup.GetByTokenAsync("never issued")).Status);
    }

    [Fact]
    public async Task Unescaped_payment_token_is_invalid()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string token = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);

        Assert.Equal(403, (await setup.GetAsync("plugin_payment_token=" + token)).Status);
        Assert.Equal(200, (await setup.GetByTokenAsync(token)).Status);
    }

    [Fact]
    public async Task Issued_payment_tokens_are_unique_and_valid_for_the_library()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);

        PluginPaymentToken first = new(setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin));
        PluginPaymentToken second = new(setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin));

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Expired_payment_token_remains_expired_if_the_clock_is_set_back()
    {
        AdjustableClock clock = new();
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.TimeProvider = clock);
        string expired = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);
        clock.Now += TimeSpan.FromMinutes(6);

        // Another request observes the time.
        Assert.Equal(200, (await setup.GetAsync(setup.AdaAndPlugin)).Status);
        clock.Now -= TimeSpan.FromMinutes(6);
        string issued = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);

        Assert.Equal(403, (await setup.GetByTokenAsync(expired)).Status);
        Assert.Equal(200, (await setup.GetByTokenAsync(issued)).Status);
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData(64, 64)]
    [InlineData(8_192, 8_192)]
    public async Task Payment_token_has_the_configured_length(int? length, int expected)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Loopback, options => options.PaymentTokenLength = length ?? options.PaymentTokenLength);

        string token = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);

        Assert.Equal(expected, token.Length);
        Assert.Equal(200, (await setup.GetByTokenAsync(token)).Status);
        Assert.NotEqual(200, (await setup.GetByTokenAsync(token[..^1])).Status);
        Assert.NotEqual(default, new PluginPaymentToken(token));
    }

    [Fact]
    public async Task Payment_token_is_not_accepted_as_a_personal_access_token()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string token = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);

        Assert.Equal(403, (await setup.GetAsync("plugin_payment_token=" + Uri.EscapeDataString(token), token)).Status);
    }
}
