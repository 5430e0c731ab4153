using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Rules;
using Xunit;
using Verify = Figma.Payments.Generators.Tests.CodeFixes.VerifyFix<Figma.Payments.Generators.Rules.Calls.CallAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.RequestMustSpecifyOneResourceFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Calls;

/// <summary>FPG2002.</summary>
public sealed class RequestMustSpecifyOneResourceFixTests
{
    [Theory]
    [InlineData("communityFileId", "user, communityFileId: file")]
    [InlineData("pluginId", "user, pluginId: plugin")]
    [InlineData("widgetId", "user, widgetId: widget")]
    public Task Each_id_that_is_given_has_an_action_that_keeps_it_alone(string kept, string after) =>
        AppliesAsync(kept, "user, communityFileId: file, pluginId: plugin, widgetId: widget", after);

    [Theory]
    [InlineData("user, file, plugin", "user, pluginId: plugin")]
    [InlineData("user, file, plugin, widget, CancellationToken.None", "user, pluginId: plugin, cancellationToken: CancellationToken.None")]
    [InlineData("user, null, plugin, widget", "user, pluginId: plugin")]
    [InlineData("widgetId: widget, userId: user, pluginId: plugin", "userId: user, pluginId: plugin")]
    [InlineData("user, cancellationToken: default, widgetId: widget, pluginId: plugin", "user, cancellationToken: default, pluginId: plugin")]
    [InlineData("user, maybe, plugin, widget", "user, pluginId: plugin")]
    public Task What_stood_by_position_gets_its_name_and_the_order_stays(string before, string after) => AppliesAsync("pluginId", before, after);

    [Theory]
    [InlineData("\n            user,              // who\n            pluginId: plugin,  // the plugin\n            widgetId: widget   // the widget\n        ", "\n            user,              // who\n            pluginId: plugin  // the plugin\n        ")]
    [InlineData("\n            user,\n            widgetId: widget,  // the widget\n            pluginId: plugin   // the plugin\n        ", "\n            user,\n            pluginId: plugin   // the plugin\n        ")]
    [InlineData("\n            user,\n            pluginId: plugin,\n            widgetId: widget", "\n            user,\n            pluginId: plugin")]
    [InlineData("user, /* p */ pluginId: plugin /* q */, /* w */ widgetId: widget", "user, /* p */ pluginId: plugin /* q */")]
    [InlineData("user, widgetId: widget, pluginId: plugin /* kept */", "user, pluginId: plugin /* kept */")]
    public Task Formatting_and_comments_of_what_stays_survive(string before, string after) => AppliesAsync("pluginId", before, after);

    [Fact]
    public Task An_id_without_a_default_value_becomes_null() => AppliesAsync("pluginId", "user, plugin, /* w */ widget", "user, plugin, /* w */ null", "demanding", "AskAsync");

    [Fact]
    public Task A_conditional_call_is_mended_like_any_other() => AppliesAsync("pluginId", "user, pluginId: plugin, widgetId: widget", "user, pluginId: plugin", "payments?");

    // Only the typed question has this return type here, so that the compiler itself says which is called.
    [Fact]
    public Task What_is_left_is_the_typed_overloads_call() => Verify.AppliesAsync(
        "FPG2002.pluginId",
        Overloaded("{|CS0029:asked.{|FPG2002:AskAsync|}(user, pluginId: plugin, widgetId: widget)|}"),
        Overloaded("asked.AskAsync(user, pluginId: plugin)"));

    private static Task AppliesAsync(string kept, string before, string after, string receiver = "payments", string method = "GetPaymentsAsync") =>
        Verify.AppliesAsync("FPG2002." + kept, Source($"{receiver}.{{|FPG2002:{method}|}}({before})"), Source($"{receiver}.{method}({after})"));

    private static string Source(string call) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            object Ask(IPayments payments, IDemanding demanding, UserId user, CommunityFileId file, CommunityFileId? maybe, PluginId plugin, WidgetId widget) => {{call}};
        }

        [PaymentsClient] public partial interface IPayments
        {
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, PluginId pluginId, CancellationToken cancellationToken = default);
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);
        }

        [PaymentsClient] public partial interface IDemanding
        {
            Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId, WidgetId? widgetId);
        }
        """;

    private static string Overloaded(string call) => $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            Task<PaymentStatus> Ask(IAsked asked, UserId user, PluginId plugin, WidgetId widget) => {{call}};
        }

        [PaymentsClient] public partial interface IAsked
        {
            Task<PaymentStatus> AskAsync(UserId userId, PluginId pluginId);
            Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }
        """;
}
