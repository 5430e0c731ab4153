using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1005.</summary>
public sealed class ParameterRolesMustBeUniqueTests
{
    [Theory]
    [InlineData("UserId first, UserId {|FPG1005:second|}, PluginId p", "user_id")]
    [InlineData("UserId u, PluginId first, PluginId? {|FPG1005:second|}", "plugin_id")]
    [InlineData("UserId u, WidgetId first, [PaymentsParameter(\"widget_id\")] string {|FPG1005:second|}", "widget_id")]
    [InlineData("UserId u, [PaymentsParameter(\"communityFileId\")] string first, [PaymentsParameter(\"community_file_id\")] long? {|FPG1005:second|} = null", "community_file_id")]
    [InlineData("UserId u, ResourceId first, ResourceId? {|FPG1005:second|}", "ResourceId")]
    [InlineData("PluginPaymentToken first, PluginPaymentToken {|FPG1005:second|}", "plugin_payment_token")]
    [InlineData("PluginPaymentToken t, CancellationToken first, CancellationToken {|FPG1005:second|}", "CancellationToken")]
    public async Task Second_parameter_with_the_same_role_is_reported(string parameters, string role) =>
        await Verify.ReportsAsync(
            $$"""[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> AskAsync({{parameters}}); }""",
            $"The parameters 'first' and 'second' of 'AskAsync' have the same role '{role}'; remove one of them");

    [Fact]
    public async Task Different_spellings_of_a_name_have_the_same_role() =>
        await Verify.ReportsAsync(
            "[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> AskAsync(UserId u, string plugin_id, long {|FPG1005:pluginId|}); }",
            "The parameters 'plugin_id' and 'pluginId' of 'AskAsync' have the same role 'plugin_id'; remove one of them");

    [Fact]
    public async Task Three_parameters_with_the_same_role_are_reported_twice() =>
        await Verify.ReportsAsync(
            "[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> AskAsync(UserId u, PluginId a, PluginId {|FPG1005:b|}, PluginId {|FPG1005:c|}); }",
            "The parameters 'a' and 'b' of 'AskAsync' have the same role 'plugin_id'; remove one of them",
            "The parameters 'a' and 'c' of 'AskAsync' have the same role 'plugin_id'; remove one of them");

    [Fact]
    public async Task Parameters_with_different_roles_are_not_reported() =>
        await Verify.IsSilentAsync("[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> AskAsync(UserId u, PluginId? p, WidgetId? w, CommunityFileId? f, ResourceId? r, CancellationToken c); }");
}
