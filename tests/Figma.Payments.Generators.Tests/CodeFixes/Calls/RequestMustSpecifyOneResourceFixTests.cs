using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.RequestMustSpecifyOneResourceFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Calls;

/// <summary>FPG2002.</summary>
public sealed class RequestMustSpecifyOneResourceFixTests
{
    [Theory]
    [InlineData("communityFileId", "user, communityFileId: file")]
    [InlineData("pluginId", "user, pluginId: plugin")]
    [InlineData("widgetId", "user, widgetId: widget")]
    public Task Each_specified_id_has_an_action_that_keeps_only_it(string kept, string after) =>
        VerifyCodeFixAsync(kept, "user, communityFileId: file, pluginId: plugin, widgetId: widget", after);

    [Theory]
    [InlineData("user, file, plugin", "user, pluginId: plugin")]
    [InlineData("user, file, plugin, widget, CancellationToken.None", "user, pluginId: plugin, cancellationToken: CancellationToken.None")]
    [InlineData("user, null, plugin, widget", "user, pluginId: plugin")]
    [InlineData("widgetId: widget, userId: user, pluginId: plugin", "userId: user, pluginId: plugin")]
    [InlineData("user, cancellationToken: default, widgetId: widget, pluginId: plugin", "user, cancellationToken: default, pluginId: plugin")]
    [InlineData("user, maybe, plugin, widget", "user, pluginId: plugin")]
    [InlineData("user, null, (plugin), (widget)", "user, pluginId: (plugin)")]
    [InlineData("user, (file), (plugin), cancellationToken: (default)", "user, pluginId: (plugin), cancellationToken: (default)")]
    public Task Remaining_positional_arguments_become_named_and_keep_their_order(string before, string after) => VerifyCodeFixAsync("pluginId", before, after);

    [Theory]
    [InlineData("\n            user,              // the user\n            pluginId: plugin,  // the plugin\n            widgetId: widget   // the widget\n        ", "\n            user,              // the user\n            pluginId: plugin  // the plugin\n        ")]
    [InlineData("\n            user,\n            widgetId: widget,  // the widget\n            pluginId: plugin   // the plugin\n        ", "\n            user,\n            pluginId: plugin   // the plugin\n        ")]
    [InlineData("\n            user,\n            pluginId: plugin,\n            widgetId: widget", "\n            user,\n            pluginId: plugin")]
    [InlineData("user, /* p */ pluginId: plugin /* q */, /* w */ widgetId: widget", "user, /* p */ pluginId: plugin /* q */")]
    [InlineData("user, widgetId: widget, pluginId: plugin /* kept */", "user, pluginId: plugin /* kept */")]
    [InlineData("user, /* w */ widgetId: widget, pluginId: plugin", "user, pluginId: plugin")]
    [InlineData("user, /* w */ widgetId: widget /* x */, /* p */ pluginId: plugin", "user, /* p */ pluginId: plugin")]
    [InlineData("user, /* w */ widgetId: widget, /* f */ communityFileId: file, /* p */ pluginId: plugin", "user, /* p */ pluginId: plugin")]
    [InlineData("/* w */ widgetId: widget, /* u */ userId: user, pluginId: plugin", "/* u */ userId: user, pluginId: plugin")]
    [InlineData("user, pluginId: plugin, widgetId: widget /* w */", "user, pluginId: plugin")]
    [InlineData("user, pluginId: plugin, // the plugin\n            widgetId: widget", "user, pluginId: plugin // the plugin\n            ")]
    [InlineData("user, widgetId: widget, // the widget\n            pluginId: plugin", "user,\n            pluginId: plugin")]
    [InlineData("\n            user,\n            // the widget\n            widgetId: widget,\n            // the plugin\n            pluginId: plugin", "\n            user,\n            // the plugin\n            pluginId: plugin")]
    [InlineData("\n            user, // the user\n            /* w */ widgetId: widget, pluginId: plugin", "\n            user, // the user\n            pluginId: plugin")]
    [InlineData("\n            user\n            , widgetId: widget // the widget\n            , pluginId: plugin", "\n            user\n            , pluginId: plugin")]
    public Task Remaining_arguments_keep_their_formatting_and_comments(string before, string after) => VerifyCodeFixAsync("pluginId", before, after);

    [Theory]
    [InlineData("token", "token, user", "token")]
    [InlineData("token", "token, user, plugin: plugin", "token")]
    [InlineData("plugin", "token, user, plugin: plugin", "user: user, plugin: plugin")]
    public Task Payment_token_is_kept_without_ids(string kept, string before, string after) =>
        VerifyCS.VerifyCodeFixAsync(Marked($"{{|FPG2002:Request|}}({before})"), Marked($"Request({after})"), "FPG2002." + kept);

    private static string Marked(string call) => $$"""
        using Figma.Payments;

        class Access
        {
            [ExactlyOneResource] static bool Request(PluginPaymentToken? token = null, UserId? user = null, PluginId? plugin = null) => false;
            bool Run(PluginPaymentToken token, UserId user, PluginId plugin) => {{call}};
        }
        """;

    [Fact]
    public Task Arguments_with_a_directive_have_no_fix() => VerifyCS.VerifyNoCodeFixAsync(Source("payments.{|FPG2002:GetPaymentsAsync|}(user, pluginId: plugin\n#if OTHER\n, communityFileId: file\n#else\n, widgetId: widget\n#endif\n)"));

    [Theory]
    [InlineData("", "widgetId: Parse(text, out bool ok)")]
    [InlineData("bool ok;", "widgetId: Parse(text, out ok)")]
    [InlineData("bool ok;", "widgetId: (ok = text.Length > 1) ? new WidgetId(1) : new WidgetId(2)")]
    [InlineData("bool ok;", "widgetId: new WidgetId((ok = text is { Length: var length } && length > 1) ? 1 : 2)")]
    [InlineData("", "widgetId: Parse(text, out bool ok), communityFileId: new CommunityFileId(3)")]
    public async Task Argument_that_declares_or_assigns_a_variable_is_not_removed(string declaration, string argument)
    {
        string source = WithVariable(declaration, "{|FPG2002:GetAsync|}(user, pluginId: plugin, " + argument + ")");
        await VerifyCS.VerifyNoCodeFixAsync(source, "FPG2002.pluginId");

        // The argument itself can be kept.
        await VerifyCS.VerifyCodeFixAsync(source, WithVariable(declaration, "GetAsync(user, " + argument.Split(", comm")[0] + ")"), "FPG2002.widgetId");
    }

    [Theory]
    [InlineData("bool ok = true;", "widgetId: Parse(text, out _)")]
    [InlineData("bool ok = true;", "widgetId: new WidgetId(text is { Length: 1 } ? 1 : 2)")]
    public Task Argument_without_a_variable_is_removed(string declaration, string argument) => VerifyCS.VerifyCodeFixAsync(
        WithVariable(declaration, "{|FPG2002:GetAsync|}(user, pluginId: plugin, " + argument + ")"), WithVariable(declaration, "GetAsync(user, pluginId: plugin)"), "FPG2002.pluginId");

    private static string WithVariable(string declaration, string call) => $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            object Run(IFlat flat, UserId user, PluginId plugin, string text)
            {
                {{declaration}}
                object run = flat.{{call}};
                return ok ? run : text;
            }

            static WidgetId Parse(string text, out bool ok) { ok = true; return WidgetId.Parse(text); }
        }

        [PaymentsClient] public partial interface IFlat
        {
            Task<PaymentInformation> GetAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }
        """;

    [Fact]
    public Task Required_id_becomes_null() => VerifyCodeFixAsync("pluginId", "user, plugin, /* w */ widget", "user, plugin, /* w */ null", "required", "GetAsync");

    [Fact]
    public Task Conditional_call_is_fixed() => VerifyCodeFixAsync("pluginId", "user, pluginId: plugin, widgetId: widget", "user, pluginId: plugin", "payments?");

    // Only the typed overload has this return type, so the compiler verifies which overload is called.
    [Fact]
    public Task Fixed_call_binds_to_the_typed_overload() => VerifyCS.VerifyCodeFixAsync(
        Overloaded("{|CS0029:payments.{|FPG2002:GetPaymentsAsync|}(user, pluginId: plugin, widgetId: widget)|}"),
        Overloaded("payments.GetPaymentsAsync(user, pluginId: plugin)"),
        "FPG2002.pluginId");

    private static Task VerifyCodeFixAsync(string kept, string before, string after, string receiver = "payments", string method = "GetPaymentsAsync") =>
        VerifyCS.VerifyCodeFixAsync(Source($"{receiver}.{{|FPG2002:{method}|}}({before})"), Source($"{receiver}.{method}({after})"), "FPG2002." + kept);

    private static string Source(string call) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            object Run(IPayments payments, IRequired required, UserId user, CommunityFileId file, CommunityFileId? maybe, PluginId plugin, WidgetId widget) => {{call}};
        }

        [PaymentsClient] public partial interface IPayments
        {
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, PluginId pluginId, CancellationToken cancellationToken = default);
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);
        }

        [PaymentsClient] public partial interface IRequired
        {
            Task<PaymentInformation> GetAsync(UserId userId, PluginId? pluginId, WidgetId? widgetId);
        }
        """;

    private static string Overloaded(string call) => $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            Task<PaymentStatus> RunAsync(IPayments payments, UserId user, PluginId plugin, WidgetId widget) => {{call}};
        }

        [PaymentsClient] public partial interface IPayments
        {
            Task<PaymentStatus> GetPaymentsAsync(UserId userId, PluginId pluginId);
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }
        """;
}
