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
    public async Task Every_kind_goes_through_every_purchase(ResourceType type, string wireName)
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
            ReceivedResponse answer = await setup.GetAsync(query);
            Assert.Equal((200, status, date), (answer.Status, answer.PaymentStatus, answer.DateOfPurchase));
            Assert.Equal(setup.Ada.Value, answer.Meta.GetProperty("user_id").GetString());
            Assert.Equal(resource.Value, answer.Meta.GetProperty("resource_id").GetString());
            Assert.Equal(wireName, answer.Meta.GetProperty("resource_type").GetString());
        }
    }

    [Fact]
    public async Task The_body_is_the_documented_one_to_the_letter()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        setup.Fake.Pay(setup.Ada, setup.Plugin);

        ReceivedResponse answer = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal(
            $$$"""{"status":200,"error":false,"meta":{"user_id":"{{{setup.Ada}}}","resource_id":"{{{setup.Plugin}}}","resource_type":"PLUGIN","payment_status":{"type":"PAID"},"date_of_purchase":"{{{Now}}}"}}""",
            answer.Body);
    }

    [Theory]
    [InlineData(FakeStatusSpelling.Type, """{"type":"TRIAL"}""")]
    [InlineData(FakeStatusSpelling.Status, """{"status":"TRIAL"}""")]
    [InlineData(FakeStatusSpelling.Both, """{"type":"TRIAL","status":"TRIAL"}""")]
    public async Task The_status_is_spelled_as_the_options_say(FakeStatusSpelling spelling, string expected)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, options => options.StatusSpelling = spelling);
        setup.Fake.StartTrial(setup.Ada, setup.Plugin);

        ReceivedResponse answer = await setup.GetAsync(setup.AdaAndPlugin);

        Assert.Equal(expected, answer.Meta.GetProperty("payment_status").GetRawText());
    }

    [Fact]
    public async Task What_one_has_bought_is_not_bought_for_another_user_or_resource()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        UserId bob = setup.Fake.AddUser();
        PluginId other = setup.Fake.AddPlugin();

        setup.Fake.Pay(setup.Ada, setup.Plugin);

        Assert.Equal("UNPAID", (await setup.GetAsync($"user_id={bob}&plugin_id={setup.Plugin}")).PaymentStatus);
        Assert.Equal("UNPAID", (await setup.GetAsync($"user_id={setup.Ada}&plugin_id={other}")).PaymentStatus);
    }

    [Fact]
    public async Task The_same_number_as_a_plugin_and_as_a_widget_is_two_resources()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        PluginId plugin = setup.Fake.AddPlugin(new PluginId("77"));
        WidgetId widget = setup.Fake.AddWidget(new WidgetId("77"));

        setup.Fake.Pay(setup.Ada, plugin);

        Assert.Equal("PAID", (await setup.GetAsync($"user_id={setup.Ada}&plugin_id={plugin}")).PaymentStatus);
        Assert.Equal("UNPAID", (await setup.GetAsync($"user_id={setup.Ada}&widget_id={widget}")).PaymentStatus);
    }

    [Fact]
    [SuppressMessage("Figma.Payments.Call", "FPG2005", Justification = "An id with letters in it is what is tested.")]
    public async Task Ids_are_compared_to_the_letter()
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        UserId user = setup.Fake.AddUser(new UserId("Ünïq+ue"));

        Assert.Equal(200, (await setup.GetAsync($"user_id={Uri.EscapeDataString(user.Value)}&plugin_id={setup.Plugin}")).Status);
        Assert.Equal(404, (await setup.GetAsync($"user_id={Uri.EscapeDataString("ünïq+ue")}&plugin_id={setup.Plugin}")).Status);
        Assert.Equal(404, (await setup.GetAsync($"user_id={Uri.EscapeDataString("Ünïq ue")}&plugin_id={setup.Plugin}")).Status);
    }

    [Fact]
    public void Made_up_ids_are_the_same_in_every_run_have_19_digits_and_survive_as_no_double()
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
    public void A_made_up_id_is_never_one_that_is_there()
    {
        UserId next = new FakeFigmaPayments().AddUser();
        FakeFigmaPayments fake = new();
        fake.AddUser(next);

        Assert.NotEqual(next, fake.AddUser());
    }

    [Fact]
    public void What_cannot_be_is_refused_at_once()
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
