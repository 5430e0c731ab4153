using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.RequestMustSpecifyResourceFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Calls;

/// <summary>FPG2001.</summary>
public sealed class RequestMustSpecifyResourceFixTests
{
    [Theory]
    [InlineData("pluginId", """pluginId: new PluginId({|FPG2005:"your plugin ID"|})""")]
    [InlineData("widgetId", """widgetId: new WidgetId({|FPG2005:"your widget ID"|})""")]
    [InlineData("communityFileId", """communityFileId: new CommunityFileId({|FPG2005:"your Community file ID"|})""")]
    public Task Each_resource_parameter_has_an_action_that_specifies_a_placeholder(string name, string specified) =>
        VerifyCodeFixAsync(name, "payments.{|FPG2001:GetPaymentsAsync|}(user)", $"payments.GetPaymentsAsync(user, {specified})");

    [Theory]
    [InlineData("PluginId pluginId", "pluginId")]
    [InlineData("PluginId glyphs", "glyphs")]
    [InlineData("PluginId other, PluginId pluginId", "pluginId")]
    public Task Id_in_scope_is_specified(string parameters, string expected) =>
        VerifyCodeFixAsync("pluginId", "payments.{|FPG2001:GetPaymentsAsync|}(user)", $"payments.GetPaymentsAsync(user, pluginId: {expected})", ", " + parameters);

    [Theory]
    [InlineData("PluginId? pluginId")]
    [InlineData("PluginId one, PluginId two")]
    [InlineData("WidgetId widget")]
    [InlineData("ResourceId pluginId")]
    public Task Nullable_ambiguous_or_unrelated_value_in_scope_is_not_specified(string parameters) =>
        VerifyCodeFixAsync("pluginId", "payments.{|FPG2001:GetPaymentsAsync|}(user)", """payments.GetPaymentsAsync(user, pluginId: new PluginId({|FPG2005:"your plugin ID"|}))""", ", " + parameters);

    [Theory]
    [InlineData("user, pluginId: null", "user, pluginId: plugin")]
    [InlineData("user, null, /* p */ null /* q */, null", "user, null, /* p */ plugin /* q */, null")]
    [InlineData("pluginId: default, userId: user", "pluginId: plugin, userId: user")]
    public Task Existing_argument_is_replaced(string before, string after) =>
        VerifyCodeFixAsync("pluginId", $"flat.{{|FPG2001:GetAsync|}}({before})", $"flat.GetAsync({after})", ", IFlat flat, PluginId plugin");

    [Theory]
    [InlineData("CommunityFileId? file; ", "communityFileId: file = null")]
    [InlineData("", "communityFileId: new object() is var file ? null : null")]
    public Task Existing_argument_that_declares_or_assigns_a_variable_is_not_replaced(string declaration, string argument) => VerifyCS.VerifyNoCodeFixAsync(
        $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            object Run(IFiles files, UserId user) { {{declaration}}var run = files.{|FPG2001:GetAsync|}(user, {{argument}}); return (run, file); }
        }

        [PaymentsClient] public partial interface IFiles
        {
            Task<PaymentInformation> GetAsync(UserId userId, CommunityFileId? communityFileId = null);
        }
        """);

    [Theory]
    [InlineData("user, cancellationToken: default", "user, pluginId: plugin, cancellationToken: default")]
    [InlineData("/* the user */ user /* kept */", "/* the user */ user, pluginId: plugin /* kept */")]
    [InlineData("userId: user", "userId: user, pluginId: plugin")]
    [InlineData("\n            user", "\n            user,\n            pluginId: plugin")]
    [InlineData("\n            user, // the user\n            cancellationToken: default", "\n            user, // the user\n            pluginId: plugin,\n            cancellationToken: default")]
    public Task Other_arguments_keep_their_order_formatting_and_comments(string before, string after) =>
        VerifyCodeFixAsync("pluginId", $"payments.{{|FPG2001:GetPaymentsAsync|}}({before})", $"payments.GetPaymentsAsync({after})", ", PluginId plugin");

    [Theory]
    [InlineData("plugin_id", """text.{|FPG2001:GetAsync|}("1")""", """text.GetAsync("1", plugin_id: {|FPG2005:"your plugin ID"|})""")]
    [InlineData("class", "keyword.{|FPG2001:GetAsync|}(user)", """keyword.GetAsync(user, @class: new PluginId({|FPG2005:"your plugin ID"|}))""")]
    public Task Strings_and_keyword_names_are_specified(string name, string before, string after) =>
        VerifyCodeFixAsync(name, before, after, ", IText text, IKeyword keyword");

    [Theory]
    [InlineData("long userId, long? pluginId = null", "1")]
    [InlineData("UserId userId, ResourceId? resourceId = null", "new UserId(1)")]
    public Task Number_and_ResourceId_have_no_placeholder(string parameters, string user) => VerifyCS.VerifyNoCodeFixAsync(
        $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            object Run(IFlat flat) => flat.{|FPG2001:GetAsync|}({{user}});
        }

        [PaymentsClient] public partial interface IFlat
        {
            Task<PaymentInformation> GetAsync({{parameters}});
        }
        """);

    [Fact]
    public Task File_without_a_using_directive_gets_the_full_type_name() =>
        VerifyCS.VerifyCodeFixAsync(WithoutUsing("{|FPG2001:GetAsync|}(user)"), WithoutUsing("GetAsync(user, pluginId: new Figma.Payments.PluginId({|FPG2005:\"your plugin ID\"|}))"), "FPG2001.pluginId");

    [Fact]
    public Task Conditional_call_is_fixed() =>
        VerifyCodeFixAsync("pluginId", "payments?.{|FPG2001:GetPaymentsAsync|}(user)", "payments?.GetPaymentsAsync(user, pluginId: plugin)", ", PluginId plugin");

    [Fact]
    public Task Arguments_with_a_directive_have_no_fix() => VerifyCS.VerifyNoCodeFixAsync(Source("payments.{|FPG2001:GetPaymentsAsync|}(user\n#if OTHER\n, pluginId: plugin\n#endif\n)", ", PluginId plugin"));

    private static Task VerifyCodeFixAsync(string name, string before, string after, string parameters = "") =>
        VerifyCS.VerifyCodeFixAsync(Source(before, parameters), Source(after, parameters), "FPG2001." + name);

    private static string Source(string call, string parameters) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            object Run(IPayments payments, UserId user{{parameters}}) => {{call}};
        }

        [PaymentsClient] public partial interface IPayments
        {
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, PluginId pluginId, CancellationToken cancellationToken = default);
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);
        }

        [PaymentsClient] public partial interface IFlat
        {
            Task<PaymentInformation> GetAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        [PaymentsClient] public partial interface IText
        {
            Task<PaymentInformation> GetAsync(string user_id, string? plugin_id = null, string? widget_id = null);
        }

        [PaymentsClient] public partial interface IKeyword
        {
            Task<PaymentInformation> GetAsync(UserId userId, PluginId? @class = null);
        }
        """.Replace("string?", "string");

    private static string WithoutUsing(string call) => $$"""
        class Access
        {
            object Run(Figma.Payments.IFlat flat, Figma.Payments.UserId user) => flat.{{call}};
        }

        namespace Figma.Payments
        {
            [PaymentsClient] public partial interface IFlat
            {
                System.Threading.Tasks.Task<PaymentInformation> GetAsync(UserId userId, PluginId? pluginId = null);
            }
        }
        """;
}
