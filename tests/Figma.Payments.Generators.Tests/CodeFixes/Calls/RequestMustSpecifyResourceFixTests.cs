using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Rules;
using Xunit;
using Verify = Figma.Payments.Generators.Tests.CodeFixes.VerifyFix<Figma.Payments.Generators.Rules.Calls.CallAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.RequestMustSpecifyResourceFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Calls;

/// <summary>FPG2001.</summary>
public sealed class RequestMustSpecifyResourceFixTests
{
    [Theory]
    [InlineData("pluginId", """pluginId: new PluginId("the plugin's id")""")]
    [InlineData("widgetId", """widgetId: new WidgetId("the widget's id")""")]
    [InlineData("communityFileId", """communityFileId: new CommunityFileId("the Community file's id")""")]
    public Task Each_id_has_an_action_that_supplies_a_placeholder_which_no_id_can_be(string name, string supplied) =>
        AppliesAsync(name, "payments.{|FPG2001:GetPaymentsAsync|}(user)", $"payments.GetPaymentsAsync(user, {supplied})");

    [Theory]
    [InlineData("PluginId pluginId", "pluginId")]
    [InlineData("PluginId glyphs", "glyphs")]
    [InlineData("PluginId other, PluginId pluginId", "pluginId")]
    public Task An_id_that_is_at_hand_is_supplied(string parameters, string expected) =>
        AppliesAsync("pluginId", "payments.{|FPG2001:GetPaymentsAsync|}(user)", $"payments.GetPaymentsAsync(user, pluginId: {expected})", ", " + parameters);

    [Theory]
    [InlineData("PluginId? pluginId")]
    [InlineData("PluginId one, PluginId two")]
    [InlineData("WidgetId widget")]
    [InlineData("ResourceId pluginId")]
    public Task What_may_be_null_or_is_ambiguous_or_of_another_kind_is_not_supplied(string parameters) =>
        AppliesAsync("pluginId", "payments.{|FPG2001:GetPaymentsAsync|}(user)", """payments.GetPaymentsAsync(user, pluginId: new PluginId("the plugin's id"))""", ", " + parameters);

    [Theory]
    [InlineData("user, pluginId: null", "user, pluginId: plugin")]
    [InlineData("user, null, /* p */ null /* q */, null", "user, null, /* p */ plugin /* q */, null")]
    [InlineData("pluginId: default, userId: user", "pluginId: plugin, userId: user")]
    public Task An_argument_that_is_there_is_replaced_where_it_stands(string before, string after) =>
        AppliesAsync("pluginId", $"asked.{{|FPG2001:AskAsync|}}({before})", $"asked.AskAsync({after})", ", IAsked asked, PluginId plugin");

    [Theory]
    [InlineData("user, cancellationToken: default", "user, pluginId: plugin, cancellationToken: default")]
    [InlineData("/* who */ user /* kept */", "/* who */ user, pluginId: plugin /* kept */")]
    [InlineData("userId: user", "userId: user, pluginId: plugin")]
    [InlineData("\n            user", "\n            user,\n            pluginId: plugin")]
    [InlineData("\n            user, // who\n            cancellationToken: default", "\n            user, // who\n            pluginId: plugin,\n            cancellationToken: default")]
    public Task Order_formatting_and_comments_of_the_other_arguments_survive(string before, string after) =>
        AppliesAsync("pluginId", $"payments.{{|FPG2001:GetPaymentsAsync|}}({before})", $"payments.GetPaymentsAsync({after})", ", PluginId plugin");

    [Theory]
    [InlineData("plugin_id", "text.{|FPG2001:AskAsync|}(\"1\")", "text.AskAsync(\"1\", plugin_id: \"the plugin's id\")")]
    [InlineData("class", "keyword.{|FPG2001:AskAsync|}(user)", "keyword.AskAsync(user, @class: new PluginId(\"the plugin's id\"))")]
    public Task Text_and_keywords_as_names_are_supplied_too(string name, string before, string after) =>
        AppliesAsync(name, before, after, ", IText text, IKeyword keyword");

    [Theory]
    [InlineData("long userId, long? pluginId = null", "1")]
    [InlineData("UserId userId, ResourceId? resourceId = null", "new UserId(1)")]
    public Task A_number_and_a_resource_of_any_kind_have_no_placeholder_that_would_stand_out(string parameters, string user) => Verify.IsSilentAsync(
        $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            object Ask(IAsked asked) => asked.{|FPG2001:AskAsync|}({{user}});
        }

        [PaymentsClient] public partial interface IAsked
        {
            Task<PaymentInformation> AskAsync({{parameters}});
        }
        """);

    [Fact]
    public Task What_a_static_method_cannot_use_is_not_at_hand() => Verify.AppliesAsync(
        "FPG2001.pluginId",
        """
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            PluginId glyphs;

            static object Ask(IAsked asked, UserId user) => asked.{|FPG2001:AskAsync|}(user);
        }

        [PaymentsClient] public partial interface IAsked
        {
            Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId = null);
        }
        """,
        """
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            PluginId glyphs;

            static object Ask(IAsked asked, UserId user) => asked.AskAsync(user, pluginId: new PluginId("the plugin's id"));
        }

        [PaymentsClient] public partial interface IAsked
        {
            Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId = null);
        }
        """);

    [Fact]
    public Task A_file_without_the_using_gets_the_types_full_name() =>
        Verify.AppliesAsync("FPG2001.pluginId", WithoutUsing("{|FPG2001:AskAsync|}(user)"), WithoutUsing("AskAsync(user, pluginId: new Figma.Payments.PluginId(\"the plugin's id\"))"));

    [Fact]
    public Task A_conditional_call_is_mended_like_any_other() =>
        AppliesAsync("pluginId", "payments?.{|FPG2001:GetPaymentsAsync|}(user)", "payments?.GetPaymentsAsync(user, pluginId: plugin)", ", PluginId plugin");

    private static Task AppliesAsync(string name, string before, string after, string parameters = "") =>
        Verify.AppliesAsync("FPG2001." + name, Source(before, parameters), Source(after, parameters));

    private static string Source(string call, string parameters) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            object Ask(IPayments payments, UserId user{{parameters}}) => {{call}};
        }

        [PaymentsClient] public partial interface IPayments
        {
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, PluginId pluginId, CancellationToken cancellationToken = default);
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);
        }

        [PaymentsClient] public partial interface IAsked
        {
            Task<PaymentInformation> AskAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        [PaymentsClient] public partial interface IText
        {
            Task<PaymentInformation> AskAsync(string user_id, string? plugin_id = null, string? widget_id = null);
        }

        [PaymentsClient] public partial interface IKeyword
        {
            Task<PaymentInformation> AskAsync(UserId userId, PluginId? @class = null);
        }
        """.Replace("string?", "string");

    private static string WithoutUsing(string call) => $$"""
        class Access
        {
            object Ask(Figma.Payments.IAsked asked, Figma.Payments.UserId user) => asked.{{call}};
        }

        namespace Figma.Payments
        {
            [PaymentsClient] public partial interface IAsked
            {
                System.Threading.Tasks.Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId = null);
            }
        }
        """;
}
