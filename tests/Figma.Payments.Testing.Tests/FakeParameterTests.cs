using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeParameterTests
{
    private const int Token = 1;
    private const int User = 2;
    private const int File = 4;
    private const int Plugin = 8;
    private const int Widget = 16;

    public static TheoryData<int> Combinations => [.. Enumerable.Range(0, 32)];

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task Of_the_32_combinations_four_are_answered_and_the_others_are_400_that_name_the_parameters(int combination)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        List<string> parameters = [];

        if ((combination & Token) != 0)
            parameters.Add("plugin_payment_token=" + Uri.EscapeDataString(setup.Fake.IssuePaymentToken(setup.Ada, setup.Plugin)));

        if ((combination & User) != 0)
            parameters.Add("user_id=" + setup.Ada);

        if ((combination & File) != 0)
            parameters.Add("community_file_id=" + setup.File);

        if ((combination & Plugin) != 0)
            parameters.Add("plugin_id=" + setup.Plugin);

        if ((combination & Widget) != 0)
            parameters.Add("widget_id=" + setup.Widget);

        ReceivedResponse answer = await setup.GetAsync(string.Join('&', parameters));

        if (combination is Token or (User | File) or (User | Plugin) or (User | Widget))
        {
            Assert.Equal(200, answer.Status);
            return;
        }

        Assert.Equal(400, answer.Status);
        Assert.True(answer.Json.GetProperty("error").GetBoolean());
        Assert.Contains("plugin_id", answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(setup.Ada.Value, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plugin_payment_token=a&user_id=1", "plugin_payment_token alone")]
    [InlineData("plugin_id=1", "user_id along with")]
    [InlineData("user_id=1", "exactly one of community_file_id, plugin_id, or widget_id")]
    [InlineData("user_id=1&plugin_id=1&widget_id=1", "exactly one of community_file_id, plugin_id, or widget_id")]
    [InlineData("", "plugin_payment_token, or user_id and exactly one")]
    [InlineData("user_id=1&user_id=1&plugin_id=1", "user_id once")]
    [InlineData("user_id=&plugin_id=1", "user_id is empty")]
    [InlineData("user_id&plugin_id=1", "user_id is empty")]
    [InlineData("user_id=1&plugin_id=1&USER_ID=1", "parameter other than")]
    public async Task A_400_says_what_to_provide(string query, string expected)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);

        ReceivedResponse answer = await setup.GetAsync(query);

        Assert.Equal(400, answer.Status);
        Assert.Contains(expected, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_foreign_resource_is_answered_as_the_options_say_by_ids_and_by_token(int status)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.ForeignResourceStatus = status);

        ReceivedResponse byIds = await setup.GetAsync($"user_id={setup.Ada}&plugin_id={setup.ForeignPlugin}");
        ReceivedResponse byToken = await setup.GetByTokenAsync(setup.Fake.IssuePaymentToken(setup.Ada, setup.ForeignPlugin));

        Assert.Equal((status, status), (byIds.Status, byToken.Status));
    }

    [Fact]
    public async Task An_error_can_come_in_the_other_envelope()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.ErrorEnvelope = FakeErrorEnvelope.Err);

        ReceivedResponse answer = await setup.GetAsync("user_id=1");

        Assert.Equal(400, answer.Json.GetProperty("status").GetInt32());
        Assert.Contains("exactly one", answer.Err, StringComparison.Ordinal);
        Assert.Null(answer.Message);
    }
}
