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
    [InlineData("ulong {|FPG1004:pluginPaymentToken|}", "PluginPaymentToken pluginPaymentToken")]
    [InlineData("string userId, string[] {|FPG1004:plugin_id|} /* kept */", "string userId, PluginId plugin_id /* kept */")]
    [InlineData("\n        UserId user, // kept\n        int {|FPG1004:pluginId|}, // kept\n\n        CancellationToken cancellationToken", "\n        UserId user, // kept\n        PluginId pluginId, // kept\n\n        CancellationToken cancellationToken")]
    [InlineData("UserId user,\n#if DEBUG\n        WidgetId widget\n#else\n        int {|FPG1004:pluginId|}\n#endif\n", "UserId user,\n#if DEBUG\n        WidgetId widget\n#else\n        PluginId pluginId\n#endif\n")]
    [InlineData("PluginPaymentToken token, string {|FPG1004:expectedUser|}", "PluginPaymentToken token, UserId expectedUser")]
    [InlineData("PluginPaymentToken token, long? {|FPG1004:expected_user_id|}", "PluginPaymentToken token, UserId? expected_user_id")]
    public Task Parameter_gets_the_type_of_the_role_that_it_is_named_after(string before, string after) => VerifyCS.VerifyCodeFixAsync(
        Method($"Task<PaymentInformation> GetPaymentsAsync({before});"), Method($"Task<PaymentInformation> GetPaymentsAsync({after});"));

    [Theory]
    [InlineData("Task<PaymentStatus> GetPaymentsAsync(UserId user, PluginId other);")]
    [InlineData("Task<PaymentsResult> GetPaymentsAsync(UserId other, PluginId pluginId);")]
    public Task Signature_that_another_method_has_is_not_made(string other)
    {
        string method = "Task<PaymentStatus> GetPaymentsAsync(UserId user, int {|FPG1004:pluginId|});";
        return Task.WhenAll(VerifyCS.VerifyNoCodeFixAsync(Method(other + "\n    " + method)), VerifyCS.VerifyNoCodeFixAsync(Method(method + "\n    " + other)));
    }

    [Fact]
    public Task Signature_that_an_inherited_method_has_is_not_made() => VerifyCS.VerifyNoCodeFixAsync(
        Method("Task<PaymentStatus> GetPaymentsAsync(UserId user, int {|FPG1004:pluginId|});").Replace("interface IPayments", "interface IPayments : IBase", System.StringComparison.Ordinal)
        + "\npublic interface IBase { Task<PaymentStatus> GetPaymentsAsync(UserId user, PluginId plugin); }");

    [Fact]
    public Task Of_two_methods_that_would_have_the_same_signature_only_the_first_is_changed() => VerifyCS.VerifyOnlyOneFixAsync(
        Method("Task<PaymentStatus> GetPaymentsAsync(UserId user, int {|FPG1004:pluginId|});\n    Task<PaymentStatus> GetPaymentsAsync(UserId user, double {|FPG1004:pluginId|});"),
        Method("Task<PaymentStatus> GetPaymentsAsync(UserId user, PluginId pluginId);\n    Task<PaymentStatus> GetPaymentsAsync(UserId user, double {|FPG1004:pluginId|});"));

    [Theory]
    [InlineData("UserId user, PluginId plugin, int {|FPG1004:userId|}")]
    [InlineData("int {|FPG1004:pluginId|}")]
    [InlineData("UserId user, PluginId plugin, int {|FPG1004:widgetId|}")]
    [InlineData("int {|FPG1004:userId|}, int {|FPG1004:pluginId|}, int {|FPG1004:widgetId|}")]
    [InlineData("ulong {|FPG1004:pluginPaymentToken|}")]
    [InlineData("UserId user, System./* a comment */Guid {|FPG1004:pluginId|}")]
    public Task Change_that_leads_to_another_problem_is_not_offered(string parameters) =>
        VerifyCS.VerifyNoCodeFixAsync(Method($"Task<PaymentStatus> GetPaymentsAsync({parameters});"));

    [Fact]
    public Task Change_that_breaks_an_implementation_is_not_offered() => VerifyCS.VerifyNoCodeFixAsync(
        Method("Task<PaymentStatus> GetPaymentsAsync(UserId user, int {|FPG1004:pluginId|});")
        + "\npublic class Fake : IPayments { public Task<PaymentStatus> GetPaymentsAsync(UserId user, int pluginId) => throw null!; }");

    [Fact]
    public Task Resource_of_a_pinned_client_is_not_offered() =>
        VerifyCS.VerifyNoCodeFixAsync(Method("Task<PaymentStatus> GetPaymentsAsync(UserId user, int {|FPG1004:pluginId|});", "PluginId = \"1\""));

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
