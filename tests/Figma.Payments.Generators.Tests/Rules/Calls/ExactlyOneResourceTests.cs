using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using VerifyMark = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.MarkMethodsThatForwardResourceIdsFix>;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary><c>[ExactlyOneResource]</c>, and FPG2004 that offers it.</summary>
public sealed class ExactlyOneResourceTests
{
    private const string Marked = """
        public class Shop
        {
            private readonly IIds _ids;

            [ExactlyOneResource]
            public Shop(IIds ids, PluginId? pluginId = null, WidgetId? widgetId = null) => _ids = ids;

            [ExactlyOneResource]
            public virtual bool Has(string note, PluginId? pluginId = null, WidgetId? widgetId = null, params object[] rest) => false;

            [ExactlyOneResource]
            public static void Log(string? plugin_id = null, [PaymentsParameter("widget_id")] string? other = null) { }

            [ExactlyOneResource]
            public Task RequestAsync(UserId user, PluginId? pluginId = null, WidgetId? widgetId = null) =>
                _ids.RequestAsync(user, pluginId: pluginId, widgetId: widgetId);

            public bool Unmarked(PluginId? pluginId = null, WidgetId? widgetId = null) => pluginId is null || Has("", pluginId, widgetId);
        }

        """;

    private const string Callers = """
        public class Derived : Shop
        {
            public Derived(IIds ids) : {|FPG2001:base|}(ids) { }
            public Derived(IIds ids, PluginId x) : base(ids, x) { }
            public override bool Has(string note, PluginId? pluginId = null, WidgetId? widgetId = null, params object[] rest) => true;

            public static void Use(IIds ids, PluginId x, WidgetId y, PluginId? unknown, Shop shop, Derived derived, bool a)
            {
                _ = new {|FPG2001:Shop|}(ids);
                _ = new {|FPG2002:Shop|}(ids, x, y);
                _ = new Shop(ids, x);
                Shop same = {|FPG2001:new|}(ids);
                _ = shop.{|FPG2001:Has|}("");
                _ = derived.{|FPG2002:Has|}("", x, y, 1, 2);
                _ = shop.Has("", widgetId: y);
                _ = shop.Has("", unknown);
                _ = shop.Unmarked();
                Shop.{|FPG2001:Log|}();
                Shop.{|FPG2002:Log|}("1", "2");
                Shop.Log(other: "2");
                PluginId? p = a ? x : null;
                _ = shop.{|FPG2003:Has|}("", p);
            }
        }
        """;

    [Fact]
    public Task Callers_of_a_marked_method_or_constructor_are_held_to_one() =>
        VerifyCS.VerifyAnalyzerAsync("#nullable enable\n" + FlowCode.Around + Marked + Callers);

    [Fact]
    public Task Callers_in_another_project_are_held_to_it_too()
    {
        Consumer library = Consumer.Of("#nullable enable\n" + FlowCode.Around + Marked) with { AssemblyName = "Library" };
        return new VerifyCS.Test { TestCode = "#nullable enable\n" + Callers, References = References.Default.Add(library.Emit()) }.RunAsync();
    }

    [Fact]
    public Task Payment_token_counts_as_the_resource_that_it_stands_for() => VerifyCS.VerifyAnalyzerAsync(
        """
        #nullable enable
        public interface IApi
        {
            [ExactlyOneResource]
            Task<string> RequestAsync(string? pluginPaymentToken = null, string? userId = null, string? communityFileId = null, string? pluginId = null, string? widgetId = null);

            [ExactlyOneResource]
            Task<string> RequestTypedAsync(PluginPaymentToken? token = null, UserId? user = null, PluginId? plugin = null, WidgetId? widget = null);

            [ExactlyOneResource]
            Task<string> RequestNamedAsync([PaymentsParameter("plugin_payment_token")] string? token, [PaymentsParameter("plugin_id")] string? id = null);

            [ExactlyOneResource]
            Task<string> RequestWithRequiredTokenAsync(PluginPaymentToken token, PluginId? plugin = null, WidgetId? widget = null);
        }

        public class Code
        {
            public async Task RunAsync(IApi api, PluginPaymentToken token, PluginPaymentToken? maybe, string? maybeText, UserId user, PluginId plugin, WidgetId widget, bool flag)
            {
                await api.RequestAsync(pluginPaymentToken: "t");
                await api.RequestAsync("t");
                await api.RequestAsync(userId: "1", pluginId: "2");
                await api.{|FPG2001:RequestAsync|}();
                await api.{|FPG2001:RequestAsync|}(userId: "1");
                await api.{|FPG2001:RequestAsync|}("", "1");
                await api.RequestAsync("t", userId: null);
                await api.RequestAsync("t", "");
                await api.RequestAsync("t", maybeText);
                await api.{|FPG2002:RequestAsync|}("t", "1");
                await api.{|FPG2002:RequestAsync|}("t", pluginId: "2");
                await api.{|FPG2002:RequestAsync|}("t", "1", widgetId: "2");
                await api.{|FPG2002:RequestAsync|}(null, "1", pluginId: "2", widgetId: "3");

                await api.RequestTypedAsync(token);
                await api.RequestTypedAsync(user: user, widget: widget);
                await api.RequestTypedAsync(maybe);
                await api.RequestTypedAsync(maybe, user);
                await api.{|FPG2002:RequestTypedAsync|}(token, user);
                await api.{|FPG2001:RequestTypedAsync|}(user: user);
                await api.{|FPG2002:RequestTypedAsync|}(token, plugin: plugin);
                await api.{|FPG2002:RequestTypedAsync|}(maybe, user, plugin, widget);

                PluginPaymentToken? chosen = flag ? token : null;
                PluginId? other = flag ? null : plugin;
                await api.RequestTypedAsync(chosen, plugin: other);

                await api.RequestNamedAsync("t");
                await api.RequestNamedAsync(null, "1");
                await api.{|FPG2001:RequestNamedAsync|}(null);
                await api.{|FPG2002:RequestNamedAsync|}("t", "1");

                await api.RequestWithRequiredTokenAsync(token);
                await api.{|FPG2002:RequestWithRequiredTokenAsync|}(token, plugin);
            }

            public Task<string> ChooseTokenAndPluginAsync(IApi api, PluginPaymentToken token, PluginId plugin, bool flag)
            {
                PluginPaymentToken? chosen = flag ? token : null;
                return api.{|FPG2003:RequestTypedAsync|}(chosen, plugin: plugin);
            }

            public Task<string> ChooseTokenAsync(IApi api, PluginPaymentToken token, bool flag)
            {
                PluginPaymentToken? chosen = flag ? token : null;
                return api.{|FPG2003:RequestTypedAsync|}(chosen);
            }
        }
        """);

    [Fact]
    public Task Message_names_the_user_id_next_to_a_token() => VerifyCS.VerifyAnalyzerAsync(
        """
        public class Code
        {
            [ExactlyOneResource] public void Request(PluginPaymentToken? token = null, UserId? userId = null, PluginId? plugin = null) { }
            public void Run(PluginPaymentToken token, UserId user) => {|#0:Request|}(token, user);
        }
        """,
        VerifyCS.Diagnostic("FPG2002").WithLocation(0).WithMessage("The call to 'Request' specifies a payment token and 'userId'; specify exactly one"));

    [Fact]
    public Task Marked_method_that_chooses_between_token_and_ids_is_right() => VerifyCS.VerifyNoDiagnosticsAsync(
        $$"""
        #nullable enable
        {{FlowCode.Around}}
        public class Code
        {
            [ExactlyOneResource]
            public void Request(IIds ids, UserId user, PluginPaymentToken? token = null, PluginId? p = null, WidgetId? w = null)
            {
                if (token is null)
                    _ = ids.RequestAsync(user, pluginId: p, widgetId: w);
            }
        }
        """);

    [Theory]
    [InlineData("_ = ids.RequestAsync(user, pluginId: p, widgetId: w);")]
    [InlineData("if (p is null) _ = ids.RequestAsync(user, widgetId: w); else _ = ids.RequestAsync(user, pluginId: p);")]
    public Task Inside_a_marked_method_its_ids_are_exactly_one(string body) => VerifyCS.VerifyNoDiagnosticsAsync(
        $$"""
        #nullable enable
        {{FlowCode.Around}}
        public class Code { [ExactlyOneResource] public void Request(IIds ids, UserId user, PluginId? p = null, WidgetId? w = null) { {{body}} } }
        """);

    [Fact]
    public Task Inside_a_marked_method_what_contradicts_one_is_wrong() => VerifyCS.VerifyAnalyzerAsync(
        $$"""
        #nullable enable
        {{FlowCode.Around}}
        public class Code
        {
            [ExactlyOneResource]
            public void Request(IIds ids, UserId user, PluginId? p = null, WidgetId? w = null)
            {
                if (p is null)
                    _ = ids.{|FPG2002:RequestAsync|}(user, communityFileId: new CommunityFileId("1"), widgetId: w);
            }
        }
        """);

    [Theory]
    [InlineData("public Task Request(IIds ids, UserId user, PluginId? p = null, WidgetId? w = null) => ids.{|FPG2004:RequestAsync|}(user, pluginId: p, widgetId: w);")]
    [InlineData("public Code(IIds ids, UserId user, PluginId? p = null) { _ = ids.{|FPG2004:RequestAsync|}(user, pluginId: p); _ = ids.RequestAsync(user, pluginId: p); }")]
    public Task A_method_that_hands_its_own_optional_ids_on_is_offered_the_mark(string member) =>
        VerifyCS.VerifyAnalyzerAsync("#nullable enable\n" + FlowCode.Around + "public class Code { " + member + " }");

    [Theory]
    [InlineData("public Task Request(IIds ids, UserId user, PluginId? p, WidgetId? w) => ids.RequestAsync(user, pluginId: p, widgetId: w);")]
    [InlineData("public Task Request(IIds ids, UserId user, PluginId? p = null, WidgetId? w = null) => ids.RequestAsync(user, pluginId: p);")]
    [InlineData("public Task Request(IIds ids, UserId user, PluginId? p = null, WidgetId? w = null) { Check(p, w); return ids.RequestAsync(user, pluginId: p, widgetId: w); } void Check(object? a, object? b) { }")]
    [InlineData("public Task Request(IIds ids, UserId user, PluginId? p = null, WidgetId? w = null) { if (p is null == w is null) throw new ArgumentException(); return ids.RequestAsync(user, pluginId: p, widgetId: w); }")]
    [InlineData("[ExactlyOneResource] public Task Request(IIds ids, UserId user, PluginId? p = null, WidgetId? w = null) => ids.RequestAsync(user, pluginId: p, widgetId: w);")]
    public Task A_method_that_checks_them_or_cannot_leave_them_out_is_not(string member) =>
        VerifyCS.VerifyNoDiagnosticsAsync("#nullable enable\n" + FlowCode.Around + "public class Code { " + member + " }");

    [Theory]
    [InlineData("[Obsolete] public Task Request(IIds ids, UserId user, PluginId? p = null) => ids.{|FPG2004:RequestAsync|}(user, pluginId: p);")]
    [InlineData("public Task Request(IIds ids, UserId user, PluginId? p = null) => ids.{|FPG2004:RequestAsync|}(user, pluginId: p); public string Name() => nameof(Request);")]
    [InlineData("public static Task Main(IIds ids, UserId user, PluginId? p = null) => ids.RequestAsync(user, pluginId: p);")]
    [InlineData("[Command] public Task Request(IIds ids, UserId user, PluginId? p = null) => ids.RequestAsync(user, pluginId: p); public sealed class CommandAttribute : Attribute;")]
    [InlineData("public static Task Request(IIds ids, UserId user, PluginId? p = null) => ids.RequestAsync(user, pluginId: p); public Delegate Handler() => Request;")]
    [InlineData("public Task Request(IIds ids, [From] UserId user, PluginId? p = null) => ids.RequestAsync(user, pluginId: p); public sealed class FromAttribute : Attribute;")]
    [InlineData("public delegate Task Run(IIds ids, UserId user, PluginId? p); public static Task Request(IIds ids, UserId user, PluginId? p = null) => ids.RequestAsync(user, pluginId: p); public Run Both(Run other) => other + Request;")]
    [InlineData("public class PriceViewComponent { public Task Request(IIds ids, UserId user, PluginId? p = null) => ids.RequestAsync(user, pluginId: p); }")]
    [InlineData("public class GlyphController { public Task Request(IIds ids, UserId user, PluginId? p = null) => ids.RequestAsync(user, pluginId: p); }")]
    [InlineData("public class GlyphController { internal Task Request(IIds ids, UserId user, PluginId? p = null) => ids.{|FPG2004:RequestAsync|}(user, pluginId: p); }")]
    public Task Method_that_a_framework_might_call_is_not_reported(string member) =>
        new VerifyCS.Test { TestCode = "#nullable enable\n" + FlowCode.Around + "public class Code { " + member + " }" }.RunAsync();

    [Fact]
    public Task The_fix_marks_the_method_and_keeps_what_stands_around_it() => VerifyMark.VerifyCodeFixAsync(
        """
        using System.Threading.Tasks;
        using Figma.Payments;

        [PaymentsClient]
        public partial interface IIds
        {
            Task<PaymentInformation> RequestAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public class Code
        {
            /// <summary>Kept.</summary>
            public Task One(IIds ids, UserId user, PluginId? p = null) => ids.{|FPG2004:RequestAsync|}(user, pluginId: p);

            // Kept.
            public Task Two(IIds ids, UserId user, WidgetId? w = null) => ids.{|FPG2004:RequestAsync|}(user, widgetId: w);
        }
        """,
        """
        using System.Threading.Tasks;
        using Figma.Payments;

        [PaymentsClient]
        public partial interface IIds
        {
            Task<PaymentInformation> RequestAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public class Code
        {
            /// <summary>Kept.</summary>
            [ExactlyOneResource]
            public Task One(IIds ids, UserId user, PluginId? p = null) => ids.RequestAsync(user, pluginId: p);

            // Kept.
            [ExactlyOneResource]
            public Task Two(IIds ids, UserId user, WidgetId? w = null) => ids.RequestAsync(user, widgetId: w);
        }
        """);
}
