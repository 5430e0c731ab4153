using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>Tests the messages of FPG2001 and FPG2002, and the methods whose calls they analyze.</summary>
public sealed class CallMessageTests
{
    [Fact]
    public async Task Call_without_a_resource_names_all_resource_parameters() =>
        await VerifyCS.VerifyAnalyzerAsync(
            Call("UserId u, CommunityFileId? file = null, string? plugin_id = null, ResourceId? any = null", "payments.{|#0:GetAsync|}(user)"),
            VerifyCS.Diagnostic("FPG2001").WithLocation(0).WithMessage("The call to 'GetAsync' specifies no resource; specify exactly one of 'file', 'plugin_id', 'any'"));

    [Theory]
    [InlineData("""payments.{|#0:GetAsync|}(user, {|#2:widget: new("1")|}, {|#1:file: new("2")|})""", "'file', 'widget'")]
    [InlineData("""payments.{|#0:GetAsync|}(user, null, {|#1:new("1")|}, {|#2:widget: new("2")|})""", "'plugin', 'widget'")]
    public Task Call_with_several_resources_names_and_locates_them(string call, string names) =>
        VerifyCS.VerifyAnalyzerAsync(
            Call("UserId u, CommunityFileId? file = null, PluginId? plugin = null, WidgetId? widget = null", call),
            VerifyCS.Diagnostic("FPG2002").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage($"The call to 'GetAsync' specifies several resources ({names}); specify exactly one"));

    [Theory]
    [InlineData("UserId u, PluginId? plugin", "payments.{|FPG2001:GetAsync|}(user, null)")]
    [InlineData("UserId u, PluginId? plugin = null", "payments.{|FPG2001:GetAsync|}(user)")]
    [InlineData("UserId u, string? pluginId = \"\"", "payments.{|FPG2001:GetAsync|}(user)")]
    [InlineData("UserId u, ResourceId? any = null", "payments.{|FPG2001:GetAsync|}(user, default)")]
    [InlineData("UserId u, ulong? pluginId = null", "payments.{|FPG2001:GetAsync|}(user, pluginId: null)")]
    [InlineData("UserId u, PluginId plugin, WidgetId? widget = null", """payments.{|FPG2002:GetAsync|}(user, {|FPG2005:default|}, new("1"))""")]
    [InlineData("UserId u, ResourceId? any = null, PluginId? plugin = null", """payments.{|FPG2002:GetAsync|}(user, new PluginId("1"), new PluginId("2"))""")]
    [InlineData("""UserId u, string? pluginId = "1", string? widgetId = null""", """payments.{|FPG2002:GetAsync|}(user, widgetId: "2")""")]
    [InlineData("UserId u, in PluginId? plugin = null, in WidgetId? widget = null", "payments.{|FPG2001:GetAsync|}(user)")]
    [InlineData("""UserId u, [PaymentsParameter("plugin_id")] string? what = null""", "payments.{|FPG2001:GetAsync|}(user)")]
    public async Task Call_of_a_method_with_an_optional_id_is_analyzed(string parameters, string call) =>
        await VerifyCS.VerifyAnalyzerAsync(Call(parameters, call));

    [Theory]
    [InlineData("UserId u, PluginId plugin", """payments.GetAsync(user, new("1"))""")]
    [InlineData("UserId u, PluginId plugin, WidgetId? widget = null", """payments.GetAsync(user, new("1"))""")]
    [InlineData("""UserId u, string? pluginId = "1", string? widgetId = null""", "payments.GetAsync(user)")]
    [InlineData("UserId u, long? pluginId = 5, long? widgetId = null", "payments.GetAsync(user)")]
    [InlineData("UserId u, ResourceId? any = null", """payments.GetAsync(user, new PluginId("1"))""")]
    [InlineData("UserId u, long? pluginId = null", "payments.GetAsync(user, 1)")]
    [InlineData("PluginPaymentToken? token", "payments.GetAsync(null)")]
    [InlineData("UserId? u, PluginId? plugin", """payments.GetAsync(null, new PluginId("1"))""")]
    public async Task Valid_call_is_not_reported(string parameters, string call) =>
        await VerifyCS.VerifyNoDiagnosticsAsync(Call(parameters, call));

    [Fact]
    public async Task Each_call_of_an_expression_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(Call(
            "UserId u, PluginId? plugin = null",
            "Task.WhenAll(payments.{|FPG2001:GetAsync|}(user), payments.{|FPG2001:GetAsync|}(user, null), payments.GetAsync(user, new(\"1\")))"));

    [Fact]
    public async Task Call_of_an_invalid_method_is_not_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            """
            [PaymentsClient]
            public partial interface IPayments
            {
                Task<PaymentInformation> GetAsync(UserId u, PluginId? plugin = null, int {|FPG1004:x|} = 5);
            }

            public class Code
            {
                public Task RunAsync(IPayments payments, UserId user) => payments.GetAsync(user);
            }
            """);

    private static string Call(string parameters, string call) =>
        $$"""
        [PaymentsClient]
        public partial interface IPayments
        {
            Task<PaymentInformation> GetAsync({{parameters}});
        }

        public class Code
        {
            public Task RunAsync(IPayments payments, UserId user) => {{call}};
        }
        """;
}
