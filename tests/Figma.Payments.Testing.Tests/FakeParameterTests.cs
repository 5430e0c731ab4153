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
    public async Task Four_of_32_parameter_combinations_are_valid_and_the_others_get_400(int combination)
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

        ReceivedResponse response = await setup.GetAsync(string.Join('&', parameters));

        if (combination is Token or (User | File) or (User | Plugin) or (User | Widget))
        {
            Assert.Equal(200, response.Status);
            return;
        }

        Assert.Equal(400, response.Status);
        Assert.True(response.Json.GetProperty("error").GetBoolean());
        Assert.Contains("plugin_id", response.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(setup.Ada.Value, response.Body, StringComparison.Ordinal);
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
    public async Task Message_of_a_400_response_explains_the_problem(string query, string expected)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);

        ReceivedResponse response = await setup.GetAsync(query);

        Assert.Equal(400, response.Status);
        Assert.Contains(expected, response.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Resource_of_another_account_gets_the_configured_status(int status)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.ForeignResourceStatus = status);

        ReceivedResponse byIds = await setup.GetAsync($"user_id={setup.Ada}&plugin_id={setup.ForeignPlugin}");
        ReceivedResponse byToken = await setup.GetByTokenAsync(setup.Fake.IssuePaymentToken(setup.Ada, setup.ForeignPlugin));

        Assert.Equal((status, status), (byIds.Status, byToken.Status));
    }

    [Fact]
    public async Task Error_envelope_can_be_configured()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.ErrorEnvelope = FakeErrorEnvelope.Err);

        ReceivedResponse response = await setup.GetAsync("user_id=1");

        Assert.Equal(400, response.Json.GetProperty("status").GetInt32());
        Assert.Contains("exactly one", response.Err, StringComparison.Ordinal);
        Assert.Null(response.Message);
    }
}
