using System;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakePaymentTokenTests
{
    [Fact]
    public async Task A_token_names_its_user_and_its_resource()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Loopback);
        UserId bob = setup.Fake.AddUser();
        setup.Fake.Pay(bob, setup.Widget);

        ReceivedResponse answer = await setup.GetByTokenAsync(setup.Fake.IssuePaymentToken(bob, setup.Widget));

        Assert.Equal("PAID", answer.PaymentStatus);
        Assert.Equal(bob.Value, answer.Meta.GetProperty("user_id").GetString());
        Assert.Equal(setup.Widget.Value, answer.Meta.GetProperty("resource_id").GetString());
        Assert.Equal("WIDGET", answer.Meta.GetProperty("resource_type").GetString());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_token_expires_by_the_clock_and_is_answered_as_the_options_say(int status)
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
    public async Task A_token_that_was_not_escaped_is_another_token()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string token = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);

        Assert.Equal(403, (await setup.GetAsync("plugin_payment_token=" + token)).Status);
        Assert.Equal(200, (await setup.GetByTokenAsync(token)).Status);
    }

    [Fact]
    public async Task Each_token_is_its_own_and_can_be_one_of_the_library()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);

        PluginPaymentToken first = new(setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin));
        PluginPaymentToken second = new(setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin));

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_token_does_not_replace_the_personal_access_token()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        string token = setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin);

        Assert.Equal(403, (await setup.GetAsync("plugin_payment_token=" + Uri.EscapeDataString(token), token)).Status);
    }
}
