using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>FPG2001 and FPG2002: what they say, and of which methods.</summary>
public sealed class CallMessageTests
{
    [Fact]
    public async Task None_names_all_that_could_be_supplied() =>
        await Verify.ReportsAsync(
            Call("UserId u, CommunityFileId? file = null, string? plugin_id = null, ResourceId? any = null", "glyph.{|FPG2001:AskAsync|}(user)"),
            "The call to 'AskAsync' specifies no resource; specify exactly one of 'file', 'plugin_id', 'any'");

    [Fact]
    public async Task Several_names_those_that_are_supplied() =>
        await Verify.ReportsAsync(
            Call("UserId u, CommunityFileId? file = null, PluginId? plugin = null, WidgetId? widget = null", "glyph.{|FPG2002:AskAsync|}(user, widget: new(\"1\"), file: new(\"2\"))"),
            "The call to 'AskAsync' specifies several resources ('file', 'widget'); specify exactly one");

    [Fact]
    public async Task Several_points_at_each_of_them_too()
    {
        Consumer consumer = Consumer.Of(Call("UserId u, PluginId? plugin = null, WidgetId? widget = null", "glyph.AskAsync(user, new(\"1\"), widget: new(\"2\"))"));
        Diagnostic diagnostic = Assert.Single(await consumer.AnalyzeAsync());
        Assert.Equal(["new(\"1\")", "widget: new(\"2\")"], diagnostic.AdditionalLocations.Select(static location => location.SourceTree!.GetText().ToString(location.SourceSpan)));
    }

    [Theory]
    [InlineData("UserId u, PluginId? plugin", "glyph.{|FPG2001:AskAsync|}(user, null)")]
    [InlineData("UserId u, PluginId? plugin = null", "glyph.{|FPG2001:AskAsync|}(user)")]
    [InlineData("UserId u, string? pluginId = \"\"", "glyph.{|FPG2001:AskAsync|}(user)")]
    [InlineData("UserId u, ResourceId? any = null", "glyph.{|FPG2001:AskAsync|}(user, default)")]
    [InlineData("UserId u, ulong? pluginId = null", "glyph.{|FPG2001:AskAsync|}(user, pluginId: null)")]
    [InlineData("UserId u, PluginId plugin, WidgetId? widget = null", "glyph.{|FPG2002:AskAsync|}(user, {|FPG2005:default|}, new(\"1\"))")]
    [InlineData("UserId u, ResourceId? any = null, PluginId? plugin = null", "glyph.{|FPG2002:AskAsync|}(user, new PluginId(\"1\"), new PluginId(\"2\"))")]
    [InlineData("UserId u, string? pluginId = \"1\", string? widgetId = null", "glyph.{|FPG2002:AskAsync|}(user, widgetId: \"2\")")]
    [InlineData("UserId u, in PluginId? plugin = null, in WidgetId? widget = null", "glyph.{|FPG2001:AskAsync|}(user)")]
    [InlineData("UserId u, [PaymentsParameter(\"plugin_id\")] string? what = null", "glyph.{|FPG2001:AskAsync|}(user)")]
    public async Task Every_declaration_with_an_id_that_may_be_left_out_is_watched(string parameters, string call) =>
        await Verify.ReportsWhereMarkedAsync(Consumer.Of(Call(parameters, call)));

    [Theory]
    [InlineData("UserId u, PluginId plugin", "glyph.AskAsync(user, new(\"1\"))")]
    [InlineData("UserId u, PluginId plugin, WidgetId? widget = null", "glyph.AskAsync(user, new(\"1\"))")]
    [InlineData("UserId u, string? pluginId = \"1\", string? widgetId = null", "glyph.AskAsync(user)")]
    [InlineData("UserId u, long? pluginId = 5, long? widgetId = null", "glyph.AskAsync(user)")]
    [InlineData("UserId u, ResourceId? any = null", "glyph.AskAsync(user, new PluginId(\"1\"))")]
    [InlineData("UserId u, long? pluginId = null", "glyph.AskAsync(user, 1)")]
    [InlineData("PluginPaymentToken? token", "glyph.AskAsync(null)")]
    [InlineData("UserId? u, PluginId? plugin", "glyph.AskAsync(null, new PluginId(\"1\"))")]
    public async Task A_call_that_a_declaration_makes_right_is_right(string parameters, string call) =>
        await Verify.IsSilentAsync(Call(parameters, call));

    [Fact]
    public async Task One_place_with_two_wrong_calls_has_two_diagnostics() =>
        await Verify.ReportsWhereMarkedAsync(Consumer.Of(Call(
            "UserId u, PluginId? plugin = null",
            "Task.WhenAll(glyph.{|FPG2001:AskAsync|}(user), glyph.{|FPG2001:AskAsync|}(user, null), glyph.AskAsync(user, new(\"1\")))")));

    [Fact]
    public async Task Where_the_declaration_is_wrong_itself_its_own_rule_speaks_and_no_call_is_judged() =>
        await Verify.ReportsWhereMarkedAsync(Consumer.Of(
            """
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> AskAsync(UserId u, PluginId? plugin = null, int {|FPG1004:x|} = 5);
            }

            public class Code
            {
                public Task RunAsync(IGlyph glyph, UserId user) => glyph.AskAsync(user);
            }
            """));

    private static string Call(string parameters, string call) =>
        $$"""
        [PaymentsClient]
        public partial interface IGlyph
        {
            Task<PaymentInformation> AskAsync({{parameters}});
        }

        public class Code
        {
            public Task RunAsync(IGlyph glyph, UserId user) => {{call}};
        }
        """;
}
