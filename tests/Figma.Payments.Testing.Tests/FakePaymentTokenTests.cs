using System;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakePaymentTokenTests
{
    [Fact]
    public async Task A_token_names_its_user_and_its_resource()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Loopback);
        UserId bob = stage.Fake.AddUser();
        stage.Fake.Pay(bob, stage.Widget);

        Answer answer = await stage.AskWithTokenAsync(stage.Fake.IssuePaymentToken(bob, stage.Widget));

        Assert.Equal("PAID", answer.PaymentStatus);
        Assert.Equal(bob.Value, answer.Meta.GetProperty("user_id").GetString());
        Assert.Equal(stage.Widget.Value, answer.Meta.GetProperty("resource_id").GetString());
        Assert.Equal("WIDGET", answer.Meta.GetProperty("resource_type").GetString());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_token_expires_by_the_clock_and_is_answered_as_the_options_say(int status)
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory, options =>
        {
            options.PaymentTokenLifetime = TimeSpan.FromMinutes(2);
            options.InvalidPaymentTokenStatus = status;
        });

        string token = stage.Fake.IssuePaymentToken(stage.Ada, stage.Plugin);
        stage.Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1));
        Assert.Equal(200, (await stage.AskWithTokenAsync(token)).Status);
        Assert.Equal(200, (await stage.AskWithTokenAsync(token)).Status);

        stage.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(status, (await stage.AskWithTokenAsync(token)).Status);
        Assert.Equal(status, (await stage.AskWithTokenAsync("never issued")).Status);
    }

    [Fact]
    public async Task A_token_that_was_not_escaped_is_another_token()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);
        string token = stage.Fake.IssuePaymentToken(stage.Ada, stage.Plugin);

        Assert.Equal(403, (await stage.AskAsync("plugin_payment_token=" + token)).Status);
        Assert.Equal(200, (await stage.AskWithTokenAsync(token)).Status);
    }

    [Fact]
    public async Task Each_token_is_its_own_and_can_be_one_of_the_library()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);

        PluginPaymentToken first = new(stage.Fake.IssuePaymentToken(stage.Ada, stage.Plugin));
        PluginPaymentToken second = new(stage.Fake.IssuePaymentToken(stage.Ada, stage.Plugin));

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_token_does_not_replace_the_personal_access_token()
    {
        await using Stage stage = await Stage.OpenAsync(Door.Memory);
        string token = stage.Fake.IssuePaymentToken(stage.Ada, stage.Plugin);

        Assert.Equal(403, (await stage.AskAsync("plugin_payment_token=" + Uri.EscapeDataString(token), token)).Status);
    }
}
