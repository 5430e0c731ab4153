using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer, Figma.Payments.Generators.CodeFixes.Declarations.ParameterMustHaveRoleFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Declarations;

/// <summary>FPG1004.</summary>
public sealed class ParameterMustHaveRoleFixTests
{
    [Theory]
    [InlineData("UserId user, int {|FPG1004:pluginId|}", "UserId user, PluginId pluginId")]
    [InlineData("UserId user, System.Guid? {|FPG1004:widget_id|}", "UserId user, WidgetId? widget_id")]
    [InlineData("double {|FPG1004:userId|}, object {|FPG1004:communityFileId|}", "UserId userId, CommunityFileId communityFileId")]
    [InlineData("ulong {|FPG1004:pluginPaymentToken|}", "PluginPaymentToken pluginPaymentToken", "{|FPG1010:GetPaymentsAsync|}")]
    [InlineData("string userId, string[] {|FPG1004:plugin_id|} /* kept */", "string userId, PluginId plugin_id /* kept */")]
    [InlineData("PluginPaymentToken token, string {|FPG1004:expectedUser|}", "PluginPaymentToken token, UserId expectedUser", "{|FPG1010:GetPaymentsAsync|}")]
    [InlineData("PluginPaymentToken token, long? {|FPG1004:expected_user_id|}", "PluginPaymentToken token, UserId? expected_user_id", "{|FPG1010:GetPaymentsAsync|}")]
    public Task Parameter_gets_the_type_of_the_role_that_it_is_named_after(string before, string after, string name = "GetPaymentsAsync") => VerifyCS.VerifyCodeFixAsync(
        Method($"Task<PaymentStatus> GetPaymentsAsync({before});"), Method($"Task<PaymentStatus> {name}({after});"));

    [Theory]
    [InlineData("UserId user, int {|FPG1004:plugin|}")]
    [InlineData("UserId user, ref PluginId {|FPG1004:pluginId|}")]
    [InlineData("UserId user, params string[] {|FPG1004:pluginId|}")]
    [InlineData("UserId user, int {|FPG1004:pluginId|} = 5")]
    [InlineData("UserId user, {|CS0246:Nowhere|} {|FPG1004:pluginId|}")]
    [InlineData("""UserId user, [PaymentsParameter("nothing")] string {|FPG1004:pluginId|}""")]
    public Task Parameter_without_a_clear_role_has_no_fix(string parameters) =>
        VerifyCS.VerifyNoCodeFixAsync(Method($"Task<PaymentStatus> GetPaymentsAsync({parameters});"));

    private static string Method(string method, string arguments = "") => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;

        [PaymentsClient({{arguments}})]
        public partial interface IPayments
        {
            {{method}}
        }
        """;
}
