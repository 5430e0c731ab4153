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
    public async Task Payment_token_is_not_accepted_as_a_personal_access_token()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string token = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);

        Assert.Equal(403, (await setup.GetAsync("plugin_payment_token=" + Uri.EscapeDataString(token), token)).Status);
    }
}
