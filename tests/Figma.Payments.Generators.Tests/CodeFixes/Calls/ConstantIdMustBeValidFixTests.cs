using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Calls.ConstantIdMustBeValidAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.ConstantIdMustBeValidFix>;

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
    [InlineData("""payments.GetPaymentsAsync("1", {|FPG2005:ADDRESS|});""", """payments.GetPaymentsAsync("1", "737805260747778092");""")]
    [InlineData("""payments.GetPaymentsAsync("1", pluginId: /* p */ {|FPG2005:ADDRESS|} /* q */);""", """payments.GetPaymentsAsync("1", pluginId: /* p */ "737805260747778092" /* q */);""")]
    public Task Address_of_the_right_type_is_parsed_or_replaced_by_its_id(string before, string after) => VerifyCS.VerifyCodeFixAsync(Source(before), Source(after));

    [Theory]
    [InlineData("""PluginId id = new({|FPG2005:" 737805260747778092"|});""", """PluginId id = new("737805260747778092");""")]
    [InlineData("var id = WidgetId.Parse(/* w */ {|FPG2005:@\"737805260747778092\n\"|} /* x */);", """var id = WidgetId.Parse(/* w */ "737805260747778092" /* x */);""")]
    [InlineData("payments.GetPaymentsAsync({|FPG2005:\"1\\t\"|}, pluginId: {|FPG2005:\"\\u00A0737805260747778092 \"|});", """payments.GetPaymentsAsync("1", pluginId: "737805260747778092");""")]
    public Task White_space_around_an_id_is_removed(string before, string after) => VerifyCS.VerifyCodeFixAsync(Source(before), Source(after));

    [Fact]
    public Task Fix_all_fixes_all_constants_of_a_file() => VerifyCS.VerifyCodeFixAsync(
        Source("PluginId one = new({|FPG2005:ADDRESS|}); PluginId two = new({|FPG2005:ADDRESS|}); payments.GetPaymentsAsync(\"1\", {|FPG2005:ADDRESS|});"),
        Source("PluginId one = PluginId.Parse(ADDRESS); PluginId two = PluginId.Parse(ADDRESS); payments.GetPaymentsAsync(\"1\", \"737805260747778092\");"));

    [Theory]
    [InlineData("""var id = new /* kept */ PluginId({|FPG2005:ADDRESS|});""")]
    [InlineData("""var id = new PluginId(value: /* kept */ {|FPG2005:ADDRESS|});""")]
    [InlineData("""var id = new PluginId({|FPG2005:"my-plugin"|});""")]
    [InlineData("var id = new WidgetId({|FPG2005:ADDRESS|});")]
    [InlineData("""var id = new PluginId({|FPG2005:"73780526 0747778092"|});""")]
    [InlineData("""var id = new PluginId({|FPG2005:" my-plugin "|});""")]
    [InlineData("""var id = new PluginId({|FPG2005:" 0 "|});""")]
    [InlineData("""const string text = " 1 "; var id = new PluginId({|FPG2005:text|});""")]
    [InlineData("""const string text = ADDRESS; payments.GetPaymentsAsync("1", {|FPG2005:text|});""")]
    public Task Constant_without_a_valid_id_has_no_fix(string code) => VerifyCS.VerifyNoCodeFixAsync(Source(code));

    [Theory]
    [InlineData("string PluginId = \"\";", "new PluginId(")]
    [InlineData("string PluginId = \"\";", "new Figma.Payments.PluginId(")]
    [InlineData("string PluginId(string text) => text;", "new PluginId(")]
    [InlineData("string PluginId(string text) => text;", "new(")]
    public Task Type_whose_name_another_member_has_is_qualified(string member, string creation) => VerifyCS.VerifyCodeFixAsync(
        Source("", $"{member} Figma.Payments.PluginId Id() => {creation}{{|FPG2005:{Address}|}});"),
        Source("", $"{member} Figma.Payments.PluginId Id() => {(creation.Contains("Figma", System.StringComparison.Ordinal) ? "" : "global::")}Figma.Payments.PluginId.Parse({Address});"));

    [Fact]
    public Task Type_whose_name_a_local_variable_has_is_qualified() => VerifyCS.VerifyCodeFixAsync(
        Source("string PluginId = \"\"; var id = new PluginId({|FPG2005:ADDRESS|}); System.Console.WriteLine(PluginId);"),
        Source("string PluginId = \"\"; var id = global::Figma.Payments.PluginId.Parse(ADDRESS); System.Console.WriteLine(PluginId);"));

    private static string Source(string code, string member = "") => $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        class Code
        {
            {{member}}
            void Run(IPayments payments)
            {
                {{code.Replace("ADDRESS", Address, System.StringComparison.Ordinal).Replace("payments.Get", "var status = payments.Get", System.StringComparison.Ordinal)}}
            }
        }

        [PaymentsClient] public partial interface IPayments
        {
            Task<PaymentStatus> GetPaymentsAsync(string userId, string pluginId);
        }
        """;
}
