using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.RequestMustSpecifyOneResourceFix>;
using VerifyNone = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer, Figma.Payments.Generators.CodeFixes.Calls.RequestMustSpecifyResourceFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes;

/// <summary>Tests that the verification of code fixes notices what a fix must not do.</summary>
public sealed class CodeFixVerifierTests
{
    private const string Before = "calls.{|FPG2002:GetAsync|}(user, pluginId: plugin, widgetId: widget)";

    [Theory]

    // The arguments change their order.
    [InlineData(Before, "calls.GetAsync(pluginId: plugin, userId: user)", "FPG2002.pluginId")]

    // The problem remains.
    [InlineData(Before, "calls.{|FPG2002:GetAsync|}(user, pluginId: plugin, widgetId: widget)", "FPG2002.pluginId")]

    // Other text changes.
    [InlineData(Before, "calls .GetAsync(user, pluginId: plugin)", "FPG2002.pluginId")]
    public async Task Wrong_result_is_noticed(string before, string after, string key) =>
        await Assert.ThrowsAnyAsync<System.Exception>(() => VerifyCS.VerifyCodeFixAsync(Source(before), Source(after), key));

    [Fact]
    public async Task Report_of_another_rule_is_noticed()
    {
        const string before = "calls.{|FPG2001:GetAsync|}(user)";

        await VerifyNone.VerifyCodeFixAsync(Source(before, ""), Source("""calls.GetAsync(user, pluginId: new PluginId({|FPG2005:"your plugin ID"|}))""", ""), "FPG2001.pluginId");
        await Assert.ThrowsAnyAsync<System.Exception>(() => VerifyNone.VerifyCodeFixAsync(Source(before, ""), Source("""calls.GetAsync(user, pluginId: new PluginId("your plugin ID"))""", ""), "FPG2001.pluginId"));
    }

    private static string Source(string call, string parameters = ", PluginId plugin, WidgetId widget") => $$"""
        using System.Threading.Tasks;
        using Figma.Payments;

        class Access
        {
            object Run(ICalls calls, UserId user{{parameters}}) => {{call}};
        }

        [PaymentsClient] public partial interface ICalls
        {
            Task<PaymentInformation> GetAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }
        """;
}
