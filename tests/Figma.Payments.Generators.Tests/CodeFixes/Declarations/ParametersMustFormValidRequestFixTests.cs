using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer, Figma.Payments.Generators.CodeFixes.Declarations.ParametersMustFormValidRequestFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Declarations;

/// <summary>FPG1006.</summary>
public sealed class ParametersMustFormValidRequestFixTests
{
    [Theory]
    [InlineData("UserId user, PluginId plugin", "UserId user")]
    [InlineData("UserId user, WidgetId? widget = null, CancellationToken cancellationToken = default", "UserId user, CancellationToken cancellationToken = default")]
    [InlineData("PluginId plugin, UserId user, WidgetId widget", "UserId user")]
    public Task Resource_parameter_of_a_pinned_client_is_removed(string before, string after) => VerifyCS.VerifyCodeFixAsync(
        Method($"Task<PaymentStatus> {{|FPG1006:GetPaymentsAsync|}}({before});", "PluginId = \"1\""), Method($"Task<PaymentStatus> GetPaymentsAsync({after});", "PluginId = \"1\""));

    [Theory]
    [InlineData("UserId user, PluginId plugin = default", "UserId user, PluginId plugin")]
    [InlineData("UserId user, PluginId plugin = default, CancellationToken cancellationToken = default", "UserId user, PluginId plugin, CancellationToken cancellationToken = default")]
    [InlineData("UserId user = default, PluginId? plugin = null, WidgetId? widget = null", "UserId user, PluginId? plugin = null, WidgetId? widget = null")]
    [InlineData("PluginPaymentToken? token = null", "PluginPaymentToken? token", "{|FPG1010:GetPaymentsAsync|}")]
    [InlineData("PluginPaymentToken token, UserId expectedUser = default", "PluginPaymentToken token, UserId expectedUser", "{|FPG1010:GetPaymentsAsync|}")]
    public Task Default_value_that_is_not_a_valid_id_is_removed(string before, string after, string name = "GetPaymentsAsync") => VerifyCS.VerifyCodeFixAsync(
        Method($"Task<PaymentStatus> {{|FPG1006:GetPaymentsAsync|}}({before});"), Method($"Task<PaymentStatus> {name}({after});"));

    [Theory]
    [InlineData("UserId user, PluginId plugin, WidgetId widget", "")]
    [InlineData("PluginPaymentToken token, UserId user", "")]
    [InlineData("UserId expectedUser, PluginId plugin", "")]
    [InlineData("PluginId plugin", "")]
    [InlineData("PluginId plugin", "PluginId = \"1\"")]
    [InlineData("UserId user, PluginId? plugin = null, WidgetId widget = default", "")]
    [InlineData("UserId user, PluginId plugin = default, WidgetId widget = default", "")]
    public Task Request_with_several_possible_changes_has_no_fix(string parameters, string arguments) =>
        VerifyCS.VerifyNoCodeFixAsync(Method($"Task<PaymentStatus> {{|FPG1006:GetPaymentsAsync|}}({parameters});", arguments));

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
