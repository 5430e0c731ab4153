using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Rules;
using Xunit;
using Verify = Figma.Payments.Generators.Tests.CodeFixes.VerifyFix<Figma.Payments.Generators.Rules.Calls.ConstantIdMustBeValidAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.ConstantIdMustBeValidFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Calls;

/// <summary>FPG2005.</summary>
public sealed class ConstantIdMustBeValidFixTests
{
    private const string Address = "\"https://www.figma.com/community/plugin/737805260747778092/its-name\"";

    [Theory]
    [InlineData("PluginId id = new PluginId({|FPG2005:ADDRESS|});", "PluginId id = PluginId.Parse(ADDRESS);")]
    [InlineData("PluginId id = new({|FPG2005:ADDRESS|});", "PluginId id = PluginId.Parse(ADDRESS);")]
    [InlineData("var id = new Figma.Payments.PluginId({|FPG2005:ADDRESS|});", "var id = Figma.Payments.PluginId.Parse(ADDRESS);")]
    [InlineData("var id = /* before */ new PluginId(value: {|FPG2005:ADDRESS|}) /* after */;", "var id = /* before */ PluginId.Parse(ADDRESS) /* after */;")]
    [InlineData("payments.AskAsync(\"1\", {|FPG2005:ADDRESS|});", "payments.AskAsync(\"1\", \"737805260747778092\");")]
    [InlineData("payments.AskAsync(\"1\", pluginId: /* p */ {|FPG2005:ADDRESS|} /* q */);", "payments.AskAsync(\"1\", pluginId: /* p */ \"737805260747778092\" /* q */);")]
    public Task An_address_of_the_right_kind_is_read(string before, string after) => Verify.AppliesToAllAsync(Source(before), Source(after));

    [Theory]
    [InlineData("PluginId id = new({|FPG2005:\" 737805260747778092\"|});", "PluginId id = new(\"737805260747778092\");")]
    [InlineData("var id = WidgetId.Parse(/* w */ {|FPG2005:@\"737805260747778092\n\"|} /* x */);", "var id = WidgetId.Parse(/* w */ \"737805260747778092\" /* x */);")]
    [InlineData("payments.AskAsync({|FPG2005:\"1\\t\"|}, pluginId: {|FPG2005:\"\\u00A0737805260747778092 \"|});", "payments.AskAsync(\"1\", pluginId: \"737805260747778092\");")]
    public Task White_space_around_an_id_is_taken_away(string before, string after) => Verify.AppliesToAllAsync(Source(before), Source(after));

    [Fact]
    public Task All_at_once_are_read() => Verify.AppliesToAllAsync(
        Source("PluginId one = new({|FPG2005:ADDRESS|}); PluginId two = new({|FPG2005:ADDRESS|}); payments.AskAsync(\"1\", {|FPG2005:ADDRESS|});"),
        Source("PluginId one = PluginId.Parse(ADDRESS); PluginId two = PluginId.Parse(ADDRESS); payments.AskAsync(\"1\", \"737805260747778092\");"));

    [Theory]
    [InlineData("var id = new PluginId({|FPG2005:\"mine\"|});")]
    [InlineData("var id = new WidgetId({|FPG2005:ADDRESS|});")]
    [InlineData("var id = new PluginId({|FPG2005:\"73780526 0747778092\"|});")]
    [InlineData("var id = new PluginId({|FPG2005:\" mine \"|});")]
    [InlineData("var id = new PluginId({|FPG2005:\" 0 \"|});")]
    [InlineData("const string text = \" 1 \"; var id = new PluginId({|FPG2005:text|});")]
    [InlineData("const string text = ADDRESS; payments.AskAsync(\"1\", {|FPG2005:text|});")]
    public Task What_is_not_in_an_address_is_a_persons_to_say(string code) => Verify.IsSilentAsync(Source(code));

    private static string Source(string code) => $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        class Code
        {
            void Run(IAsked payments)
            {
                {{code.Replace("ADDRESS", Address, System.StringComparison.Ordinal)}}
            }
        }

        [PaymentsClient] public partial interface IAsked
        {
            Task<PaymentStatus> AskAsync(string userId, string pluginId);
        }
        """;
}
