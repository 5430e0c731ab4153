using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1005.</summary>
public sealed class ParameterRolesMustBeUniqueTests
{
    [Theory]
    [InlineData("UserId first, UserId {|#0:second|}, PluginId p", "user_id")]
    [InlineData("UserId u, PluginId first, PluginId? {|#0:second|}", "plugin_id")]
    [InlineData("""UserId u, WidgetId first, [PaymentsParameter("widget_id")] string {|#0:second|}""", "widget_id")]
    [InlineData("""UserId u, [PaymentsParameter("communityFileId")] string first, [PaymentsParameter("community_file_id")] long? {|#0:second|} = null""", "community_file_id")]
    [InlineData("UserId u, ResourceId first, ResourceId? {|#0:second|}", "ResourceId")]
    [InlineData("PluginPaymentToken first, PluginPaymentToken {|#0:second|}", "plugin_payment_token")]
    [InlineData("""PluginPaymentToken t, [PaymentsParameter("expected_user")] UserId first, [PaymentsParameter("expectedUserId")] UserId? {|#0:second|}""", "expected_user")]
    [InlineData("PluginPaymentToken t, CancellationToken first, CancellationToken {|#0:second|}", "CancellationToken")]
    public async Task Second_parameter_with_the_same_role_is_reported(string parameters, string role) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync({{parameters}}); }""",
            VerifyCS.Diagnostic("FPG1005").WithLocation(0).WithMessage($"The parameters 'first' and 'second' of 'RequestAsync' have the same role '{role}'; remove one of them"));

    [Fact]
    public async Task Different_spellings_of_a_name_have_the_same_role() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(UserId u, string plugin_id, long {|#0:pluginId|}); }",
            VerifyCS.Diagnostic("FPG1005").WithLocation(0).WithMessage("The parameters 'plugin_id' and 'pluginId' of 'RequestAsync' have the same role 'plugin_id'; remove one of them"));

    [Fact]
    public async Task Three_parameters_with_the_same_role_are_reported_twice() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(UserId u, PluginId a, PluginId {|#0:b|}, PluginId {|#1:c|}); }",
            VerifyCS.Diagnostic("FPG1005").WithLocation(0).WithMessage("The parameters 'a' and 'b' of 'RequestAsync' have the same role 'plugin_id'; remove one of them"),
            VerifyCS.Diagnostic("FPG1005").WithLocation(1).WithMessage("The parameters 'a' and 'c' of 'RequestAsync' have the same role 'plugin_id'; remove one of them"));

    [Fact]
    public async Task Parameters_with_different_roles_are_not_reported() =>
        await VerifyCS.VerifyNoDiagnosticsAsync("[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(UserId u, PluginId? p, WidgetId? w, CommunityFileId? f, ResourceId? r, CancellationToken c); Task<PaymentInformation> RequestAsync(PluginPaymentToken t, UserId expectedUser, CancellationToken c); }");
}
