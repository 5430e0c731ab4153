using System.Threading.Tasks;
using Figma.Payments.Generators.CodeFixes.Declarations;
using Figma.Payments.Generators.Rules.Declarations;
using Xunit;

namespace Figma.Payments.Generators.Tests.CodeFixes.Declarations;

/// <summary>FPG1003, FPG1004, FPG1006 and FPG1007: what has a mechanical mend.</summary>
public sealed class DeclarationsFixTests
{
    [Theory]
    [InlineData("bool", "Task<PaymentInformation>")]
    [InlineData("Task<bool>", "Task<PaymentInformation>")]
    [InlineData("ValueTask<bool>", "ValueTask<PaymentInformation>")]
    [InlineData("void", "Task<PaymentInformation>")]
    [InlineData("Task", "Task<PaymentInformation>")]
    [InlineData("PaymentsResult", "Task<PaymentsResult>")]
    [InlineData("Task<PaymentStatus?>", "Task<PaymentStatus>")]
    [InlineData("ValueTask<Task<PaymentsResult>>", "ValueTask<PaymentsResult>")]
    [InlineData("System.Collections.Generic.IAsyncEnumerable<PaymentStatus>", "Task<PaymentStatus>")]
    [InlineData("ref readonly PaymentStatus", "Task<PaymentStatus>")]
    public Task A_return_type_becomes_the_nearest_answer(string before, string after) => VerifyFix<DeclarationAnalyzer, ReturnTypeMustBeSupportedFix>.AppliesToAllAsync(
        Method($"// kept\n    {before} {{|FPG1003:AskAsync|}}(UserId user, PluginId plugin); // kept"),
        Method($"// kept\n    {after} AskAsync(UserId user, PluginId plugin); // kept"));

    [Fact]
    public Task All_return_types_of_a_file_are_mended_at_once() => VerifyFix<DeclarationAnalyzer, ReturnTypeMustBeSupportedFix>.AppliesToAllAsync(
        Method("bool {|FPG1003:OneAsync|}(PluginPaymentToken token); Task<string> {|FPG1003:TwoAsync|}(UserId user, PluginId plugin);"),
        Method("Task<PaymentInformation> OneAsync(PluginPaymentToken token); Task<PaymentInformation> TwoAsync(UserId user, PluginId plugin);"));

    [Fact]
    public Task A_return_type_is_written_in_full_where_no_using_shortens_it() => VerifyFix<DeclarationAnalyzer, ReturnTypeMustBeSupportedFix>.AppliesToAllAsync(
        "[Figma.Payments.PaymentsClient] public partial interface IGlyph { bool {|FPG1003:AskAsync|}(Figma.Payments.PluginPaymentToken token); }",
        "[Figma.Payments.PaymentsClient] public partial interface IGlyph { System.Threading.Tasks.Task<Figma.Payments.PaymentInformation> AskAsync(Figma.Payments.PluginPaymentToken token); }");

    [Theory]
    [InlineData("void {|FPG1003:Log|}(string {|FPG1004:message|});")]
    [InlineData("{|CS0246:Nowhere|} {|FPG1003:AskAsync|}(PluginPaymentToken token);")]
    public Task What_may_be_no_question_at_all_is_left_alone(string method) => VerifyFix<DeclarationAnalyzer, ReturnTypeMustBeSupportedFix>.IsSilentAsync(Method(method));

    [Fact]
    public Task An_inherited_return_type_is_not_mended_from_here() => VerifyFix<DeclarationAnalyzer, ReturnTypeMustBeSupportedFix>.IsSilentAsync(
        "using Figma.Payments; public interface IBase { bool AskAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface {|FPG1003:IGlyph|} : IBase { }");

    [Theory]
    [InlineData("UserId user, int {|FPG1004:pluginId|}", "UserId user, PluginId pluginId")]
    [InlineData("UserId user, System.Guid? {|FPG1004:widget_id|}", "UserId user, WidgetId? widget_id")]
    [InlineData("double {|FPG1004:userId|}, object {|FPG1004:communityFileId|}", "UserId userId, CommunityFileId communityFileId")]
    [InlineData("ulong {|FPG1004:pluginPaymentToken|}", "PluginPaymentToken pluginPaymentToken")]
    [InlineData("string userId, string[] {|FPG1004:plugin_id|} /* kept */", "string userId, PluginId plugin_id /* kept */")]
    public Task A_parameter_gets_the_type_that_its_name_asks_for(string before, string after) => VerifyFix<DeclarationAnalyzer, ParameterMustHaveRoleFix>.AppliesToAllAsync(
        Method($"Task<PaymentStatus> AskAsync({before});"), Method($"Task<PaymentStatus> AskAsync({after});"));

    [Theory]
    [InlineData("UserId user, int {|FPG1004:plugin|}")]
    [InlineData("UserId user, ref PluginId {|FPG1004:pluginId|}")]
    [InlineData("UserId user, params string[] {|FPG1004:pluginId|}")]
    [InlineData("UserId user, int {|FPG1004:pluginId|} = 5")]
    [InlineData("UserId user, {|CS0246:Nowhere|} {|FPG1004:pluginId|}")]
    [InlineData("UserId user, [PaymentsParameter(\"nothing\")] string {|FPG1004:pluginId|}")]
    public Task A_parameter_that_a_person_has_to_think_about_is_left_alone(string parameters) =>
        VerifyFix<DeclarationAnalyzer, ParameterMustHaveRoleFix>.IsSilentAsync(Method($"Task<PaymentStatus> AskAsync({parameters});"));

    [Theory]
    [InlineData("UserId user, PluginId plugin", "UserId user")]
    [InlineData("UserId user, WidgetId? widget = null, CancellationToken cancellationToken = default", "UserId user, CancellationToken cancellationToken = default")]
    [InlineData("PluginId plugin, UserId user, WidgetId widget", "UserId user")]
    public Task A_resource_beside_a_pinned_one_goes(string before, string after) => VerifyFix<DeclarationAnalyzer, ParametersMustFormValidRequestFix>.AppliesToAllAsync(
        Method($"Task<PaymentStatus> {{|FPG1006:AskAsync|}}({before});", "PluginId = \"1\""), Method($"Task<PaymentStatus> AskAsync({after});", "PluginId = \"1\""));

    [Theory]
    [InlineData("UserId user, PluginId plugin = default", "UserId user, PluginId plugin")]
    [InlineData("UserId user, PluginId plugin = default, CancellationToken cancellationToken = default", "UserId user, PluginId plugin, CancellationToken cancellationToken = default")]
    [InlineData("UserId user = default, PluginId? plugin = null, WidgetId? widget = null", "UserId user, PluginId? plugin = null, WidgetId? widget = null")]
    [InlineData("PluginPaymentToken? token = null", "PluginPaymentToken? token")]
    public Task A_default_value_that_cannot_be_asked_with_goes(string before, string after) => VerifyFix<DeclarationAnalyzer, ParametersMustFormValidRequestFix>.AppliesToAllAsync(
        Method($"Task<PaymentStatus> {{|FPG1006:AskAsync|}}({before});"), Method($"Task<PaymentStatus> AskAsync({after});"));

    [Theory]
    [InlineData("UserId user, PluginId plugin, WidgetId widget", "")]
    [InlineData("PluginPaymentToken token, UserId user", "")]
    [InlineData("PluginId plugin", "")]
    [InlineData("PluginId plugin", "PluginId = \"1\"")]
    [InlineData("UserId user, PluginId? plugin = null, WidgetId widget = default", "")]
    [InlineData("UserId user, PluginId plugin = default, WidgetId widget = default", "")]
    public Task Where_the_mend_is_a_persons_choice_none_is_offered(string parameters, string arguments) =>
        VerifyFix<DeclarationAnalyzer, ParametersMustFormValidRequestFix>.IsSilentAsync(Method($"Task<PaymentStatus> {{|FPG1006:AskAsync|}}({parameters});", arguments));

    [Theory]
    [InlineData("PluginId", "PluginId = \"1\"")]
    [InlineData("WidgetId", "WidgetId = Ids.Widget")]
    public Task One_of_several_pins_is_kept(string key, string kept) => VerifyFix<DeclarationAnalyzer, PinnedResourceMustBeValidFix>.AppliesAsync(
        key,
        Pinned("{|FPG1007:PaymentsClient(PluginId = \"1\", WidgetId = Ids.Widget, CommunityFileId = \"3\")|}"),
        Pinned($"PaymentsClient({kept})"));

    [Fact]
    public Task A_pin_that_is_no_id_is_a_persons_to_say() => VerifyFix<DeclarationAnalyzer, PinnedResourceMustBeValidFix>.IsSilentAsync(Pinned("{|FPG1007:PaymentsClient(PluginId = \"\")|}"));

    private static string Method(string method, string arguments = "") => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;

        [PaymentsClient({{arguments}})]
        public partial interface IGlyph
        {
            {{method}}
        }
        """;

    private static string Pinned(string attribute) => $$"""
        using Figma.Payments;

        public static class Ids { public const string Widget = "2"; }

        [{{attribute}}] public partial interface IGlyph { }
        """;
}
