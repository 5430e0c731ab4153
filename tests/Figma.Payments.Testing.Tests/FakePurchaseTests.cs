using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakePurchaseTests
{
    private const string Now = "2024-03-01T12:34:56.789Z";

    [Theory]
    [InlineData(ResourceType.Plugin, "PLUGIN")]
    [InlineData(ResourceType.Widget, "WIDGET")]
    [InlineData(ResourceType.CommunityFile, "COMMUNITY_FILE")]
    public async Task Payment_status_and_date_follow_the_purchases_of_each_resource_type(ResourceType type, string wireName)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        ResourceId resource = type switch
        {
            ResourceType.Plugin => setup.Plugin,
            ResourceType.Widget => setup.Widget,
            _ => setup.File,
        };

        string query = $"user_id={setup.Ada}&{wireName.ToLowerInvariant()}_id={resource.Value}";

        await ExpectAsync("UNPAID", null);

        setup.Fake.StartTrial(setup.Ada, resource);
        await ExpectAsync("TRIAL", null);

        setup.Fake.EndSubscription(setup.Ada, resource);
        await ExpectAsync("UNPAID", null);

        setup.Fake.Pay(setup.Ada, resource);
        await ExpectAsync("PAID", Now);

        setup.Fake.Refund(setup.Ada, resource);
        await ExpectAsync("UNPAID", Now);

        setup.Fake.Pay(setup.Ada, resource, new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
        await ExpectAsync("PAID", "2025-01-02T01:04:05.000Z");

        setup.Fake.EndSubscription(setup.Ada, resource);
        await ExpectAsync("UNPAID", "2025-01-02T01:04:05.000Z");

        setup.Fake.StartTrial(setup.Ada, resource);
        await ExpectAsync("TRIAL", "2025-01-02T01:04:05.000Z");

        async Task ExpectAsync(string status, string? date)
        {
            ReceivedResponse response = await setup.GetAsync(query);
            Assert.Equal((200, status, date), (response.Status, response.PaymentStatus, response.DateOfPurchase));
            Assert.Equal(setup.Ada.Value, response.Meta.GetProperty("user_id").GetString());
            Assert.Equal(resource.Value, response.Meta.GetProperty("resource_id").GetString());
            Assert.Equal(wireName, response.Meta.GetProperty("resource_type").GetString());
        }
    }

    [Fact]
    public async Task Body_is_exactly_the_documented_one()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        setup.Fake.Pay(setup.Ada, setup.Plugin);

        ReceivedResponse response = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal(
            $$$"""{"status":200,"error":false,"meta":{"user_id":"{{{setup.Ada}}}","resource_id":"{{{setup.Plugin}}}","resource_type":"PLUGIN","payment_status":{"type":"PAID"},"date_of_purchase":"{{{Now}}}"}}""",
            response.Body);
    }

    [Theory]
    [InlineData(FakeStatusSpelling.Type, """{"type":"TRIAL"}""")]
    [InlineData(FakeStatusSpelling.Status, """{"status":"TRIAL"}""")]
    [InlineData(FakeStatusSpelling.Both, """{"type":"TRIAL","status":"TRIAL"}""")]
    public async Task Status_spelling_can_be_configured(FakeStatusSpelling spelling, string expected)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.StatusSpelling = spelling);
        setup.Fake.StartTrial(setup.Ada, setup.Plugin);

        ReceivedResponse response = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal(expected, response.Meta.GetProperty("payment_status").GetRawText());
    }

    [Fact]
    public async Task Purchase_applies_to_one_user_and_one_resource()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        UserId bob = setup.Fake.AddUser();
        PluginId other = setup.Fake.AddPlugin();

        setup.Fake.Pay(setup.Ada, setup.Plugin);

        Assert.Equal("UNPAID", (await setup.GetAsync($"user_id={bob}&plugin_id={setup.Plugin}")).PaymentStatus);
        Assert.Equal("UNPAID", (await setup.GetAsync($"user_id={setup.Ada}&plugin_id={other}")).PaymentStatus);
    }

    [Fact]
    public async Task Plugin_and_widget_with_the_same_ID_are_different_resources()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        PluginId plugin = setup.Fake.AddPlugin(new PluginId("77"));
        WidgetId widget = setup.Fake.AddWidget(new WidgetId("77"));

        setup.Fake.Pay(setup.Ada, plugin);

        Assert.Equal("PAID", (await setup.GetAsync($"user_id={setup.Ada}&plugin_id={plugin}")).PaymentStatus);
        Assert.Equal("UNPAID", (await setup.GetAsync($"user_id={setup.Ada}&widget_id={widget}")).PaymentStatus);
    }

    [Fact]
    [SuppressMessage("Figma.Payments.Calls", "FPG2005", Justification = "The test is about an ID that contains letters.")]
    public async Task IDs_are_compared_exactly()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        UserId user = setup.Fake.AddUser(new UserId("Uniq+ue"));

        Assert.Equal(200, (await setup.GetAsync($"user_id={Uri.EscapeDataString(user.Value)}&plugin_id={setup.Plugin}")).Status);
        Assert.Equal(404, (await setup.GetAsync($"user_id={Uri.EscapeDataString("uniq+ue")}&plugin_id={setup.Plugin}")).Status);
        Assert.Equal(404, (await setup.GetAsync($"user_id={Uri.EscapeDataString("Uniq ue")}&plugin_id={setup.Plugin}")).Status);
    }

    [Fact]
    public void Generated_IDs_are_reproducible_and_change_if_converted_to_double()
    {
        FakeFigmaPayments first = new();
        FakeFigmaPayments second = new();

        for (int i = 0; i < 2_000; i++)
        {
            foreach ((string id, string again) in ((string, string)[])
                [
                    (first.AddUser().Value, second.AddUser().Value),
                    (first.AddPlugin().Value, second.AddPlugin().Value),
                    (first.AddWidget().Value, second.AddWidget().Value),
                    (first.AddCommunityFile().Value, second.AddCommunityFile().Value),
                ])
            {
                long number = long.Parse(id, CultureInfo.InvariantCulture);
                Assert.Equal(id, again);
                Assert.Equal(19, id.Length);
                Assert.NotEqual(number, (long)(double)number);
            }
        }
    }

    [Fact]
    public void Generated_ID_does_not_collide_with_an_existing_ID()
    {
        UserId next = new FakeFigmaPayments().AddUser();
        FakeFigmaPayments fake = new();
        fake.AddUser(next);

        Assert.NotEqual(next, fake.AddUser());
    }

    [Fact]
    public void Invalid_arguments_are_rejected()
    {
        FakeFigmaPayments fake = new();
        UserId ada = fake.AddUser();
        PluginId plugin = fake.AddPlugin();
        CommunityFileId file = fake.AddCommunityFile();

        Assert.Throws<ArgumentException>(() => fake.AddUser(ada));
        Assert.Throws<ArgumentException>(() => fake.AddPlugin(plugin, isOwned: false));
        Assert.Throws<InvalidOperationException>(() => fake.AddPlugin(default(PluginId)));
        Assert.Throws<ArgumentException>(() => fake.Pay(new UserId(1), plugin));
        Assert.Throws<ArgumentException>(() => fake.Pay(ada, new WidgetId(plugin.Value)));
        Assert.Throws<InvalidOperationException>(() => fake.Refund(ada, plugin));
        Assert.Throws<InvalidOperationException>(() => fake.EndSubscription(ada, plugin));
        Assert.Throws<ArgumentException>(() => fake.IssuePaymentToken(ada, file));
        Assert.Throws<ArgumentException>(() => fake.IssuePaymentToken(new UserId(1), plugin));

        fake.StartTrial(ada, plugin);
        Assert.Throws<InvalidOperationException>(() => fake.Refund(ada, plugin));
    }
}
