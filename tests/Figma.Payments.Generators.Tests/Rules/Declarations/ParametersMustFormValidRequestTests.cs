using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>FPG1006.</summary>
public sealed class ParametersMustFormValidRequestTests
{
    private const string BothWays = "it asks both ways at once: plugin_payment_token goes alone. Make two methods of it";

    [Theory]
    [InlineData("", "it has no way to ask: it needs a PluginPaymentToken, or a UserId and a resource id")]
    [InlineData("CancellationToken c", "it has no way to ask: it needs a PluginPaymentToken, or a UserId and a resource id")]
    [InlineData("PluginPaymentToken t, UserId u", BothWays)]
    [InlineData("PluginPaymentToken t, PluginId p", BothWays)]
    [InlineData("PluginPaymentToken? t, UserId? u = null, PluginId? p = null", BothWays)]
    [InlineData("PluginPaymentToken? t = null", "its parameter 't' can be left out, and no question goes without: take its default value away")]
    [InlineData("UserId? u = null, PluginId? p = null", "its parameter 'u' can be left out, and no question goes without: take its default value away")]
    [InlineData("UserId u = default, PluginId? p = null", "its parameter 'u' can be left out, and no question goes without: take its default value away")]
    [InlineData("PluginId p", "it has a resource and no user_id to ask about")]
    [InlineData("ResourceId? r", "it has a resource and no user_id to ask about")]
    [InlineData("UserId u", "it has a user_id and no resource: it needs exactly one of community_file_id, plugin_id and widget_id, or a pinned resource on the interface")]
    [InlineData("UserId u, PluginId p, WidgetId w", "it requires p and w, and Figma wants exactly one of community_file_id, plugin_id and widget_id")]
    [InlineData("UserId u, ResourceId r, PluginId p", "it requires r and p, and Figma wants exactly one of community_file_id, plugin_id and widget_id")]
    [InlineData("string user_id, string plugin_id, long widget_id", "it requires plugin_id and widget_id, and Figma wants exactly one of community_file_id, plugin_id and widget_id")]
    [InlineData("UserId u, CommunityFileId f, PluginId? p, WidgetId w", "it requires f and w, and Figma wants exactly one of community_file_id, plugin_id and widget_id")]
    [InlineData("UserId u, PluginId p = default", "its parameter 'p' can be left out, and is then no id at all: make it nullable, or take its default value away")]
    [InlineData("UserId u, PluginId? p = null, WidgetId w = default(WidgetId)", "its parameter 'w' can be left out, and is then no id at all: make it nullable, or take its default value away")]
    public async Task A_method_that_can_never_be_right_is_pointed_at(string parameters, string reason) =>
        await Verify.ReportsAsync(
            $$"""[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> {|FPG1006:AskAsync|}({{parameters}}); }""",
            "The parameters of 'AskAsync' don't form a valid request because " + reason);

    [Theory]
    [InlineData("", "it has no way to ask: it needs a PluginPaymentToken, or a UserId")]
    [InlineData("UserId u, PluginId p", "its parameter 'p' stands beside the resource that the interface is pinned to")]
    [InlineData("UserId u, WidgetId? w = null", "its parameter 'w' stands beside the resource that the interface is pinned to")]
    [InlineData("PluginPaymentToken t, UserId u", BothWays)]
    [InlineData("PluginId p", "it has a resource and no user_id to ask about")]
    public async Task A_pinned_client_is_asked_about_nothing_else(string parameters, string reason) =>
        await Verify.ReportsAsync(
            $$"""[PaymentsClient(PluginId = "1")] public partial interface IGlyph { Task<PaymentStatus> {|FPG1006:AskAsync|}({{parameters}}); }""",
            "The parameters of 'AskAsync' don't form a valid request because " + reason);

    [Fact]
    public async Task A_call_is_not_told_to_supply_what_a_pinned_client_may_not_have() =>
        await Verify.ReportsWhereMarkedAsync(Consumer.Of(
            """
            [PaymentsClient(PluginId = "1")] public partial interface IGlyph { Task<PaymentStatus> {|FPG1006:AskAsync|}(UserId u, WidgetId? w = null); }
            public interface IBase { Task<PaymentStatus> AskAsync(UserId u, WidgetId? w = null); }
            [PaymentsClient(PluginId = "1")] public partial interface {|FPG1006:IDice|} : IBase { }

            public static class Code
            {
                public static Task RunAsync(IGlyph glyph, UserId user) => glyph.AskAsync(user);
                public static Task RunAsync(IDice dice, UserId user) => dice.AskAsync(user);
            }
            """));

    [Fact]
    public async Task A_client_of_a_Community_file_is_asked_about_no_token() =>
        await Verify.ReportsAsync(
            "[PaymentsClient(CommunityFileId = \"1\")] public partial interface IGlyph { Task<PaymentStatus> {|FPG1006:AskAsync|}(PluginPaymentToken t); }",
            "The parameters of 'AskAsync' don't form a valid request because a payment token names a plugin or a widget, and the interface is pinned to a Community file");

    [Theory]
    [InlineData("", "PluginPaymentToken t")]
    [InlineData("", "PluginPaymentToken? t")]
    [InlineData("", "string userId = \"7\", string? pluginId = null")]
    [InlineData("", "UserId u, ResourceId r")]
    [InlineData("", "UserId u, PluginId? p")]
    [InlineData("", "UserId u, PluginId p, WidgetId? w = null")]
    [InlineData("", "string userId, string? pluginId, string? widgetId")]
    [InlineData("PluginId = \"1\"", "UserId u")]
    [InlineData("WidgetId = \"1\"", "PluginPaymentToken t")]
    public async Task A_method_that_some_call_gets_right_is_right(string arguments, string parameters) =>
        await Verify.GeneratesAsync(
            $$"""[PaymentsClient({{arguments}})] public partial interface IGlyph { Task<PaymentInformation> AskAsync({{parameters}}); }""",
            "IGlyph.g.cs");

    [Fact]
    public async Task Text_without_nullable_annotations_may_be_left_out() =>
        await Verify.GeneratesAsync(
            """
            #nullable disable
            [PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> AskAsync(string userId, string pluginId, string widgetId); }
            """,
            "IGlyph.g.cs");
}
