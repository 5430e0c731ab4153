using System.Threading.Tasks;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>FPG1004: a role by type, else by name, else by attribute; never a guess.</summary>
public sealed class ParameterMustHaveRoleTests
{
    private const string Roles = "A parameter is a UserId, PluginId, WidgetId, CommunityFileId, ResourceId, PluginPaymentToken or CancellationToken; or a string, long or ulong with the name of one of Figma's parameters, or marked [PaymentsParameter]";

    [Theory]
    [InlineData("PluginPaymentToken t")]
    [InlineData("PluginPaymentToken? t")]
    [InlineData("UserId u, PluginId r")]
    [InlineData("UserId? u, WidgetId? r")]
    [InlineData("UserId u, CommunityFileId r, CancellationToken c")]
    [InlineData("UserId u, ResourceId r, CancellationToken c = default")]
    [InlineData("UserId u, ResourceId? r = null")]
    [InlineData("CancellationToken c, PluginId r, UserId u")]
    [InlineData("in UserId u, in PluginId r, in CancellationToken c")]
    [InlineData("in PluginPaymentToken t")]
    public async Task A_type_says_what_it_is_whatever_its_name(string parameters) => await IsRightAsync(parameters);

    [Theory]
    [InlineData("string user_id, string plugin_id")]
    [InlineData("string userId, string pluginId")]
    [InlineData("string UserID, string PluginID")]
    [InlineData("string USER_ID, string PLUGIN_ID")]
    [InlineData("string _user_Id_, string __pluginid")]
    [InlineData("string userid, string widgetid")]
    [InlineData("string userId, string communityFileId")]
    [InlineData("string user_id, string community_file_id")]
    [InlineData("long userId, long pluginId")]
    [InlineData("ulong userId, ulong pluginId")]
    [InlineData("long? userId, ulong? widget_id")]
    [InlineData("string? userId, string? pluginId = null")]
    [InlineData("string userId = \"1\", long pluginId = 1678669904810665842, CancellationToken c = default")]
    [InlineData("in string userId, in long pluginId")]
    [InlineData("string pluginPaymentToken")]
    [InlineData("string plugin_payment_token")]
    [InlineData("UserId u, string plugin_id")]
    public async Task A_name_of_Figmas_says_what_text_or_a_number_is(string parameters) => await IsRightAsync(parameters);

    [Theory]
    [InlineData("[PaymentsParameter(\"user_id\")] string who, [PaymentsParameter(\"plugin_id\")] string what")]
    [InlineData("[PaymentsParameter(\"userId\")] long who, [PaymentsParameter(\"WidgetID\")] ulong what")]
    [InlineData("[PaymentsParameter(Names.User)] string who, [PaymentsParameter(\"community_\" + \"file_id\")] string what")]
    [InlineData("[PaymentsParameter(name: \"plugin_payment_token\")] string secret")]
    [InlineData("[PaymentsParameter(\"user_id\")] string plugin_id, [PaymentsParameter(\"plugin_id\")] string user_id")]
    [InlineData("[PaymentsParameter(\"user_id\")] UserId u, [PaymentsParameter(\"plugin_id\")] PluginId p")]
    public async Task An_attribute_says_what_a_parameter_is(string parameters) => await IsRightAsync(parameters);

    [Theory]
    [InlineData("string {|FPG1004:name|}", "name", "neither its type nor its name says what it is. " + Roles)]
    [InlineData("long {|FPG1004:id|}", "id", "neither its type nor its name says what it is. " + Roles)]
    [InlineData("string {|FPG1004:resourceId|}", "resourceId", "neither its type nor its name says what it is. " + Roles)]
    [InlineData("string {|FPG1004:token|}", "token", "neither its type nor its name says what it is. " + Roles)]
    [InlineData("string {|FPG1004:pluginIds|}", "pluginIds", "neither its type nor its name says what it is. " + Roles)]
    [InlineData("int {|FPG1004:pluginId|}", "pluginId", "its type, 'int', is none of the supported ones. " + Roles)]
    [InlineData("double {|FPG1004:pluginId|}", "pluginId", "its type, 'double', is none of the supported ones. " + Roles)]
    [InlineData("object {|FPG1004:pluginId|}", "pluginId", "its type, 'object', is none of the supported ones. " + Roles)]
    [InlineData("Guid? {|FPG1004:pluginId|}", "pluginId", "its type, 'Guid?', is none of the supported ones. " + Roles)]
    [InlineData("string[] {|FPG1004:pluginId|}", "pluginId", "its type, 'string[]', is none of the supported ones. " + Roles)]
    [InlineData("CancellationToken? {|FPG1004:c|}", "c", "its type, 'CancellationToken?', is none of the supported ones. " + Roles)]
    [InlineData("PersonalAccessToken {|FPG1004:accessToken|}", "accessToken", "its type, 'PersonalAccessToken', is none of the supported ones. " + Roles)]
    [InlineData("Mine.PluginId {|FPG1004:pluginId|}", "pluginId", "its type, 'PluginId', is none of the supported ones. " + Roles)]
    [InlineData("ref PluginId {|FPG1004:p|}", "p", "it is a 'ref' parameter: hand the value itself in")]
    [InlineData("out PluginId {|FPG1004:p|}", "p", "it is a 'out' parameter: hand the value itself in")]
    [InlineData("ref readonly PluginId {|FPG1004:p|}", "p", "it is a 'ref readonly' parameter: hand the value itself in")]
    [InlineData("params string[] {|FPG1004:p|}", "p", "it is a 'params' parameter: hand the value itself in")]
    [InlineData("[PaymentsParameter(\"nothing\")] string {|FPG1004:pluginId|}", "pluginId", "[PaymentsParameter] names none of Figma's parameters: plugin_payment_token, user_id, community_file_id, plugin_id, widget_id")]
    [InlineData("[PaymentsParameter(\"\")] string {|FPG1004:pluginId|}", "pluginId", "[PaymentsParameter] names none of Figma's parameters: plugin_payment_token, user_id, community_file_id, plugin_id, widget_id")]
    [InlineData("[PaymentsParameter(null!)] string {|FPG1004:pluginId|}", "pluginId", "[PaymentsParameter] names none of Figma's parameters: plugin_payment_token, user_id, community_file_id, plugin_id, widget_id")]
    [InlineData("[PaymentsParameter(\"widget_id\")] PluginId {|FPG1004:p|}", "p", "[PaymentsParameter] calls it widget_id, and its type makes it plugin_id")]
    [InlineData("[PaymentsParameter(\"plugin_payment_token\")] long {|FPG1004:secret|}", "secret", "a payment token is text, not a number")]
    [InlineData("ulong {|FPG1004:pluginPaymentToken|}", "pluginPaymentToken", "a payment token is text, not a number")]
    public async Task A_parameter_without_a_role_is_refused(string parameter, string name, string reason) =>
        await Verify.ReportsAsync(
            $$"""
            public static class Mine { public struct PluginId; }
            [PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> AskAsync(UserId user, {{parameter}}); }
            """,
            $"The parameter '{name}' of 'AskAsync' has no role because {reason}");

    [Fact]
    public async Task Every_parameter_without_a_role_is_pointed_at() =>
        await Verify.ReportsWhereMarkedAsync(Consumer.Of(
            """
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentStatus> FirstAsync(string {|FPG1004:a|}, int {|FPG1004:b|});
                Task<PaymentStatus> SecondAsync(UserId u, PluginId p);
                Task<PaymentStatus> ThirdAsync(UserId u, bool {|FPG1004:c|});
            }
            """));

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Names_are_read_alike_in_every_culture(string culture) =>
        Assert.Single(Cultures.Run(culture, () =>
            Consumer.Of("[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> AskAsync(string USER_ID, string WIDGET_ID); }").Generate().Files));

    private static async Task IsRightAsync(string parameters) =>
        await Verify.GeneratesAsync(
            $$"""
            public static class Names { public const string User = "user_id"; }
            [PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> AskAsync({{parameters}}); }
            """,
            "IGlyph.g.cs");
}
